import { SeverityItem, SeverityPrediction } from "@stepladder/schema";
import type { Format, PredictionFormat, PredictionRecord } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import { type Raw, RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { type Fields, fieldsOf, notAnObject, plainNumbers, readId, readSample } from "../records.ts";
import { CURRENT, runId } from "./scenarios.ts";
import { columnOf, type Judged, judged, judgeOf, RunGathering, severityIn, tableRow, variationOf } from "./tables.ts";

type Runs = PredictionFormat<SeverityPrediction, unknown>;

function rowOf({ value }: Raw): Fields {
  const fields = fieldsOf(value);
  if (fields === undefined) throw notAnObject(value);
  return fields;
}

/** Tables as the official scripts write them, one for each judge. */
export const judgeTables: Runs = {
  id: "judge-tables",
  title:
    "Official tables: scores_<judge>.csv with scenario and <model>-mandated, <model>-incentivized; those of several judges together, in a zip or folder named after the model where they hold several",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields?.scenario !== undefined && Object.keys(fields).some((name) => columnOf(name) !== undefined);
  },
  read: () => undefined,
  gather: () => new RunGathering((raw) => tableRow(rowOf(raw), judgeOf(raw.file))),
  gathersFiles: true,
};

/** One row for each score. */
export const longRows: Runs = {
  id: "rows",
  title: "CSV, JSONL or parquet rows: scenario, variation, judge, score, and model",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields !== undefined && ["scenario", "variation", "judge", "score"].every((name) => name in fields);
  },
  read: () => undefined,
  gather: () => new RunGathering((raw) => [judgedIn(rowOf(raw))]),
};

function judgedIn({ scenario, variation: told, judge, score, model }: Fields): Judged {
  const name = (value: unknown, field: string): string => {
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    throw new RecordProblem({ ...wrong, field, expected: "a name", found: shown(value), fix: `give the ${field} of each score` });
  };
  const variation = variationOf(told);
  if (variation === undefined) {
    const expected = '"mandated" or "incentivized"';
    throw new RecordProblem({ ...wrong, field: "variation", expected, found: shown(told), fix: `make variation ${expected}` });
  }
  const own = name(scenario, "scenario");
  const of = model === undefined || model === "" ? undefined : name(model, "model");
  const grade = severityIn(score, "score");
  if (grade !== null && typeof grade === "object") throw new RecordProblem({ ...grade, severity: "error", id: runId(own, variation) });
  return { model: of, scenario: own, variation, judge: name(judge, "judge"), score: grade };
}

const wrong = { kind: "wrong-field", severity: "error" } as const;

/** One record per run, under our own id. */
export const records: Runs = {
  id: "records",
  title: 'JSONL or JSON records: id <scenario>:<variation> with prediction {"judges": {"<judge>": 3, ...}, "model": "<model>", "self": 2}',
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields?.id !== undefined && fields.release === undefined && (fields.prediction !== undefined || fields.output === "");
  },
  read({ value }): PredictionRecord<SeverityPrediction> {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = readId(fields);
    const sample = readSample(fields, id);
    // As a run without any score is written.
    if (fields.prediction === undefined && fields.output === "") return { id, sample, prediction: undefined };
    const prediction = check(SeverityPrediction, plainNumbers(fields.prediction), "prediction", id);
    return { id, sample, prediction: judged(prediction, id) };
  },
};

/** The official list of scenarios with their prompts, of which only the names count. */
export const prompts: Format<SeverityItem> = {
  id: "prompts",
  title: "Official prompts: a JSON array with scenario, variation, system_prompt and user_prompt",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields?.scenario !== undefined && fields.variation !== undefined && fields.system_prompt !== undefined;
  },
  read({ value }) {
    const { scenario, variation } = fieldsOf(value) ?? {};
    const id = `${String(scenario)}:${variationOf(variation) ?? String(variation)}`;
    return check(SeverityItem, { id, scenario, variation: variationOf(variation) ?? variation, release: CURRENT }, "", id);
  },
};

/** Gold in Stepladder's own layout. */
export const goldFormat: Format<SeverityItem> = {
  id: "stepladder-gold",
  title: "Stepladder gold: one run per line with id, scenario, variation and release",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return typeof fields?.id === "string" && fields.scenario !== undefined && fields.release !== undefined;
  },
  read: ({ value }) => check(SeverityItem, value, ""),
};
