import { FramesItem, FramesPrediction } from "@stepladder/schema";
import type { Format, PredictionRecord } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { canSplit } from "@stepladder/wasm/metrics/frames/split.ts";
import { cell, fieldsOf, notAnObject, plainNumbers, readId, readSample } from "../records.ts";

/** `pr-1-00000` of a seed, `pr-spring-00000` of a named set. */
const ID = /^pr-[a-z0-9]+-\d{5,}$/;

/** Whether an id is of this track. */
export function owns(id: string): boolean {
  return ID.test(id);
}

/** Gold in Stepladder's own layout; there is no other one. */
export const goldFormat: Format<FramesItem> = {
  id: "stepladder-gold",
  title: "Stepladder gold: one sequence per line with id, activity, frames, cuts and perhaps rate and features",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields?.frames !== undefined && Array.isArray(fields.cuts) && fields.prediction === undefined;
  },
  read({ value }) {
    const item = check(FramesItem, plainNumbers(value), "");
    const { id, frames, cuts, features } = item;
    for (const [i, cut] of cuts.entries()) {
      const least = (cuts[i - 1] ?? 0) + 1;
      if (cut < least || cut >= frames)
        throw fault(id, `cuts[${i}]`, `a frame from ${least} to ${frames - 1}`, `${cut}`, "give every step at least one frame, in order");
    }
    if (features === undefined) return item;
    checkFeatures(features, "features", id);
    if (features.length === frames) return item;
    throw fault(id, "features", `${frames} rows, one for each frame`, `${features.length}`, "give the features of all frames");
  },
};

/** `{id, prediction: {cuts | labels | features and minSize, rewards}}`. */
export const recordFormat: Format<PredictionRecord<FramesPrediction>> = {
  id: "records",
  title:
    "JSONL, JSON, CSV or parquet records: id with prediction (a list of cuts, or an object with cuts, labels or features with minSize, and with rewards)",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields?.id !== undefined && fields.prediction !== undefined;
  },
  read({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = readId(fields);
    return { id, sample: readSample(fields, id), prediction: readPrediction(fields.prediction, id) };
  },
};

/** Ways to tell the steps of a sequence: one of them is enough. */
const STEPS = ["cuts", "labels", "features"] as const;

function readPrediction(given: unknown, id: string): FramesPrediction {
  const value = plainNumbers(cell(given));
  const prediction = check(FramesPrediction, Array.isArray(value) ? { cuts: value } : value, "prediction", id);
  const { cuts = [], features, minSize } = prediction;
  const told = STEPS.filter((name) => prediction[name] !== undefined);
  if (told.length > 1) throw fault(id, "prediction", `one of ${STEPS.join(", ")}`, told.join(", "), "tell the steps in one way");
  const falls = cuts.findIndex((cut, i) => cut < (cuts[i - 1] ?? cut));
  if (falls !== -1)
    throw fault(id, `prediction.cuts[${falls}]`, `at least ${cuts[falls - 1]}`, `${cuts[falls]}`, "list cuts in the order of the frames");
  if ((features === undefined) !== (minSize === undefined))
    throw fault(
      id,
      "prediction.minSize",
      "features with minSize",
      features === undefined ? "no features" : "no minSize",
      "give both or none",
    );
  if (features !== undefined) checkFeatures(features, "prediction.features", id);
  return prediction;
}

/** Throws RecordProblem where features are no table of numbers, or too many to be split. */
function checkFeatures(features: readonly (readonly number[])[], field: string, id: string): void {
  const dims = features[0]?.length ?? 0;
  const odd = features.findIndex((row) => row.length !== dims);
  const rows = "give each frame a row of the same features";
  if (dims === 0) throw fault(id, field, "a row with at least one number for each frame", shown(features), rows);
  if (odd !== -1) throw fault(id, `${field}[${odd}]`, `${dims} numbers`, `${features[odd]?.length}`, rows);
  if (!canSplit(features))
    throw fault(
      id,
      field,
      "features that can be split in some seconds",
      `${features.length} frames x ${dims}`,
      "take fewer frames a second",
    );
}

function fault(id: string, field: string, expected: string, found: string, fix: string): RecordProblem {
  return new RecordProblem({ kind: "wrong-field", severity: "error", id, field, expected, found, fix });
}
