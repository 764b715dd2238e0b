import { LabelsItem, type LabelsPrediction } from "@stepladder/schema";
import type { Format, PredictionRecord } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { pyStrip } from "@stepladder/wasm/lib/python.ts";
import { type Fields, fieldsOf, inCell, notAnObject, readId, readSample } from "../records.ts";
import { officialLabels, remarksOf } from "./labels.ts";
import { revisionOf } from "./revision.ts";
import { DATASETS, trajectoryOf } from "./trajectories.ts";

type Prediction = PredictionRecord<LabelsPrediction>;

/** `hotpotqa__run.jsonl`: predictions of a run for one set. */
const RUN = new RegExp(`(?:^|/)(?:${DATASETS.join("|")})__([^/]+?)(?:\\.jsonl|\\.json)?(?:\\.gz)?$`);

/** What only annotations and judgments carry, so that they are told from gold, which has the same fields otherwise. */
const OF_PREDICTIONS = ["annotator", "username", "status", "comment", "updated_at", "created_at", "timestamp", "explanations"] as const;

/** Whether a record is official gold: a row of its release, or a whole trajectory with its labels. */
export function isGold(fields: Fields, file: string): boolean {
  if (fields.step_labels === undefined || fields.total_index === undefined || fields.final_label === undefined) return false;
  return !RUN.test(file) && OF_PREDICTIONS.every((name) => fields[name] === undefined);
}

/** Predictions as the official judge writes them, one file per set, or the sets together. */
export const judgments: Format<Prediction> = {
  id: "judgments",
  title:
    "Official records: <dataset>__<run>.jsonl, or all sets in one file, with dataset, query_index, sample_index (or total_index) and step_labels",
  accepts({ value, file }) {
    const fields = fieldsOf(value);
    if (fields === undefined || !("step_labels" in fields) || fields.messages !== undefined) return false;
    return ["total_index", "query_index", "record_id"].some((name) => fields[name] !== undefined) && !isGold(fields, file);
  },
  read({ value, file }) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const { id } = trajectoryOf(fields, file);
    const labels = officialLabels(fields.step_labels, "step_labels", id);
    const failed = hasFailed(fields) && Object.keys(labels).length === 0;
    const remarks = remarksOf(fields.step_labels, "step_labels");
    return { id, sample: undefined, prediction: failed ? undefined : { labels }, revision: revisionOf(fields), remarks };
  },
  system: (file) => RUN.exec(file)?.[1],
};

/** Whether the official judge gave up on the trajectory. */
function hasFailed({ comment }: Fields): boolean {
  return typeof comment === "string" && pyStrip(comment).startsWith("llm_annotate_failed:");
}

/** One record per prediction, under our own id. */
export const records: Format<Prediction> = {
  id: "records",
  title: 'JSONL, JSON, CSV or parquet records: id with prediction {"labels": {"2": 1, "4": -1}}, or with labels',
  accepts({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined || fields.id === undefined || fields.final !== undefined) return false;
    return fields.prediction !== undefined || fields.labels !== undefined || fields.output === "";
  },
  read({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = readId(fields);
    const sample = readSample(fields, id);
    const { prediction = fields, output } = fields;
    // As `stepladder import` writes a judge that gave up.
    if (prediction === fields && fields.labels === undefined && output === "") return { id, sample, prediction: undefined };
    const under = prediction === fields ? "labels" : "prediction.labels";
    const given = fieldsOf(prediction)?.labels;
    if (given === undefined) throw noLabels(under, prediction, id);
    const labels = typeof given === "string" ? inCell(given) : given;
    return { id, sample, prediction: { labels: officialLabels(labels, under, id) }, remarks: remarksOf(labels, under) };
  },
};

function noLabels(field: string, prediction: unknown, id: string): RecordProblem {
  return new RecordProblem({
    kind: "wrong-field",
    severity: "error",
    id,
    field,
    expected: "labels by message index",
    found: fieldsOf(prediction) === undefined ? shown(prediction) : "nothing",
    fix: 'add the labels, such as {"2": 1, "4": -1}; write {} where the judge gave none',
  });
}

/** Gold in Stepladder's own layout, as `stepladder import` writes it: one item per line. */
export const items: Format<LabelsItem> = {
  id: "stepladder-gold",
  title: "Stepladder gold: one item per line with id, dataset, question, labels and final",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields !== undefined && typeof fields.id === "string" && fieldsOf(fields.labels) !== undefined && fields.question !== undefined;
  },
  read: ({ value }) => check(LabelsItem, value, ""),
};
