import { ExactItem, ExactPrediction } from "@stepladder/schema";
import type { Format, PredictionRecord } from "@stepladder/wasm/host/track.ts";
import { check } from "@stepladder/wasm/intake/check.ts";
import * as z from "zod/mini";
import { fieldsOf, notAnObject, readId, readSample } from "../records.ts";

/** Whether an item id is of this track. */
export function owns(id: string): boolean {
  return /^exact:[a-z]+(?:-[a-z0-9]+)+$/.test(id);
}

/** Gold, and the prompts to hand out. */
export const goldFormat: Format<ExactItem> = {
  id: "stepladder-gold",
  title: "Stepladder gold: one prompt per line with id, category, prompt and expected",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return typeof fields?.id === "string" && fields.prompt !== undefined && fields.expected !== undefined;
  },
  read: ({ value }) => check(ExactItem, value, ""),
};

const Output = z.object({ output: z.string("expected text") });

/** One record per answer. */
export const recordFormat: Format<PredictionRecord<ExactPrediction>> = {
  id: "records",
  title: 'JSONL, JSON, CSV or parquet records: id with the whole answer in output, or prediction {"text": "..."}',
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields?.id !== undefined && (fields.output !== undefined || fields.prediction !== undefined);
  },
  read({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = readId(fields);
    const sample = readSample(fields, id);
    if (fields.prediction === undefined) {
      const { output } = check(Output, { output: fields.output }, "", id);
      return { id, sample, prediction: { text: output } };
    }
    const given = typeof fields.prediction === "string" ? { text: fields.prediction } : fields.prediction;
    return { id, sample, prediction: check(ExactPrediction, given, "prediction", id) };
  },
};
