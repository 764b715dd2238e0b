import { CrosstaskPrediction } from "@stepladder/schema";
import type { Gathering, KnownItems, PredictionFormat, PredictionRecord } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import { parseJson } from "@stepladder/wasm/intake/json.ts";
import type { Raw, RecordProblem } from "@stepladder/wasm/intake/raw.ts";
import { MOST_STEPS } from "@stepladder/wasm/metrics/pointing/abi.ts";
import { fieldsOf, notAnObject, plainNumbers, readId, readOrProblem, readSample } from "../records.ts";
import { isPoints } from "../times.ts";
import { itemId, wrong } from "./gold.ts";

/** All that scoring keeps of an item: how many steps its task has, and when the last segment ends. */
export interface CrosstaskContext {
  readonly steps: number;
  readonly end: number;
}

type CrosstaskFormat = PredictionFormat<CrosstaskPrediction, CrosstaskContext>;
type Items = KnownItems<CrosstaskContext>;
type Prediction = PredictionRecord<CrosstaskPrediction>;

/** One record per prediction. */
export const recordFormat: CrosstaskFormat = {
  id: "records",
  title:
    'JSONL, JSON or CSV records: id with prediction {"seconds": [one for each step]} or {"scores": [a row of numbers for each second]}',
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields?.id !== undefined && fields.prediction !== undefined && fields.segments === undefined;
  },
  read: ({ value }) => readRecord(value),
  *readAll({ value }, items) {
    yield fitted(readRecord(value), items);
  },
};

function readRecord(value: unknown): Prediction {
  const fields = fieldsOf(value);
  if (fields === undefined) throw notAnObject(value);
  const id = readId(fields);
  const sample = readSample(fields, id);
  // A system that says nothing of a video may say so.
  if (fields.prediction === null) return { id, sample, prediction: undefined };
  return { id, sample, prediction: readPrediction(fields.prediction, "prediction", id) };
}

/** A prediction; a list alone is one of seconds, or of rows of scores. */
function readPrediction(given: unknown, field: string, id: string): CrosstaskPrediction {
  // Tables hold every cell as text.
  const value = plainNumbers(typeof given === "string" && /^\s*[[{]/.test(given) ? parseJson(given) : given);
  if (!Array.isArray(value)) return check(CrosstaskPrediction, value, field, id);
  return check(CrosstaskPrediction, Array.isArray(value[0]) ? { scores: value } : { seconds: value }, field, id);
}

/** One object with all videos. */
export const videosObject: CrosstaskFormat = {
  id: "videos-object",
  title: "One JSON object: <task>_<video> (or the video alone) with a list of seconds or rows of scores",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields !== undefined && fields.id === undefined && isPoints(Object.values(fields)[0]);
  },
  // Without gold a video alone says nothing of its task.
  read: ({ value }) => {
    const [[name, given] = ["", []]] = Object.entries(fieldsOf(value) ?? {});
    return { id: itemId(name), sample: undefined, prediction: readPrediction(given, name, itemId(name)) };
  },
  *readAll({ value }, items) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    for (const [name, given] of Object.entries(fields)) {
      const id = items.ids.find((own) => own === itemId(name) || own.endsWith(`_${name}`)) ?? itemId(name);
      yield readOrProblem(() => fitted({ id, sample: undefined, prediction: readPrediction(given, name, id) }, items));
    }
  },
};

/** `<folder>/<task>_<video>.csv`, but not those of gold. */
const TABLE = /(?:(?:^|\/)([^/]+)\/)?(\d+_[\w-]+)\.[ct]sv(?:\.gz)?$/;

function told(file: string): { readonly id: string; readonly system: string | undefined } | undefined {
  const [, folder, name] = TABLE.exec(file) ?? [];
  return name === undefined || folder === "annotations" ? undefined : { id: itemId(name), system: folder };
}

/** A table of numbers for each video. */
export const scoreTables: CrosstaskFormat = {
  id: "score-tables",
  title: "Folders of <task>_<video>.csv (or .tsv): a row for each second, a column for each step, numbers only",
  accepts: ({ value, file }) => Array.isArray(value) && told(file) !== undefined,
  read: () => undefined,
  gather: (items) => new TableGathering(items),
  system: (file) => told(file)?.system,
};

class TableGathering implements Gathering<Prediction> {
  readonly #items: Items;
  readonly #rows: number[][] = [];
  #id = "";
  #fault: RecordProblem | undefined;

  constructor(items: Items) {
    this.#items = items;
  }

  add({ value, file, line }: Raw): void {
    this.#id = told(file)?.id ?? "";
    const cells: readonly unknown[] = Array.isArray(value) ? value : [Number.NaN];
    this.#rows.push(cells.map(Number));
    const row = this.#rows.length;
    // A row is a second: where one is missing, all behind it would move.
    const isNext = line === row;
    if (isNext && cells.every((cell) => Number.isFinite(Number(cell)))) return;
    const found = isNext ? shown(Array.isArray(value) ? cells.join(",") : value) : "none that can be read";
    this.#fault ??= wrong(
      this.#id,
      `row ${row}`,
      "finite numbers, a row for each second",
      found,
      "write numbers only, without a header or blank lines",
    );
  }

  *items(): Generator<Prediction> {
    if (this.#fault !== undefined) throw this.#fault;
    yield fitted({ id: this.#id, sample: undefined, prediction: { scores: this.#rows } }, this.#items);
  }
}

/** The record, if its prediction is of the form that its item asks for; of an unknown item nothing is asked. */
function fitted(record: Prediction, { ids, contexts }: Items): Prediction {
  const { id, prediction: { seconds, scores } = {} } = record;
  const steps = contexts[ids.indexOf(id)]?.steps;
  if (steps === undefined) return record;
  if (scores !== undefined) checkScores(scores, steps, id);
  else if (seconds !== undefined && seconds.length > 0 && seconds.length !== steps)
    throw wrong(
      id,
      "seconds",
      `${steps} of them, one for each step of the task`,
      `${seconds.length}`,
      "say null for a step that is not pointed at",
    );
  return record;
}

function checkScores(scores: readonly (readonly number[])[], steps: number, id: string): void {
  if (steps > MOST_STEPS) throw wrong(id, "scores", `at most ${MOST_STEPS} steps`, `${steps}`, "give seconds in place of scores");
  const other = scores.findIndex(({ length }) => length !== steps);
  const width = scores[other]?.length ?? 0;
  const turned = scores.length === steps && width > steps;
  const fix = turned ? "write a row for each second, not one for each step" : "write a number for each step of the task, in its order";
  if (other !== -1)
    throw wrong(
      id,
      `scores[${other}]`,
      `${steps} numbers, one for each step`,
      turned ? `${width}: rows and columns seem exchanged` : `${width}`,
      fix,
    );
  if (scores.length < steps)
    throw wrong(
      id,
      "scores",
      `at least ${steps} rows: each step takes a second of its own`,
      `${scores.length}`,
      "write a row for each second of the video",
    );
}
