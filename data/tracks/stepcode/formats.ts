import { ExactPrediction, TraceItem } from "@stepladder/schema";
import type { Format, PredictionRecord } from "@stepladder/wasm/host/track.ts";
import { check } from "@stepladder/wasm/intake/check.ts";
import { fieldsOf, notAnObject, readId, readSample } from "../records.ts";
import { extractAnswer } from "./answers.ts";

/** Whether an item id is of this track. */
export function owns(id: string): boolean {
  return /^sc-[a-z0-9]+-\d{5,}-(?:covered|value|next|output|steps)$/.test(id);
}

/** Gold. */
export const goldFormat: Format<TraceItem> = {
  id: "stepladder-gold",
  title: "Stepladder gold: one question per line with id, run, split, kind, program, question, length and expected",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return typeof fields?.id === "string" && fields.program !== undefined && fields.expected !== undefined;
  },
  read: ({ value }) => check(TraceItem, value, ""),
};

/** Where a record may carry a model's raw text. */
const TEXT_FIELDS = ["output", "response", "completion", "text"] as const;

/** What to tell a person of a text without an answer. */
const NO_ANSWER = {
  expected: 'an answer in the text: between <answer> and </answer>, behind "Answer:" on a line, or nothing but a number, yes, no or end',
  fix: "have the model end with <answer>...</answer>",
};

/** One record per answer. */
export const recordFormat: Format<PredictionRecord<ExactPrediction>> = {
  id: "records",
  title: 'JSONL, JSON, CSV or parquet records: id with the model\'s text in output, or prediction {"text": "..."} with the answer alone',
  accepts({ value }) {
    const fields = fieldsOf(value);
    if (fields?.id === undefined || fields.expected !== undefined) return false;
    return fields.prediction !== undefined || TEXT_FIELDS.some((name) => fields[name] !== undefined);
  },
  read({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = readId(fields);
    const sample = readSample(fields, id);
    if (fields.prediction !== undefined) {
      const given = typeof fields.prediction === "object" ? fields.prediction : { text: String(fields.prediction) };
      return { id, sample, prediction: check(ExactPrediction, given, "prediction", id) };
    }
    const field = TEXT_FIELDS.find((name) => fields[name] !== undefined) ?? TEXT_FIELDS[0];
    const { text } = check(ExactPrediction, { text: fields[field] }, "output", id);
    const found = extractAnswer(text);
    if (found === undefined) return { id, sample, prediction: undefined, extraction: { rule: undefined, missing: NO_ANSWER } };
    return { id, sample, prediction: { text: found.text }, extraction: { rule: found.rule } };
  },
};
