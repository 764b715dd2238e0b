import { OrderPrediction } from "@stepladder/schema";
import type { PredictionFormat, Remark } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import { MOST } from "@stepladder/wasm/metrics/recognition/abi.ts";
import { MISTAKES } from "@stepladder/wasm/metrics/tags/measure.ts";
import { contextOfItem, fault, fieldsOf, inCell, notAnObject, plainNumbers, readId, readSample } from "../records.ts";
import { subtaskOf } from "./items.ts";
import { ANSWERS, type Context, placesOf, SHORT, UNKNOWN } from "./steps.ts";

/** One record per prediction. */
export const recordFormat: PredictionFormat<OrderPrediction, Context> = {
  id: "records",
  title:
    "JSONL, JSON, CSV or parquet records: id with prediction {ordered, order}, {order}, {completions} or {mistakes}; a list of steps, true and false stand for themselves",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields?.id !== undefined && fields.prediction !== undefined && fields.steps === undefined;
  },
  read({ value }, items) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = readId(fields);
    const sample = readSample(fields, id);
    const prediction = readPrediction(fields.prediction, id);
    const context = contextOfItem(id, items);
    return { id, sample, prediction, remarks: context === undefined ? [] : remarksOn(prediction, context, id) };
  },
};

const ORDER = "prediction.order";

/** What an order names beside the steps of the item, each once; throws RecordProblem where an order that is all of the answer names none of them. */
function remarksOn({ ordered, order = [] }: OrderPrediction, { steps }: Context, id: string): Remark[] {
  const places = placesOf(order, steps);
  const expected = `steps of the item: texts, or ${steps.length === 1 ? "the number 0" : `numbers from 0 to ${steps.length - 1}`}`;
  const found = (own: (place: number, at: number) => boolean): string =>
    shown([...new Set(order.filter((_, at) => own(places[at] as number, at)))].join(", "));
  const foreign = found((place) => place === UNKNOWN);
  if (order.length > 0 && ordered === undefined && places.every((place) => place === UNKNOWN))
    throw fault(id, ORDER, expected, foreign, "name steps by their place in the item's list, or by their text");
  const remarks: Remark[] = [];
  if (places.includes(UNKNOWN)) {
    const fix = "name steps by their place in the item's list, or by their text: others are left out of the score";
    remarks.push({ kind: "foreign-steps", field: ORDER, expected, found: foreign, fix });
  }
  const again = (place: number, at: number): boolean => place !== UNKNOWN && places.indexOf(place) < at;
  if (places.some(again)) {
    const fix = "name each step where it is first to be done: it counts there, and is left out where it comes again";
    remarks.push({ kind: "doubled-steps", field: ORDER, expected: "each step once", found: `${found(again)} again`, fix });
  }
  return remarks;
}

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
