import { ProcedureItem, ProcedurePrediction } from "@stepladder/schema";
import type { Format, PredictionRecord } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import { RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { pyStr, pyStrip } from "@stepladder/wasm/lib/python.ts";
import { cell, type Fields, fault, fieldsOf, notAnObject, plainNumbers, readId, readSample } from "../records.ts";
import { isJudgment, officialJudgment, reasonedJudgment, remarksOf } from "./judgments.ts";
import { extractSteps, officialSteps } from "./steps.ts";

type Prediction = PredictionRecord<ProcedurePrediction>;

const PREFIX = "how2bench:";

/** Ids here are those of the benchmark behind its name: they may be anything, and other tracks have theirs. */
export function owns(id: string): boolean {
  return id.startsWith(PREFIX);
}

/** Text of a field as dataset.py takes it: nothing is empty text. */
function text(value: unknown): string {
  return value === null || value === undefined ? "" : pyStrip(pyStr(value));
}

/** The id under which an official record stands here: its `source_example_id`, else its `id`; empty where it has neither. */
function officialId(fields: Fields): string {
  const id = text(fields.source_example_id) || text(fields.id);
  return id === "" || owns(id) ? id : `${PREFIX}${id}`;
}

/** Whether a record holds what a system generated, or a judgment of that: what only official outputs have. */
function isOutput(fields: Fields): boolean {
  return isJudgment(fields) || fields.predicted_steps !== undefined || fields.model_completion !== undefined;
}

/** Whether a record is an official one: own layouts have the name before their ids. */
function isOfficial(fields: Fields): boolean {
  return fields.source_example_id !== undefined || (fields.id !== undefined && !owns(text(fields.id)));
}

/** The item that an official record is of; absent without id, goal or steps: dataset.py passes such a record over. */
function officialItem(fields: Fields): ProcedureItem | undefined {
  const [id, goal, steps] = [officialId(fields), text(fields.goal), officialSteps(fields.steps)];
  if (id === "" || goal === "" || steps.length === 0) return undefined;
  const item = { id, topic: text(fields.topic), goal, resources: officialSteps(fields.resources), steps };
  return isJudgment(fields) ? { ...item, judgment: officialJudgment(fields) } : item;
}

/** The benchmark as it is published, or made by How2Mine. */
export const benchRows: Format<ProcedureItem> = {
  id: "how2bench",
  title: "How2Bench rows: source_example_id (or id), topic, goal, resources, steps; or a How2Mine export with final_procedure",
  accepts({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined || isOutput(fields)) return false;
    if (isExport(fields)) return true;
    return isOfficial(fields) && typeof fields.goal === "string" && Array.isArray(fields.steps);
  },
  read({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    return officialItem(isExport(fields) ? exported(fields) : fields);
  },
};

function isExport({ final_procedure, source_example }: Fields): boolean {
  return fieldsOf(final_procedure) !== undefined && fieldsOf(source_example) !== undefined;
}

/** An export as the row that it makes. */
function exported(fields: Fields): Fields {
  const { goal, steps, resources } = fieldsOf(fields.final_procedure) ?? {};
  const source = fieldsOf(fields.source_example) ?? {};
  return { id: text(source.id) || fields.id, topic: text(source.topic) || fields.topic, goal, steps, resources };
}

/**
 * Gold that official outputs carry with them: each row repeats topic, goal and reference steps. With it a person who has judgments alone
 * can score them; of judgments the verdicts come along, so that another judge's, or people's, can be held against them.
 */
export const carriedGold: Format<ProcedureItem> = {
  id: "carried-gold",
  title:
    "Official judgments.jsonl or generations.jsonl, for the reference steps in it; judgments of another judge or of people to agree with",
  byChoice: true,
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields !== undefined && isOfficial(fields) && isOutput(fields) && Array.isArray(fields.steps) && fields.prediction === undefined;
  },
  read({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    return officialItem(fields);
  },
};

/** Gold in Stepladder's own layout, as `stepladder import` writes it: one item per line. */
export const items: Format<ProcedureItem> = {
  id: "stepladder-gold",
  title: "Stepladder gold: one item per line with id, topic, goal, resources and steps, perhaps with a judgment to agree with",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return typeof fields?.id === "string" && owns(fields.id) && Array.isArray(fields.steps) && fields.topic !== undefined;
  },
  read: ({ value }) => check(ProcedureItem, plainNumbers(value), ""),
};

/** Judgments and generations as the benchmark writes them. */
export const outputs: Format<Prediction> = {
  id: "outputs",
  title: "Official judgments.jsonl, or generations.jsonl with predicted_steps or model_completion",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields !== undefined && isOfficial(fields) && isOutput(fields) && fields.prediction === undefined;
  },
  read({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = officialId(fields);
    if (id === "") throw noId(fields);
    const judged = isJudgment(fields) ? { judgment: reasonedJudgment(fields) } : {};
    const remarks = isJudgment(fields) ? remarksOf(fields) : [];
    const { steps, extraction } = stepsOf(fields);
    return {
      id,
      sample: readSample(fields, id),
      prediction: { ...judged, ...(steps === undefined ? {} : { steps }) },
      remarks,
      ...(extraction === undefined ? {} : { extraction }),
    };
  },
};

/** The steps that a record gives: as drawn already, else as its completion holds them. */
function stepsOf({ predicted_steps: drawn, model_completion: completion }: Fields): { steps?: string[]; extraction?: { rule: string } } {
  if (drawn !== undefined) return { steps: officialSteps(cell(drawn)) };
  if (typeof completion !== "string") return {};
  const { steps, rule } = extractSteps(completion);
  return { steps: [...steps], extraction: { rule } };
}

/** One record per prediction, under our own id. */
export const records: Format<Prediction> = {
  id: "records",
  title:
    'JSONL, JSON, CSV or parquet records: id with prediction {"judgment": {"has_failure": false}, "steps": [...]}, or with a completion in output',
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields?.id !== undefined && fields.steps === undefined && (fields.prediction !== undefined || typeof fields.output === "string");
  },
  read({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = readId(fields);
    const sample = readSample(fields, id);
    if (fields.prediction === undefined && typeof fields.output === "string") {
      const { steps, rule } = extractSteps(fields.output);
      return { id, sample, prediction: { steps: [...steps] }, extraction: { rule } };
    }
    const prediction = check(ProcedurePrediction, plainNumbers(cell(fields.prediction)), "prediction", id);
    if (prediction.steps === undefined && prediction.judgment === undefined) {
      const fix = 'give the steps as a list, or a judgment such as {"has_failure": true, "n_failures": 1}';
      throw fault(id, "prediction", "steps, judgment or both", shown(fields.prediction), fix);
    }
    const remarks = prediction.judgment === undefined ? [] : remarksOf(prediction.judgment);
    return { id, sample, prediction, remarks };
  },
};

function noId(fields: Fields): RecordProblem {
  return new RecordProblem({
    kind: "no-id",
    severity: "error",
    field: "source_example_id",
    expected: "the id of an item, as text",
    found: `none among the fields ${shown(Object.keys(fields).join(", "))}`,
    fix: "give every record the source_example_id of its item, as it stands in gold",
  });
}
