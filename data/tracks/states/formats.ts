import { isState, type States, StatesItem, StatesPrediction } from "@stepladder/schema";
import type { Format, PredictionRecord } from "@stepladder/wasm/host/track.ts";
import { check } from "@stepladder/wasm/intake/check.ts";
import { extractStates } from "@stepladder/wasm/intake/extract.ts";
import { parseJson } from "@stepladder/wasm/intake/json.ts";
import { type Raw, RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { type Fields, fieldsOf, idOf, notAnObject, readId, readSample } from "../records.ts";

/** A structured run of states, or a run drawn from a model's raw text. */
export function readRun(value: unknown, under: string, id: string): Pick<PredictionRecord<StatesPrediction>, "prediction" | "extraction"> {
  if (typeof value === "string") {
    const found = extractStates(value);
    return { prediction: found?.prediction, extraction: { rule: found?.rule } };
  }
  const fields = fieldsOf(value);
  if (fields === undefined || fields.final !== undefined) return { prediction: runOf(value) ?? check(StatesPrediction, value, under, id) };
  throw new RecordProblem({
    kind: "wrong-field",
    severity: "error",
    id,
    field: under === "" ? "final" : `${under}.final`,
    expected: "the final state",
    found: "nothing",
    fix: 'add the final state; write "" where the system gave none',
  });
}

/** What the schemas of a run would give, ten times as fast; where there is anything to say against it, they say it. */
function runOf(value: unknown): StatesPrediction | undefined {
  const { intermediate, final } = fieldsOf(value) ?? {};
  return Array.isArray(intermediate) && final !== undefined ? { intermediate, final } : undefined;
}

/** The same for gold. */
export function goldRunOf(value: unknown): States | undefined {
  const run = runOf(value);
  return run !== undefined && isState(run.final) && run.intermediate.every(isState) ? (run as States) : undefined;
}

/** Where a record may carry its run: structured under `prediction` or spread over the record, or as raw text. */
const TEXT_FIELDS = ["output", "response", "completion", "text"] as const;

/** One record per prediction: `{id, prediction: {intermediate, final}}`, `{id, intermediate, final}` or `{id, output: "model text"}`. */
export const recordFormat: Format<PredictionRecord<StatesPrediction>> = {
  id: "records",
  title:
    "JSONL, JSON, CSV or parquet records: id with prediction {intermediate, final}, with intermediate and final, or with the model's text in output",
  accepts({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined || idOf(fields) === undefined || fields.label !== undefined) return false;
    if (fields.init !== undefined && fields.prediction === undefined) return false;
    return (
      fields.prediction !== undefined ||
      fields.intermediate !== undefined ||
      fields.final !== undefined ||
      TEXT_FIELDS.some((name) => fields[name] !== undefined)
    );
  },
  read({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = readId(fields);
    const sample = readSample(fields, id);
    if (fields.prediction !== undefined) return { id, sample, ...readRun(fields.prediction, "prediction", id) };
    const text = TEXT_FIELDS.find((name) => typeof fields[name] === "string");
    if (text !== undefined && fields.final === undefined) return { id, sample, ...readRun(fields[text], text, id) };
    return { id, sample, ...readRun(spread(fields), "", id) };
  },
};

/** Tables hold every cell as text, lists as their JSON; a run whose intermediate states are text is from one. */
function spread({ intermediate, final }: Fields): Fields {
  return typeof intermediate === "string" ? { intermediate: cell(intermediate), final: cell(final) } : { intermediate, final };
}

function cell(value: unknown): unknown {
  if (typeof value !== "string" || !value.trimStart().startsWith("[")) return value;
  try {
    return parseJson(value);
  } catch (error) {
    if (!(error instanceof RecordProblem)) throw error;
    return value;
  }
}

/** Gold in Stepladder's own layout, as `stepladder import` and `generate` write it: one item per line. */
export const goldFormat: Format<StatesItem> = {
  id: "stepladder-gold",
  title: "Stepladder gold: one item per line with id, task, prompt, init, intermediate, final",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return (
      fields !== undefined &&
      typeof fields.id === "string" &&
      "init" in fields &&
      Array.isArray(fields.intermediate) &&
      isState(fields.final)
    );
  },
  read: ({ value }: Raw) => check(StatesItem, value, ""),
};
