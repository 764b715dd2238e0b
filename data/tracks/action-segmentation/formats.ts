import { FrameLabelsPrediction, type LabelRun, SegmentsPrediction } from "@stepladder/schema";
import type { KnownItems, PredictionFormat, PredictionRecord, Remark } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { MOST_FRAMES } from "@stepladder/wasm/metrics/segments/measure.ts";
import { cell, type Fields, fieldsOf, notAnObject, readId, readSample } from "../records.ts";
import { framesIn, joined, runsOf } from "./runs.ts";
import { contextOf, isVideoFile, placeOf, type VideoContext, videoIdOf } from "./videos.ts";

type Prediction = PredictionRecord<SegmentsPrediction>;
type SegmentsFormat = PredictionFormat<SegmentsPrediction, VideoContext>;

const HEADER = /^### Frame level recognition/;

/** Predictions as the official code writes them: a heading, and the labels of all frames on the second line. */
export const officialFiles: SegmentsFormat = {
  id: "official-files",
  title: "Official folders: results/<data set>/split_<n>/<video>, the second line with a label per frame, blanks between",
  accepts: ({ value }) => typeof value === "string" && HEADER.test(value),
  read({ value, file }, items) {
    const [, labels = ""] = (value as string).split(/\r\n?|\n/, 2);
    return videoRecord(file, words(labels), items);
  },
  system,
};

/** Predictions in the layout of gold, and labels on one line without the official heading. */
export const plainFiles: SegmentsFormat = {
  id: "plain-files",
  title: "Folders of <data set>/split_<n>/<video>.txt, one label per line, or all on one line with blanks between",
  accepts: ({ value, file }) =>
    /\.txt(?:\.gz)?$/.test(file) &&
    !/(?:^|\/)groundTruth\//.test(file) &&
    isVideoFile(file) &&
    (value === undefined || typeof value === "string"),
  read({ value = "", file }, items) {
    const lines = (value as string).split(/\r\n?|\n/).filter((line) => line.trim() !== "");
    return videoRecord(file, lines.length === 1 ? words(lines[0] as string) : lines, items);
  },
  system,
};

/** Folders of videos alone are of one system, too. */
function system(file: string): string {
  return placeOf(file).system ?? "predictions";
}

/** As Python's `split()`. */
function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** The record of a file. Files of another split than gold's are passed over, as eval.py reads only those that the bundle of a split names. */
function videoRecord(file: string, labels: readonly string[], items: KnownItems<VideoContext> | undefined): Prediction | undefined {
  const id = videoIdOf(file, items);
  const context = contextOf(id, items);
  const { split } = placeOf(file);
  if (split !== undefined && context !== undefined && split !== context.split) return undefined;
  if (labels.length === 0) throw wrong(id, "labels", "a label for each frame", "none", "write the labels of all frames");
  return recordOf(id, undefined, runsOf(labels), "labels", context);
}

/** One record per prediction. */
export const recordFormat: SegmentsFormat = {
  id: "records",
  title:
    'JSONL, JSON, CSV or parquet records: id with prediction {"runs": [[label, frames], ...]} or {"frames": [label, ...]}, or with either alone',
  accepts({ value }) {
    const fields = fieldsOf(value);
    if (fields?.id === undefined || fields.split !== undefined) return false;
    return fields.prediction !== undefined || fields.runs !== undefined || fields.frames !== undefined || fields.output === "";
  },
  read({ value }, items) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = readId(fields);
    const sample = readSample(fields, id);
    const given = cell(fields.prediction ?? fields);
    // As `stepladder import` writes a file without an answer.
    if (given === fields && fields.output === "") return { id, sample, prediction: undefined };
    const under = given === fields ? "" : "prediction";
    return recordOf(id, sample, readRuns(given, under, id), under, contextOf(id, items));
  },
};

function readRuns(given: unknown, under: string, id: string): LabelRun[] {
  const fields = fieldsOf(given);
  if (fields?.frames === undefined) return joined(check(SegmentsPrediction, withCells(fields ?? given, "runs"), under, id).runs);
  return runsOf(check(FrameLabelsPrediction, withCells(fields, "frames"), under, id).frames);
}

/** Tables hold every cell as text: lists as JSON, or labels with blanks between. */
function withCells(given: unknown, name: "runs" | "frames"): unknown {
  const fields: Fields | undefined = fieldsOf(given);
  const own = fields?.[name];
  if (typeof own !== "string") return given;
  return { ...fields, [name]: name === "frames" && !/^\s*\[/.test(own) ? words(own) : cell(own) };
}

function recordOf(
  id: string,
  sample: number | undefined,
  runs: readonly LabelRun[],
  field: string,
  context: VideoContext | undefined,
): Prediction {
  const frames = framesIn(runs);
  if (frames > MOST_FRAMES) throw wrong(id, field, `at most ${MOST_FRAMES} frames`, `${frames}`, "predict at gold's frame rate");
  return { id, sample, prediction: { runs: [...runs] }, remarks: context === undefined ? [] : remarksOf(runs, frames, field, context) };
}

/** What deserves a look and is scored all the same. */
function remarksOf(runs: readonly LabelRun[], frames: number, field: string, context: VideoContext): Remark[] {
  const remarks: Remark[] = [];
  const at = field === "" ? {} : { field };
  if (frames !== context.frames) {
    const fix =
      frames > context.frames
        ? "frames beyond gold's are in no count of frames, but make segments, as in eval.py: predict at gold's frame rate, and cut what is too long"
        : "frames that are not there count as wrong, where eval.py stops: predict at gold's frame rate, to the end of the video";
    remarks.push({ kind: "other-length", ...at, expected: `${context.frames} frames, as gold has`, found: `${frames}`, fix });
  }
  const known = new Set(context.labels);
  if (runs.length > 0 && !runs.some(([label]) => known.has(label))) {
    remarks.push({
      kind: "foreign-labels",
      ...at,
      expected: `labels of the data set, in this video ${shown(context.labels.join(", "))}`,
      found: shown([...new Set(runs.map(([label]) => label))].join(", ")),
      fix: "write labels by their names in mapping.txt, not by their numbers",
    });
  }
  return remarks;
}

function wrong(id: string, field: string, expected: string, found: string, fix: string): RecordProblem {
  return new RecordProblem({ kind: "wrong-field", severity: "error", id, field, expected, found, fix });
}
