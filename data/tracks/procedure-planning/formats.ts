import { PlanItem, PlanPrediction } from "@stepladder/schema";
import type { Format, GatheredFormat, Gathering, PredictionFormat, PredictionRecord } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import type { Raw } from "@stepladder/wasm/intake/raw.ts";
import { cell, fault, fieldsOf, notAnObject, readId, readSample } from "../records.ts";
import { type Case, isCase, Numbering } from "./kepp.ts";

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
  gather: () => new PlanGathering(),
};

class PlanGathering implements Gathering<Prediction> {
  readonly #numbering = new Numbering();
  readonly #predictions: Prediction[] = [];

  add({ value, file }: Raw): void {
    const { id, case: own } = this.#numbering.next(value, file);
    this.#predictions.push({ id, sample: undefined, prediction: planOf({ actions: own.graph_action_path?.[0] }, id) });
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
  read({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = readId(fields);
    const sample = readSample(fields, id);
    const given = cell(fields.prediction);
    return { id, sample, prediction: planOf(Array.isArray(given) ? { actions: given } : given, id) };
  },
};

function planOf(given: unknown, id: string): PlanPrediction {
  return check(PlanPrediction, given, "prediction", id);
}
