import { OrderPrediction } from "@stepladder/schema";
import type { Format, PredictionRecord } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import { MOST } from "@stepladder/wasm/metrics/recognition/abi.ts";
import { MISTAKES } from "@stepladder/wasm/metrics/tags/measure.ts";
import { fault, fieldsOf, inCell, notAnObject, plainNumbers, readId, readSample } from "../records.ts";
import { subtaskOf } from "./items.ts";
import { ANSWERS, SHORT } from "./steps.ts";

type Prediction = PredictionRecord<OrderPrediction>;

/** One record per prediction. */
export const recordFormat: Format<Prediction> = {
  id: "records",
  title:
    "JSONL, JSON, CSV or parquet records: id with prediction {ordered, order}, {order}, {completions} or {mistakes}; a list of steps, true and false stand for themselves",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields?.id !== undefined && fields.prediction !== undefined && fields.steps === undefined;
  },
  read({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = readId(fields);
    const sample = readSample(fields, id);
    return { id, sample, prediction: readPrediction(fields.prediction, id) };
  },
};

function readPrediction(given: unknown, id: string): OrderPrediction {
  const subtask = subtaskOf(id);
  const value = plainNumbers(typeof given === "string" ? inCell(given) : given);
  const prediction = check(OrderPrediction, named(value, subtask), "prediction", id);
  checkCompletions(prediction, id);
  checkKinds(prediction, id);
  // Of an id that is no item's, nothing is known but that.
  const answers = subtask === undefined ? undefined : ANSWERS[subtask];
  if (answers === undefined || answers.some((name) => prediction[name] !== undefined)) return prediction;
  throw fault(id, "prediction", answers.join(" or "), Object.keys(prediction).join(", "), `answer what the id asks: ${subtask}`);
}

function named(value: unknown, subtask: ReturnType<typeof subtaskOf>): unknown {
  if (typeof value === "boolean") return { ordered: value };
  return Array.isArray(value) ? { [SHORT[subtask ?? "graph"]]: value } : value;
}

function checkCompletions({ completions = [] }: OrderPrediction, id: string): void {
  if (completions.length <= MOST) return;
  const fix = "say each completion once, when it is seen";
  throw fault(id, "prediction.completions", `at most ${MOST} completions`, `${completions.length}`, fix);
}

const NAMES: readonly string[] = MISTAKES.filter((name) => name !== "mistake");

function checkKinds({ mistakes = [] }: OrderPrediction, id: string): void {
  for (const [i, { kinds = [] }] of mistakes.entries()) {
    const k = kinds.findIndex((kind) => !NAMES.includes(kind));
    if (k === -1) continue;
    const field = `prediction.mistakes[${i}].kinds[${k}]`;
    throw fault(id, field, `one of ${NAMES.join(", ")}`, shown(kinds[k]), "leave kinds out where only the step is known");
  }
}
