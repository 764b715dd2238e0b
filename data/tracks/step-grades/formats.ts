import { TrajectoryItem, TrajectoryPrediction } from "@stepladder/schema";
import type { Format, PredictionRecord, Remark } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import { type Raw, RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { cell, type Fields, fault, fieldsOf, notAnObject, plainNumbers, readId, readSample } from "../records.ts";
import { gradeOf, verdictOf } from "./rules.ts";

type Prediction = PredictionRecord<TrajectoryPrediction>;

const PREFIX = "webstar:";

/** Ids here are those of the tasks, or the places of trajectories in their file, behind the benchmark's name. */
export function owns(id: string): boolean {
  return id.startsWith(PREFIX);
}

function idOf(name: string): string {
  return owns(name) ? name : `${PREFIX}${name}`;
}

/** Turns of the agent: its steps. The release names the speaker of some turns `from`, of others `role`. */
function stepsOf({ conversations }: Fields): Fields[] {
  const turns = Array.isArray(conversations) ? conversations.map(fieldsOf).filter((turn) => turn !== undefined) : [];
  return turns.filter(({ from, role }) => from === "assistant" || role === "assistant");
}

/** A step's grade: as drawn already, else as the grader's text has it. */
function gradeOfStep({ score, judge }: Fields): number | null {
  const given = plainNumbers(score);
  if (Number.isInteger(given) && (given as number) >= 0) return given as number;
  return (typeof judge === "string" ? gradeOf(judge) : undefined) ?? null;
}

/** A trajectory of the release: it bears no id, so its line names it where it has none of its own. */
function released({ value, line }: Raw): Fields & { id: string; grades: (number | null)[]; success?: boolean } {
  const fields = fieldsOf(value);
  if (fields === undefined) throw notAnObject(value);
  const name = typeof fields.id === "string" && fields.id !== "" ? fields.id : line;
  if (name === undefined) throw noPlace();
  const { success } = fields;
  return { id: idOf(`${name}`), grades: stepsOf(fields).map(gradeOfStep), ...(typeof success === "boolean" ? { success } : {}) };
}

function isReleased({ value }: Raw): boolean {
  const fields = fieldsOf(value);
  return fields !== undefined && stepsOf(fields).length > 0;
}

/** Trajectories of WebSTAR, with the grades of its grader. */
export const releasedGold: Format<TrajectoryItem> = {
  id: "webstar",
  title: "WebSTAR records: conversations with a score, or the grader's text in judge, at each turn of the assistant; one per line",
  byChoice: true,
  accepts: isReleased,
  read(raw) {
    const { id, grades, success } = released(raw);
    return { id, site: "", ...(success === undefined ? {} : { success }), grades };
  },
};

/** The tasks that agents are sent on. */
export const tasks: Format<TrajectoryItem> = {
  id: "webvoyager",
  title: "WebVoyager tasks: id, web_name and ques, for verdicts on trajectories",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return typeof fields?.id === "string" && typeof fields.web_name === "string" && fields.ques !== undefined;
  },
  read({ value }) {
    const { id, web_name } = fieldsOf(value) ?? {};
    return check(TrajectoryItem, { id: idOf(String(id)), site: web_name, grades: [] }, "");
  },
};

/** Gold in Stepladder's own layout, as `stepladder import` writes it: one item per line. */
export const items: Format<TrajectoryItem> = {
  id: "stepladder-gold",
  title: "Stepladder gold: one trajectory per line with id, site, success and grades",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return typeof fields?.id === "string" && Array.isArray(fields.grades) && fields.site !== undefined;
  },
  read: ({ value }) => check(TrajectoryItem, plainNumbers(value), ""),
};

/** Trajectories in the layout of WebSTAR, graded by whom it may be. */
export const releasedPredictions: Format<Prediction> = {
  id: "webstar",
  title: "WebSTAR records, graded by the system: as many in the same order as gold, or with its ids",
  accepts: isReleased,
  read(raw) {
    const { id, grades } = released(raw);
    return { id, sample: undefined, prediction: { grades } };
  },
};

/** One record per prediction, under our own id. */
export const records: Format<Prediction> = {
  id: "records",
  title:
    'JSONL, JSON, CSV or parquet records: id with prediction {"grades": [9, "... Expected value: 4", null], "success": true}, or with a judge\'s verdict in output',
  accepts({ value }) {
    const fields = fieldsOf(value);
    return (
      fields?.id !== undefined && fields.grades === undefined && (fields.prediction !== undefined || typeof fields.output === "string")
    );
  },
  read({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = readId(fields);
    const sample = readSample(fields, id);
    return { id, sample, ...(fields.prediction === undefined ? readVerdict(fields.output) : readPrediction(fields.prediction, id)) };
  },
};

/** What a person is told whose text holds no verdict. */
const NO_VERDICT = { expected: "SUCCESS or NOT SUCCESS, in capitals", fix: "have the judge end with one of them" };

function readVerdict(output: unknown): Pick<Prediction, "prediction" | "extraction"> {
  const success = typeof output === "string" ? verdictOf(output) : undefined;
  return success === undefined
    ? { prediction: undefined, extraction: { rule: undefined, missing: NO_VERDICT } }
    : { prediction: { success }, extraction: { rule: "verdict" } };
}

function readPrediction(given: unknown, id: string): Pick<Prediction, "prediction" | "extraction" | "remarks"> {
  const value = plainNumbers(cell(given));
  const { grades, ...rest } = fieldsOf(Array.isArray(value) ? { grades: value } : value) ?? {};
  const told = Array.isArray(grades) ? grades.map((grade) => (typeof grade === "string" ? (gradeOf(grade) ?? null) : grade)) : grades;
  const drawn = Array.isArray(grades) && grades.some((grade) => typeof grade === "string");
  const prediction = check(TrajectoryPrediction, told === undefined ? { ...rest } : { ...rest, grades: told }, "prediction", id);
  if (prediction.grades === undefined && prediction.success === undefined) {
    const fix = "give the grades of the steps as a list, or success as true or false";
    throw fault(id, "prediction", "grades, success or both", shown(given), fix);
  }
  return { prediction, ...(drawn ? { extraction: { rule: "expected-value" }, remarks: textsWithoutGrade(grades) } : {}) };
}

/** A remark on the first text of a grader that says no grade: its step has none. */
function textsWithoutGrade(grades: readonly unknown[]): Remark[] {
  const place = grades.findIndex((grade) => typeof grade === "string" && gradeOf(grade) === undefined);
  if (place < 0) return [];
  const expected = "a grader's text that says Expected value: and a number, or a number without quotes";
  const fix = "write the grade as a number; a step whose text says none has no grade";
  return [{ kind: "no-grade", field: `prediction.grades[${place}]`, expected, found: shown(grades[place]), fix }];
}

function noPlace(): RecordProblem {
  return new RecordProblem({
    kind: "no-id",
    severity: "error",
    field: "id",
    expected: "an id, or a line of its own that names the trajectory",
    found: "neither",
    fix: "write one trajectory per line (JSONL), or give each an id",
  });
}
