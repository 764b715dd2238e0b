import { StepScoresItem, type StepScoresPrediction } from "@stepladder/schema";
import type { Format, GatheredFormat, KnownItems, PredictionFormat, PredictionRecord, Remark } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import { type Raw, RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { type Fields, fieldsOf, inCell, notAnObject, plainNumbers, readId, readSample } from "../records.ts";
import { asksForRedundancy, CLASSES, ID } from "./labels.ts";
import { COMPARES, type Compare, thresholded } from "./scores.ts";

type Prediction = PredictionRecord<StepScoresPrediction>;

/** Gold as published: rows by class, each with the solution before and after an error was put in. */
export const officialGold: GatheredFormat<StepScoresItem> = {
  id: "official-gold",
  title:
    "Official gold: prm800k_*_<class>.jsonl and prm_test_*_multi_solutions.jsonl with idx, classification, modified_process and error_steps",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return typeof fields?.classification === "string" && Array.isArray(fields.modified_process) && Array.isArray(fields.error_steps);
  },
  gather() {
    const held = new Map<string, Row>();
    return {
      add({ value }: Raw) {
        // Of rows with one id the first is taken, as officially.
        for (const own of read(value)) if (!held.has(own.item.id)) held.set(own.item.id, own);
      },
      *items() {
        const first = new Map<unknown, string>();
        const all = [...held.values()].sort((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1));
        // A question goes by the name of the first solution that answers it.
        for (const { name, text } of all) first.set(text, first.get(text) ?? name);
        const place = ({ classification }: { readonly classification: string }): number =>
          (CLASSES as readonly string[]).indexOf(classification);
        for (const { item, text, name } of all.sort((a, b) => place(a.item) - place(b.item)))
          yield { ...item, question: first.get(text) ?? name };
      },
    };
  },
};

interface Row {
  /** Its question is not known yet. */
  readonly item: StepScoresItem;
  /** Name of the solution that variants are made of. */
  readonly name: string;
  /** Text of the question before it was changed. */
  readonly text: unknown;
}

/** The item of a row; a row of the class `redundency` also holds the solution before the change, which is an item of its own. */
function read(value: unknown): Row[] {
  const fields = fieldsOf(value);
  if (fields === undefined) throw notAnObject(value);
  const { classification, idx, error_steps: errors, modified_process: steps, original_process: before, original_question: text } = fields;
  const id = `${classification}_${idx}`;
  const name = ID.exec(id)?.[2];
  if (name === undefined)
    throw wrong(
      id,
      "idx",
      "prm_test_p<number>_<number> or prm_train_..., and a class of the benchmark",
      shown(idx),
      "use rows of the release",
    );
  const own = itemOf(id, classification, steps, errors);
  const changed: Row = { item: own, name, text };
  return classification === "redundency" ? [{ item: itemOf(`correct_${name}`, "correct", before, []), name, text }, changed] : [changed];
}

function itemOf(id: string, classification: unknown, steps: unknown, errors: unknown): StepScoresItem {
  const count = Array.isArray(steps) ? steps.length : steps;
  return check(StepScoresItem, { id, classification, question: id, steps: count, errors }, "", id);
}

/** Gold in Stepladder's own layout, as `stepladder import` writes it: one solution per line. */
export const goldItems: Format<StepScoresItem> = {
  id: "stepladder-gold",
  title:
    "Stepladder gold: one solution per line with id, classification, question, steps (their number) and errors (numbers of wrong steps, from 1 on)",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return typeof fields?.id === "string" && fields.classification !== undefined && Array.isArray(fields.errors);
  },
  read: ({ value }) => check(StepScoresItem, value, ""),
};

/** Predictions as the official runs write them, one a line; also as they stand in its detailed logs. */
export const officialResults: PredictionFormat<StepScoresPrediction, StepsContext> = {
  id: "official-results",
  title: "Official results: JSONL with idx and scores {step_level_validity_labels, step_level_redundancy_labels}, or detailed logs of them",
  accepts({ value }) {
    const fields = fieldsOf(value);
    if (typeof fields?.idx !== "string" || fields.modified_process !== undefined) return false;
    return fields.scores !== undefined || fields.validity === false || fieldsOf(fields.prediction)?.scores !== undefined;
  },
  read({ value }) {
    const outer = fieldsOf(value);
    if (outer === undefined) throw notAnObject(value);
    const own = outer.scores === undefined ? (fieldsOf(outer.prediction) ?? outer) : outer;
    const id = readId({ id: outer.idx });
    if (own.validity === false) return { id, sample: undefined, prediction: undefined };
    const scores = fieldsOf(own.scores);
    const under = own === outer ? "scores" : "prediction.scores";
    const redundancy = scores?.step_level_redundancy_labels;
    const validity = scores?.step_level_validity_labels;
    const labels = labelsOf(
      validity,
      redundancy,
      { validity: `${under}.step_level_validity_labels`, redundancy: `${under}.step_level_redundancy_labels` },
      id,
    );
    return { id, sample: undefined, prediction: { labels } };
  },
  readAll: (raw, items) => withRemarks(officialResults.read(raw), items),
};

/** One record per prediction, under our ids. */
export const records: PredictionFormat<StepScoresPrediction, StepsContext> = {
  id: "records",
  title:
    'JSONL, JSON, CSV or parquet records: id with prediction {"labels": [true, false, ...]}, with redundant beside it, or {"scores": [...], "threshold": 0.5, "compare": "level"}',
  accepts({ value }) {
    const fields = fieldsOf(value);
    if (fields?.id === undefined || fields.classification !== undefined) return false;
    return ["prediction", "labels", "scores"].some((name) => fields[name] !== undefined);
  },
  read({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = readId(fields);
    const sample = readSample(fields, id);
    const { prediction = fields } = fields;
    if (prediction === null) return { id, sample, prediction: undefined };
    const own = fieldsOf(prediction) ?? {};
    const at = (name: string): string => (prediction === fields ? name : `prediction.${name}`);
    if (own.labels === undefined && own.redundant === undefined && own.scores !== undefined) {
      return { id, sample, prediction: { labels: byThreshold(own, at, id) } };
    }
    const labels = labelsOf(own.labels, own.redundant, { validity: at("labels"), redundancy: at("redundant") }, id);
    return { id, sample, prediction: { labels } };
  },
  readAll: (raw, items) => withRemarks(records.read(raw), items),
};

/** All that scoring keeps of an item. */
export interface StepsContext {
  readonly id: string;
  readonly steps: number;
}

/** Number of steps by id, for each gold once. */
const known = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** The record, with a warning where it has not a label for each step: officially those that are missing are in no count, others are taken for right steps. */
function withRemarks(record: Prediction | undefined, { ids, contexts }: KnownItems<StepsContext>): readonly Prediction[] {
  if (record?.prediction === undefined) return record === undefined ? [] : [record];
  const steps = known.get(ids) ?? new Map(ids.map((id, i) => [id, (contexts[i] as StepsContext).steps]));
  known.set(ids, steps);
  const own = steps.get(record.id);
  const found = record.prediction.labels.length;
  if (own === undefined || own === found) return [record];
  const remark: Remark = {
    kind: "labels-and-steps",
    field: "labels",
    expected: `${own} labels, one for each step`,
    found: `${found}`,
    fix: "label every step: those without a label count nowhere, labels behind the last step as those of right steps",
  };
  return [{ ...record, remarks: [remark] }];
}

/** Labels of the steps; those of redundancy, turned around, where the class asks for them. */
function labelsOf(
  validity: unknown,
  redundancy: unknown,
  fields: { readonly validity: string; readonly redundancy: string },
  id: string,
): number[] {
  if (redundancy !== undefined && asksForRedundancy(id))
    return numbers(redundancy, fields.redundancy, id).map((label) => Number(label === 0));
  return numbers(validity, fields.validity, id);
}

/** A list of labels as numbers; text is read as JSON, as tables hold it. */
function numbers(value: unknown, field: string, id: string): number[] {
  const list = plainNumbers(typeof value === "string" ? inCell(value) : value);
  const odd = Array.isArray(list) ? list.find((label) => typeof label !== "boolean" && typeof label !== "number") : undefined;
  if (Array.isArray(list) && odd === undefined && !list.includes(undefined)) return list.map(Number);
  const found = Array.isArray(list) ? shown(odd) : shown(value);
  throw wrong(id, field, "a list of true and false, one for each step", found, "label every step: true where it is valid");
}

function byThreshold(own: Fields, at: (name: string) => string, id: string): number[] {
  const { threshold, compare = "level" } = plainNumbers({ threshold: own.threshold, compare: own.compare ?? "level" }) as Fields;
  if (typeof threshold !== "number") {
    throw wrong(id, at("threshold"), "a number", shown(threshold), "say above which score a step is valid: no threshold fits all models");
  }
  if (!(COMPARES as readonly unknown[]).includes(compare)) {
    throw wrong(
      id,
      at("compare"),
      `one of ${COMPARES.join(", ")}`,
      shown(compare),
      "compare scores as they stand (level), or each with the one before it (difference)",
    );
  }
  return thresholded(numbers(own.scores, at("scores"), id), threshold, compare as Compare);
}

function wrong(id: string, field: string, expected: string, found: string, fix: string): RecordProblem {
  return new RecordProblem({ kind: "wrong-field", severity: "error", id, field, expected, found, fix });
}
