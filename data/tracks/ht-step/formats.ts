import { HtStepPrediction } from "@stepladder/schema";
import type { Format, Gathering, PredictionFormat, PredictionRecord, Remark } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import type { Raw } from "@stepladder/wasm/intake/raw.ts";
import { cell, type Fields, fieldsOf, notAnObject, plainNumbers, readId, readSample } from "../records.ts";
import { fault, type HtStepContext, itemOf, videoOf } from "./items.ts";

type Prediction = PredictionRecord<HtStepPrediction>;
type Segments = NonNullable<HtStepPrediction["segments"]>;

const COLUMNS = ["video-id", "t-start", "t-end", "label", "score"] as const;

/** Predictions as the official scorer reads them: a row for each segment, those of a video anywhere in the table. */
export const segmentTable: PredictionFormat<HtStepPrediction, HtStepContext> = {
  id: "segment-table",
  title: "Official CSV: video-id, t-start, t-end, label (global_step_index) and score, with or without the column of row numbers",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return COLUMNS.every((name) => fields?.[name] !== undefined);
  },
  // Rows are gathered.
  read: () => undefined,
  gather: () => new Rows(),
};

class Rows implements Gathering<Prediction> {
  readonly #segments = new Map<string, Segments>();
  #rows = 0;

  add({ value }: Raw): void {
    const fields = fieldsOf(plainNumbers(value));
    if (fields === undefined) throw notAnObject(value);
    const order = this.#rows++;
    const { "video-id": video } = fields;
    if (typeof video !== "string" || video === "")
      throw fault(undefined, "video-id", "the id of a video", shown(video), "name the video in every row");
    const id = itemOf(video);
    const number = (name: (typeof COLUMNS)[number]): number => numberIn(fields, name, id);
    const own = this.#segments.get(id) ?? [];
    own.push({ start: number("t-start"), end: number("t-end"), label: labelIn(fields, "label", id), score: number("score"), order });
    this.#segments.set(id, own);
  }

  *items(): Generator<Prediction> {
    for (const [id, segments] of this.#segments) yield { id, sample: undefined, prediction: { segments } };
  }
}

/** A cell's number; tables hold every cell as text. */
function numberIn(fields: Fields, name: string, id: string): number {
  const value = fields[name];
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number === "number" && Number.isFinite(number)) return number;
  throw fault(id, name, "a finite number", shown(value), `write ${name} as a number`);
}

function labelIn(fields: Fields, name: string, id: string): number {
  const label = numberIn(fields, name, id);
  if (Number.isInteger(label)) return label;
  throw fault(id, name, "the number of a step (global_step_index)", shown(fields[name]), "write the step's number");
}

/** Predictions as a table that the official scorer reads. */
export function toCsv(records: Iterable<{ readonly id: string; readonly prediction: HtStepPrediction }>): string {
  const rows = [...records].flatMap(({ id, prediction: { segments = [] } }) =>
    segments.map(({ start, end, label, score, order }, place) => ({
      order: order ?? place,
      cells: [videoOf(id), start, end, label, score],
    })),
  );
  const lines = rows.toSorted((a, b) => a.order - b.order).map(({ cells }, row) => [row, ...cells].join(","));
  return [["", ...COLUMNS].join(","), ...lines, ""].join("\n");
}

/** Lists by video, perhaps below `results`, as ActivityNet's files have them. */
function videosOf(value: unknown): Fields | undefined {
  const fields = fieldsOf(value);
  return fieldsOf(fields?.results) ?? fields;
}

/** Each video with its list; throws RecordProblem where there is something else. */
function* listsOf(value: unknown): Generator<readonly [string, readonly unknown[]]> {
  const videos = videosOf(value);
  if (videos === undefined) throw notAnObject(value);
  for (const [video, list] of Object.entries(videos)) {
    if (!Array.isArray(list)) throw fault(itemOf(video), video, "a list", shown(list), "give every video a list");
    yield [video, list];
  }
}

/** The first list of an object of lists by video that has anything in it. */
function firstOf(value: unknown): unknown {
  const lists = Object.values(videosOf(value) ?? {});
  return lists.every(Array.isArray) ? lists.find(({ length }) => length > 0)?.[0] : undefined;
}

/** Segments of all videos in one object: ActivityNet's layout, and the one that the official scorer reads from JSON. */
export const segmentObject: PredictionFormat<HtStepPrediction, HtStepContext> = {
  id: "segment-object",
  title:
    'One object of all videos: {"results": {video: [{"segment": [start, end], "label": number, "score": number}]}}, with or without results',
  accepts: ({ value }) => Array.isArray(fieldsOf(firstOf(value))?.segment),
  // One object holds all videos.
  read: () => undefined,
  *readAll({ value }) {
    let order = 0;
    for (const [video, list] of listsOf(value)) {
      const id = itemOf(video);
      const segments = list.map((one, i) => segmentIn(one, `${video}[${i}]`, id, order++));
      yield { id, sample: undefined, prediction: { segments } };
    }
  },
};

function segmentIn(value: unknown, field: string, id: string, order: number): Segments[number] {
  const fields = fieldsOf(plainNumbers(value));
  const { segment } = fields ?? {};
  if (fields === undefined || !Array.isArray(segment) || segment.length !== 2) {
    throw fault(
      id,
      field,
      '{"segment": [start, end], "label", "score"}',
      shown(value),
      "give each segment a start, an end, a label and a score",
    );
  }
  const named = (names: readonly string[]): string => names.find((name) => fields[name] !== undefined) ?? (names[0] as string);
  const [start, end] = segment;
  return {
    start: numberIn({ start }, "start", id),
    end: numberIn({ end }, "end", id),
    label: labelIn(fields, named(["label", "id", "label_id"]), id),
    score: numberIn(fields, named(["score", "scores"]), id),
    order,
  };
}

/** Seconds of all videos in one object, as NaSVA writes them: one for each step of the article, in its order. */
export const secondObject: PredictionFormat<HtStepPrediction, HtStepContext> = {
  id: "second-object",
  title: "One object of all videos: {video: [second of each step of its article, in order]}, null for none",
  accepts({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined || fields.id !== undefined) return false;
    const first = plainNumbers(firstOf(value));
    return first === null || typeof first === "number";
  },
  // One object holds all videos.
  read: () => undefined,
  *readAll({ value }, { ids, contexts }) {
    const steps = new Map(ids.map((id, i) => [id, contexts[i]?.steps.length]));
    for (const [video, list] of listsOf(value)) {
      const id = itemOf(video);
      const prediction = check(HtStepPrediction, { seconds: plainNumbers(list) }, video, id);
      const expected = steps.get(id);
      const told = prediction.seconds?.length ?? 0;
      const remarks = expected === undefined || expected === told ? [] : [otherLength(video, expected, told)];
      yield { id, sample: undefined, prediction, remarks };
    }
  },
};

function otherLength(video: string, expected: number, found: number): Remark {
  return {
    kind: "other-length",
    field: video,
    expected: `${expected} seconds, one for each step of the article`,
    found: `${found}`,
    fix: "write one second for each step of the article in its order, null for steps without one",
  };
}

/** One record per prediction. */
export const recordFormat: Format<Prediction> = {
  id: "records",
  title:
    'JSONL, JSON, CSV or parquet records: id with prediction {"segments": [{"start", "end", "label", "score"}]} or {"seconds": [...]}, or either list itself',
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields?.id !== undefined && fields.prediction !== undefined && fields.counted === undefined;
  },
  read({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = readId(fields);
    const sample = readSample(fields, id);
    return { id, sample, prediction: check(HtStepPrediction, named(plainNumbers(cell(fields.prediction))), "prediction", id) };
  },
};

/** A list by itself is of segments or of seconds, as its first place tells. */
function named(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return fieldsOf(value[0]) === undefined ? { seconds: value } : { segments: value };
}
