import { type GroundingItem, GroundingPrediction } from "@stepladder/schema";
import type { KnownItems, PredictionFormat, PredictionRecord, Remark } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { DEEPEST } from "@stepladder/wasm/metrics/grounding/abi.ts";
import { type Fields, fieldsOf, notAnObject, plainValue, readId, readSample, resultsOf } from "../records.ts";
import { fault, itemId, subtaskOf } from "./items.ts";

/** What predictions are read and mended by: the annotated stretch of their video, and the name of its annotation. */
export type Told = Pick<GroundingItem, "annotation" | "span">;

type Prediction = PredictionRecord<GroundingPrediction>;
type Layout = PredictionFormat<GroundingPrediction, Told>;

/** The field that answers each question. */
const ANSWER = { grounding: "segments", detection: "detections" } as const;

/** `{id, prediction}`. */
export const recordFormat: Layout = {
  id: "records",
  title:
    "JSONL, JSON, CSV or parquet records: id with prediction (a list of [start, end], best first; of a video, of {segment, label, score})",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields?.id !== undefined && fields.prediction !== undefined;
  },
  read({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = readId(fields);
    const sample = readSample(fields, id);
    const prediction = readPrediction(fields.prediction, "prediction", id);
    return { id, sample, prediction, remarks: remarksOn(prediction, "prediction") };
  },
};

function readPrediction(given: unknown, field: string, id: string): GroundingPrediction {
  const asks = subtaskOf(id);
  // Of an id that is no item's, nothing is known but that.
  if (asks === undefined) return {};
  const value = plainValue(given);
  const prediction = named(Array.isArray(value) ? ANSWER[asks] : undefined, value, field, id);
  if (prediction[ANSWER[asks]] !== undefined) return prediction;
  throw fault(id, field, ANSWER[asks], Object.keys(prediction).join(", "), `answer what the id asks: ${asks}`);
}

/** The value as a prediction; a list is one's field of this name, and faults in it are told without the name. */
function named(name: "segments" | "detections" | undefined, value: unknown, field: string, id: string): GroundingPrediction {
  if (name === undefined) return check(GroundingPrediction, value, field, id);
  try {
    return check(GroundingPrediction, { [name]: value }, "", id);
  } catch (error) {
    if (!(error instanceof RecordProblem)) throw error;
    const at = `${field}${(error.problem.field ?? "").replace(name, "")}`;
    throw new RecordProblem({ ...error.problem, field: at, fix: error.problem.fix.replace(error.problem.field ?? "", at) });
  }
}

function remarksOn({ segments = [] }: GroundingPrediction, field: string): readonly Remark[] {
  if (segments.length <= DEEPEST) return [];
  return [
    {
      kind: "more-than-five",
      field,
      expected: `at most ${DEEPEST} segments, best first`,
      found: `${segments.length}`,
      fix: `leave out those behind the first ${DEEPEST}: they are passed over`,
    },
  ];
}

/** The challenge's file, or its results as records of their own. */
export const challengeResults: Layout = {
  id: "challenge",
  title:
    "The challenge's JSON: version, challenge and results with clip_uid, annotation_uid, query_idx and predicted_times, best first; or such results line by line",
  accepts: ({ value }) => resultsIn(value) !== undefined,
  // The first of a file tells whose ids these are.
  read({ value }) {
    const [first] = resultsIn(value) ?? [];
    return first === undefined ? undefined : resultRecord(first, fieldsOf(value)?.results === undefined ? "" : "results[0]", new Map());
  },
  *readAll({ value }, known) {
    const annotations = annotationsOf(known);
    const results = fieldsOf(value)?.results;
    if (results === undefined) yield resultRecord(value, "", annotations);
    else if (Array.isArray(results)) for (const [i, result] of results.entries()) yield resultRecord(result, `results[${i}]`, annotations);
    else throw fault(undefined, "results", "a list", shown(results), "write one object per query into it");
  },
};

function resultsIn(value: unknown): readonly unknown[] | undefined {
  const fields = fieldsOf(value);
  const results = fields?.results ?? (fields === undefined ? undefined : [fields]);
  return Array.isArray(results) && fieldsOf(results[0])?.predicted_times !== undefined ? results : undefined;
}

/** Names of the annotations by item id; made once for all records that are read against the same gold. */
function annotationsOf({ ids, contexts }: KnownItems<Told>): ReadonlyMap<string, string> {
  const made = ANNOTATIONS.get(ids) ?? new Map(ids.map((id, i) => [id, (contexts[i] as Told).annotation]));
  ANNOTATIONS.set(ids, made);
  return made;
}
const ANNOTATIONS = new WeakMap<readonly string[], ReadonlyMap<string, string>>();

/** One result of the challenge's file. Throws RecordProblem where its query cannot be told; times that are none cost this query only. */
function resultRecord(result: unknown, field: string, annotations: ReadonlyMap<string, string>): Prediction {
  const fields = fieldsOf(result);
  const at = (name: string): string => (field === "" ? name : `${field}.${name}`);
  if (fields === undefined && field === "") throw notAnObject(result);
  if (fields === undefined)
    throw fault(undefined, field, "an object with clip_uid, query_idx and predicted_times", shown(result), "write one object per query");
  const video = fields.clip_uid ?? fields.video_uid;
  if (typeof video !== "string" || video === "")
    throw fault(undefined, at("clip_uid"), "the id of a video", shown(video), "copy the video's video_uid: a whole video is one clip");
  const query = fields.query_idx;
  if (!Number.isInteger(query) || (query as number) < 0) {
    throw new RecordProblem({
      kind: "no-query",
      severity: "error",
      id: itemId(video),
      field: at("query_idx"),
      expected: "the place of the query in its video, from 0: each step, then its substeps, then the next step",
      found: shown(query),
      fix: "take it from the queries that parse_goalstep_jsons.py of the starter code makes of the annotations",
    });
  }
  const id = itemId(video, query as number);
  const annotation = annotationRemark(fields, at("annotation_uid"), annotations.get(id));
  const { remarks = [], ...record } = partOf("segments", fields.predicted_times, at("predicted_times"), id);
  return { ...record, remarks: [...annotation, ...remarks] };
}

/** What a file of many items says of one of them: where that cannot be read, the others are scored all the same. */
function partOf(name: "segments" | "detections", given: unknown, field: string, id: string): Prediction {
  try {
    const prediction = named(name, plainValue(given), field, id);
    return { id, sample: undefined, prediction, remarks: remarksOn(prediction, field) };
  } catch (error) {
    if (!(error instanceof RecordProblem)) throw error;
    const { kind, field: wrong = field, expected, found, fix } = error.problem;
    return { id, sample: undefined, prediction: undefined, remarks: [{ kind, field: wrong, expected, found, fix }] };
  }
}

/** A video has one annotation, so its name decides nothing here; the official scorer stops where it is another. */
function annotationRemark({ annotation_uid: given }: Fields, field: string, expected: string | undefined): readonly Remark[] {
  if (given === expected || expected === undefined) return [];
  return [
    {
      kind: "annotation-uid",
      field,
      expected,
      found: shown(given),
      fix: "write <video_uid>_<start_time>_<end_time> as in the annotations (on the test split the video_uid alone); it is scored all the same, but the official scorer stops here",
    },
  ];
}

/** Detections as ActivityNet has them: all videos in one object. */
export const detectionResults: Layout = {
  id: "activitynet",
  title: "ActivityNet JSON: an object with results, a list of {label, score, segment: [start, end]} for each video_uid",
  // Categories are text; HT-Step's files of this kind number their labels.
  accepts: ({ value }) => {
    const lists = Object.values(fieldsOf(fieldsOf(value)?.results) ?? {});
    return lists.some((list) => Array.isArray(list) && typeof fieldsOf(list[0])?.label === "string");
  },
  // The first of a file tells whose ids these are.
  read({ value }) {
    const [first] = Object.keys(fieldsOf(fieldsOf(value)?.results) ?? {});
    return first === undefined ? undefined : { id: itemId(first), sample: undefined, prediction: undefined };
  },
  *readAll({ value }) {
    let order = 0;
    for (const [video, given] of Object.entries(resultsOf(value))) {
      const { prediction, ...record } = partOf("detections", given, `results.${video}`, itemId(video));
      const detections = prediction?.detections?.map((one) => ({ ...one, order: order++ }));
      yield { ...record, prediction: detections && { detections } };
    }
  },
};
