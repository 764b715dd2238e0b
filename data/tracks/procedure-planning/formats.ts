import { PlanItem, PlanPrediction } from "@stepladder/schema";
import type { Format, GatheredFormat, Gathering, KnownItems, PredictionFormat, PredictionRecord } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import type { Raw } from "@stepladder/wasm/intake/raw.ts";
import { cell, contextOfItem, fault, fieldsOf, notAnObject, readId, readSample } from "../records.ts";
import { ACTIONS, type Case, isCase, Numbering } from "./kepp.ts";

/** All that scoring keeps of an item: how many actions a plan of it has. */
export interface PlanContext {
  readonly actions: number;
}

/** Gold as KEPP's lists have it, beside predictions or without them. */
export const keppGold: GatheredFormat<PlanItem> = {
  id: "kepp",
  title: "KEPP lists: a JSON list of {id: {vid, task, legal_range: [[start, end, action], ...]}}",
  byChoice: true,
  accepts: ({ value }) => isCase(value),
  gather: () => new CaseGathering(),
};

class CaseGathering implements Gathering<PlanItem> {
  readonly #numbering = new Numbering();
  /** A folder of the release has the same cases in two lists. */
  readonly #items = new Map<string, PlanItem>();

  add({ value, file }: Raw): void {
    const { id, case: own } = this.#numbering.next(value, file);
    const item = itemOf(id, own);
    const held = this.#items.get(id);
    if (held === undefined) this.#items.set(id, item);
    else if (JSON.stringify(held) !== JSON.stringify(item)) {
      throw fault(id, "legal_range", "the same actions in every list", shown(item.actions.join(", ")), "give lists of one release");
    }
  }

  items(): Iterable<PlanItem> {
    return this.#items.values();
  }
}

function itemOf(id: string, { task, vid, legal_range }: Case): PlanItem {
  const spans = legal_range.map((span) => span.join());
  const padding = spans.findIndex((span, i) => span !== spans[i + 1]);
  return check(PlanItem, { id, task, video: vid, actions: legal_range.map(([, , action]) => action), padding }, "", id);
}

/** Gold in Stepladder's own layout, as `stepladder import` writes it. */
export const goldFormat: Format<PlanItem> = {
  id: "stepladder-gold",
  title: "Stepladder gold: one case per line with id, task, video, actions and padding",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return typeof fields?.id === "string" && Array.isArray(fields.actions) && fields.video !== undefined;
  },
  read: ({ value }) => check(PlanItem, value, ""),
};

type Prediction = PredictionRecord<PlanPrediction>;
type PlanFormat = PredictionFormat<PlanPrediction, PlanContext>;

/** The better of KEPP's two plans for each case. */
export const keppPlans: PlanFormat = {
  id: "kepp",
  title: "KEPP lists with graph_action_path: the first plan of each case",
  accepts: ({ value }) => isCase(value, "graph_action_path"),
  read: () => undefined,
  gather: (items) => new PlanGathering(items),
};

class PlanGathering implements Gathering<Prediction> {
  readonly #numbering = new Numbering();
  readonly #items: KnownItems<PlanContext>;
  readonly #predictions: Prediction[] = [];

  constructor(items: KnownItems<PlanContext>) {
    this.#items = items;
  }

  add({ value, file }: Raw): void {
    const { id, case: own } = this.#numbering.next(value, file);
    this.#predictions.push({ id, sample: undefined, prediction: planOf({ actions: own.graph_action_path?.[0] }, id, this.#items) });
  }

  items(): Iterable<Prediction> {
    return this.#predictions;
  }
}

/** One record per prediction. */
export const recordFormat: PlanFormat = {
  id: "records",
  title: 'JSONL, JSON or CSV records: id with prediction {"actions": [3, 5, 5, 1]}, or the list alone',
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields?.id !== undefined && fields.prediction !== undefined;
  },
  read({ value }, items) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = readId(fields);
    const sample = readSample(fields, id);
    const given = cell(fields.prediction);
    return { id, sample, prediction: planOf(Array.isArray(given) ? { actions: given } : given, id, items) };
  },
};

const PLAN = "prediction.actions";

function planOf(given: unknown, id: string, items: KnownItems<PlanContext> | undefined): PlanPrediction {
  const plan = check(PlanPrediction, given, "prediction", id);
  const asked = contextOfItem(id, items)?.actions;
  if (asked === undefined) return plan;
  // Longer plans are told by a diagnosis, with what cutting them would give.
  if (plan.actions.length < asked)
    throw fault(id, PLAN, `${asked} actions`, `${plan.actions.length}`, "plan as many actions as are asked for");
  const at = plan.actions.findIndex((action) => action >= ACTIONS);
  if (at === -1) return plan;
  const expected = `the number of an action, from 0 to ${ACTIONS - 1}`;
  throw fault(id, `${PLAN}[${at}]`, expected, `${plan.actions[at]}`, "number actions as the list of CrossTask's 105 does, from 0");
}
