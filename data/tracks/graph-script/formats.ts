import { type ScriptItem, ScriptPrediction } from "@stepladder/schema";
import type { Format, PredictionFormat, PredictionRecord } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import { fault, fieldsOf, notAnObject, plainValue, readId, readSample } from "../records.ts";
import { subtaskOf } from "./items.ts";
import { isSequence, type Names, placeOf, UNKNOWN, withoutStop } from "./steps.ts";

type Subtask = ScriptItem["subtask"];
type Fields = Record<string, unknown>;

/** Fields that may answer each question. */
const ANSWERS: Readonly<Record<Subtask, readonly (keyof ScriptPrediction)[]>> = {
  "next-step": ["steps", "scores", "output"],
  completion: ["steps", "output"],
  "graph-script": ["paths", "edges"],
};

/** Where a record may carry a model's own text. */
const TEXT_FIELDS = ["output", "response", "completion", "text"] as const;

/** `{id, prediction}`, or `{id, output: "step. <-> step. <-> "}`. */
export const recordFormat: Format<PredictionRecord<ScriptPrediction>> = {
  id: "records",
  title:
    "JSONL, JSON, CSV or parquet records: id with prediction (a list of steps, or {steps}, {scores}, {paths} or {edges}), or with the model's text in output",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields?.id !== undefined && fields.library === undefined && (fields.prediction !== undefined || textOf(fields) !== undefined);
  },
  read({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = readId(fields);
    const sample = readSample(fields, id);
    const text = fields.prediction === undefined ? textOf(fields) : undefined;
    return { id, sample, ...(text === undefined ? { prediction: readPrediction(fields.prediction, id) } : readText(text, id)) };
  },
};

function textOf(fields: Fields): string | undefined {
  return TEXT_FIELDS.map((name) => fields[name]).find((value) => typeof value === "string");
}

/** What a person is told whose text has no separator, and so no sequence of steps. */
const NO_SEQUENCE = { expected: 'steps in a row, "step. <-> step. <-> "', fix: "have the model write steps so, or give them as a list" };

function readText(text: string, id: string): Pick<PredictionRecord<ScriptPrediction>, "prediction" | "extraction"> {
  if (!isSequence(text)) return { prediction: undefined, extraction: { rule: undefined, missing: NO_SEQUENCE } };
  return { prediction: subtaskOf(id) === "graph-script" ? { paths: [text] } : { output: text }, extraction: { rule: "sequence" } };
}

function readPrediction(given: unknown, id: string): ScriptPrediction {
  const subtask = subtaskOf(id);
  const value = plainValue(given);
  const named = Array.isArray(value) ? { [subtask === "graph-script" ? "paths" : "steps"]: value } : value;
  const prediction = check(ScriptPrediction, named, "prediction", id);
  for (const [i, edge] of (prediction.edges ?? []).entries()) checkEdge(edge, `prediction.edges[${i}]`, id);
  // Of an id that is no item's, nothing is known but that.
  const answers = subtask === undefined ? undefined : ANSWERS[subtask];
  if (answers === undefined || answers.some((name) => prediction[name] !== undefined)) return prediction;
  throw fault(id, "prediction", answers.join(" or "), Object.keys(prediction).join(", "), `answer what the id asks: ${subtask}`);
}

function checkEdge(edge: readonly (string | number)[], field: string, id: string): void {
  const [from, to, weight] = edge;
  const isStep = (step: string | number | undefined): boolean => typeof step === "string" || Number.isInteger(step);
  if ((edge.length === 2 || edge.length === 3) && isStep(from) && isStep(to) && typeof weight !== "string") return;
  throw fault(id, field, "two steps and perhaps a weight", shown(edge), "write an edge as [from, to] or [from, to, weight]");
}

/** Graphs by the titles of their procedures: each is of the one item whose library has all its steps. */
export const drawnGraphs: PredictionFormat<ScriptPrediction, Names | undefined> = {
  id: "drawn-graphs",
  title: "One object of graphs: a title with edges [step text, step text, weight]; its procedure is told by its steps",
  accepts({ value }) {
    const fields = fieldsOf(value);
    const [first] = Object.values(fields ?? {});
    // A record may have its prediction first.
    return fields?.id === undefined && Array.isArray(fieldsOf(first)?.edges);
  },
  // Without gold there is nothing to tell procedures by.
  read: () => undefined,
  *readAll({ value }, { ids, contexts }) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    for (const [title, graph] of Object.entries(fields)) {
      const edges = readPrediction({ edges: fieldsOf(graph)?.edges }, title).edges ?? [];
      const steps = edges.flatMap(([from = "", to = ""]) => [from, to]);
      const own = contexts.findIndex((names) => names !== undefined && steps.every((step) => placeOf(step, names) !== UNKNOWN));
      yield { id: ids[own] ?? title, sample: undefined, prediction: { edges } };
    }
  },
};

/** What drawn graphs are told by: the steps of an item that asks for a graph. */
export function graphNames({ subtask, library }: ScriptItem): Names | undefined {
  return subtask === "graph-script" ? library.map(withoutStop) : undefined;
}
