import { FirstErrorItem, type FirstErrorPrediction, isInteger, SourceNumber } from "@stepladder/schema";
import type { Format, GatheredFormat, PredictionRecord } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import { type Raw, RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { type Fields, fieldsOf, notAnObject, plainNumbers, readId, readSample } from "../records.ts";
import { boxed, firstBelow, indexOf, voted } from "./answer.ts";

/** Subsets of the benchmark, in its order. */
export const SUBSETS = ["gsm8k", "math", "olympiadbench", "omnimath"] as const;
export const ID = new RegExp(`^(${SUBSETS.join("|")})-(\\d+)$`);

type Prediction = PredictionRecord<FirstErrorPrediction>;

/** What only the outputs of the official scorer carry, so that they are told from gold, which has the same fields otherwise. */
const OF_OUTPUTS = ["generated_critique", "prediction", "match"] as const;

function isOutput(fields: Fields): boolean {
  return OF_OUTPUTS.some((name) => fields[name] !== undefined);
}

/** Gold as published: one list of solutions for each subset. */
export const officialGold: GatheredFormat<FirstErrorItem> = {
  id: "official-gold",
  title: "Official gold: <subset>.json (or its rows) with id, generator, problem, steps, final_answer_correct and label",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields !== undefined && Array.isArray(fields.steps) && fields.label !== undefined && !isOutput(fields);
  },
  gather() {
    const items: { readonly item: Omit<FirstErrorItem, "problem">; readonly text: unknown }[] = [];
    return {
      add: (raw: Raw) => items.push(read(raw)),
      *items() {
        const place = ({ id }: { readonly id: string }): number => {
          const [, subset = "", number] = ID.exec(id) ?? [];
          const order: readonly string[] = SUBSETS;
          return order.indexOf(subset) * 1e6 + Number(number);
        };
        // A problem goes by the id of its first solution.
        const first = new Map<unknown, string>();
        for (const { item, text } of items.toSorted((a, b) => place(a.item) - place(b.item))) {
          const problem = first.get(text) ?? item.id;
          first.set(text, problem);
          yield checked({ ...item, problem });
        }
      },
    };
  },
};

function read({ value }: Raw): { item: Omit<FirstErrorItem, "problem">; text: unknown } {
  const fields = fieldsOf(value);
  if (fields === undefined) throw notAnObject(value);
  const id = readId(fields);
  const [, subset] = ID.exec(id) ?? [];
  if (subset === undefined)
    throw wrong(id, "id", `<subset>-<number>, the subset one of ${SUBSETS.join(", ")}`, shown(id), "use ids of the release");
  const { generator, steps, label, final_answer_correct: answer } = fields;
  if (!Array.isArray(steps)) throw wrong(id, "steps", "a list of the solution's steps", shown(steps), "use the file as released");
  const item = { id, subset, generator, steps: steps.length, label, answer };
  return { item: check(FirstErrorItem, { ...item, problem: id }, "", id), text: fields.problem };
}

/** Gold in Stepladder's own layout, as `stepladder import` writes it: one solution per line. */
export const goldItems: Format<FirstErrorItem> = {
  id: "stepladder-gold",
  title: "Stepladder gold: one solution per line with id, subset, problem, generator, steps (their number), label and answer",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return typeof fields?.id === "string" && fields.subset !== undefined && isInteger(fields.steps) && fields.label !== undefined;
  },
  read: ({ value }) => checked(check(FirstErrorItem, value, "")),
};

function checked(item: FirstErrorItem): FirstErrorItem {
  const { id, steps, label } = item;
  if (label < steps) return item;
  throw wrong(id, "label", `-1, or an index below ${steps}, the number of steps`, `${label}`, "count the steps from 0");
}

/** Predictions as the official scorer writes them: gold's fields with the critique and the prediction drawn from it, erroneous and correct items apart. */
export const officialOutputs: Format<Prediction> = {
  id: "official-outputs",
  title:
    "Official outputs: <model>/<subset>_error.jsonl and <subset>_correct.jsonl with generated_critique (a text, or several that vote) and prediction",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields !== undefined && Array.isArray(fields.steps) && isOutput(fields);
  },
  read({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = readId(fields);
    const { prediction, generated_critique: critique } = fields;
    if (prediction === undefined) return fromText(id, undefined, critique, "generated_critique");
    return { id, sample: undefined, ...answered(prediction, "prediction", id) };
  },
  // `outputs/Qwen2.5-72B-Instruct_voting/gsm8k_error.jsonl`
  system: (file) => /([^/]+)\/(?:gsm8k|math|olympiadbench|omnimath)_(?:error|correct)\.jsonl(?:\.gz)?$/.exec(file)?.[1],
};

/** One record per prediction, under the ids of gold. */
export const records: Format<Prediction> = {
  id: "records",
  title:
    'JSONL, JSON, CSV or parquet records: id with prediction {"label": 2} (0-based, -1: no error), {"scores": [...], "threshold": 0.5} or {"labels": [...]}, or with output (model text; a list of texts votes)',
  accepts({ value }) {
    const fields = fieldsOf(value);
    if (fields?.id === undefined || Array.isArray(fields.steps) || fields.subset !== undefined) return false;
    return ["prediction", "label", "output", "scores"].some((name) => fields[name] !== undefined);
  },
  read({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = readId(fields);
    const sample = readSample(fields, id);
    const { prediction = fields, output } = fields;
    if (prediction === fields && output !== undefined) return fromText(id, sample, output, "output");
    return { id, sample, ...structured(prediction, prediction === fields ? "" : "prediction", id) };
  },
};

/** A prediction drawn from model text by the official rule; several texts vote. */
function fromText(id: string, sample: number | undefined, texts: unknown, field: string): Prediction {
  const several = Array.isArray(texts);
  const all: readonly unknown[] = several ? texts : [texts];
  const odd = all.findIndex((text) => typeof text !== "string");
  if (odd >= 0) throw wrong(id, field, "a text, or a list of texts", shown(all[odd]), "write what the model said");
  const text = voted(all.map((one) => boxed(one as string)));
  const label = text === undefined ? undefined : indexOf(text);
  return {
    id,
    sample,
    prediction: label === undefined ? undefined : { label },
    extraction: {
      rule: label === undefined ? undefined : several ? "vote" : "boxed",
      missing: {
        expected: "a whole number in the last \\boxed{...} of the text",
        fix: "end the answer with the index of the first wrong step, such as \\boxed{2}, or \\boxed{-1} where there is none",
      },
    },
  };
}

/** What a record under our ids says. */
function structured(value: unknown, under: string, id: string): Pick<Prediction, "prediction"> {
  const fields = fieldsOf(value);
  if (fields === undefined || value instanceof SourceNumber) return answered(value, under, id);
  const at = (name: string): string => (under === "" ? name : `${under}.${name}`);
  if (fields.scores !== undefined) return { prediction: { label: byThreshold(fields, at, id) } };
  if (fields.labels !== undefined) return { prediction: { label: byLabels(fields.labels, at("labels"), id) } };
  return answered(fields.label, at("label"), id);
}

/** The index as it stands; null is no answer. */
function answered(value: unknown, field: string, id: string): Pick<Prediction, "prediction"> {
  if (value === null || value === "") return { prediction: undefined };
  // Tables hold every cell as text; a whole number may be written with a point.
  const plain = plainNumbers(value);
  const label = typeof plain === "string" ? indexOf(plain) : Number.isInteger(plain) ? indexOf(String(BigInt(plain as number))) : undefined;
  if (label !== undefined) return { prediction: { label } };
  const fix = "write the index of the first wrong step, counted from 0, -1 where there is none, null where there is no answer";
  throw wrong(id, field, "a whole number", shown(value), fix);
}

function byThreshold({ scores, threshold }: Fields, at: (name: string) => string, id: string): number {
  const own = plainNumbers(scores);
  if (!Array.isArray(own) || !own.every((score) => typeof score === "number")) {
    throw wrong(id, at("scores"), "a list of numbers, one for each step", shown(scores), "write the score of every step");
  }
  const bar = plainNumbers(threshold);
  if (typeof bar !== "number") {
    throw wrong(
      id,
      at("threshold"),
      "a number",
      shown(threshold),
      "say below which score a step is wrong: there is no threshold that fits all models",
    );
  }
  return firstBelow(own, bar);
}

/** The first step that is labelled wrong: false, 0 or -1. */
function byLabels(labels: unknown, field: string, id: string): number {
  const own = plainNumbers(labels);
  const odd = Array.isArray(own) ? own.find((label) => ![true, false, 1, 0, -1].includes(label)) : own;
  if (!Array.isArray(own) || odd !== undefined) {
    throw wrong(
      id,
      field,
      "a list of true (right) and false (wrong), or 1 and 0, or 1 and -1",
      shown(odd),
      "label every step, or give the index of the first wrong one",
    );
  }
  return own.findIndex((label) => label !== true && label !== 1);
}

function wrong(id: string, field: string, expected: string, found: string, fix: string): RecordProblem {
  return new RecordProblem({ kind: "wrong-field", severity: "error", id, field, expected, found, fix });
}
