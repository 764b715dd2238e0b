import { ChecksItem, ChecksPrediction } from "@stepladder/schema";
import type { Format, PredictionRecord } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import { withoutThinking } from "@stepladder/wasm/intake/extract.ts";
import { readWritten } from "@stepladder/wasm/metrics/checks/written.ts";
import { cell, fault, fieldsOf, notAnObject, plainValue, readId, readSample } from "../records.ts";

/** Ids of every seed and named set. */
export function owns(id: string): boolean {
  return /^pc-[a-z0-9]+-\d{5,}$/.test(id);
}

/** Gold in Stepladder's own layout, as `stepladder generate` writes it. */
export const goldFormat: Format<ChecksItem> = {
  id: "stepladder-gold",
  title: "Stepladder gold: one item per line with id, split, procedure, prompt, given, constraints and reference",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return typeof fields?.id === "string" && Array.isArray(fields.constraints);
  },
  read({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    return check(ChecksItem, plainValue(fields), "", readId(fields));
  },
};

/** A procedure as text: its parts, and the text itself, which checks of format read again. */
export function readText(text: string): { readonly prediction: ChecksPrediction; readonly rule: string } {
  const { resources, steps, rule } = readWritten(text);
  return { prediction: { steps: [...steps], resources: [...resources], text }, rule };
}

/** One record per prediction. */
export const recordFormat: Format<PredictionRecord<ChecksPrediction>> = {
  id: "records",
  title:
    "JSONL, JSON or CSV records: id with the model's answer in output, or with prediction, an object with steps and resources or a list of steps",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields?.id !== undefined && fields.constraints === undefined && (fields.prediction !== undefined || fields.output !== undefined);
  },
  read({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = readId(fields);
    const sample = readSample(fields, id);
    if (fields.prediction !== undefined) return { id, sample, prediction: readParts(fields.prediction, id) };
    if (typeof fields.output !== "string")
      throw fault(
        id,
        "output",
        "the model's answer as text",
        shown(fields.output),
        "write the answer in quotes, or its parts as prediction",
      );
    const { prediction, rule } = readText(withoutThinking(fields.output).trim());
    if (prediction.steps.length > 0) return { id, sample, prediction, extraction: { rule } };
    const missing = {
      expected: "a procedure: numbered steps, a list, or a JSON object with steps",
      fix: "write the steps behind the model's thoughts",
    };
    return { id, sample, prediction: undefined, extraction: { rule: undefined, missing } };
  },
};

function readParts(given: unknown, id: string): ChecksPrediction {
  const value = plainValue(cell(given));
  return check(ChecksPrediction, Array.isArray(value) ? { steps: value } : value, "prediction", id);
}
