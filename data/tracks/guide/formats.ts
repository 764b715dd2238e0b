import { CaptionsItem, CaptionsPrediction } from "@stepladder/schema";
import type { Format, GatheredFormat, PredictionFormat, PredictionRecord } from "@stepladder/wasm/host/track.ts";
import { check, shown } from "@stepladder/wasm/intake/check.ts";
import { wordsOf } from "@stepladder/wasm/metrics/captions/vocabulary.ts";
import { cell, type Fields, fieldsOf, notAnObject, plainNumbers, readId, readOrProblem, readSample, resultsOf } from "../records.ts";
import { fault, GuideRecord, itemId, itemsOf, subtaskOf } from "./records.ts";

/** Gold as GUIDE's README shows it: one task per record. */
export const officialRecords: GatheredFormat<CaptionsItem> = {
  id: "guide-records",
  title: "GUIDE's own records, as JSON or JSONL: query, category, guideline_steps, and videos with their specific_step",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fieldsOf(fields?.guideline_steps) !== undefined && fieldsOf(fields?.videos) !== undefined;
  },
  gather() {
    const records: GuideRecord[] = [];
    return {
      add: ({ value }) => void records.push(check(GuideRecord, plainNumbers(value), "")),
      *items() {
        for (const record of records) for (const item of itemsOf(record)) yield checked(item);
      },
    };
  },
};

/** Gold in Stepladder's own layout, as `stepladder import` writes it. */
export const goldFormat: Format<CaptionsItem> = {
  id: "stepladder-gold",
  title: "Stepladder gold: one question per line with id, subtask, query, category, videos and steps",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return typeof fields?.id === "string" && fields.subtask !== undefined && Array.isArray(fields.steps);
  },
  read: ({ value }) => checked(check(CaptionsItem, plainNumbers(value), "")),
};

/** What a schema cannot say of an item. */
function checked(item: CaptionsItem): CaptionsItem {
  const { id, subtask, guideline = [], steps } = item;
  if (subtaskOf(id) !== subtask)
    throw fault(id, "subtask", `${subtaskOf(id)}, as the id says`, subtask, "give the item the id of its subtask");
  for (const [i, { caption, bounds, guideline_step: part = 0 }] of steps.entries()) {
    if (wordsOf(caption).length === 0) throw fault(id, `steps[${i}].caption`, "a word", shown(caption), "leave out steps without words");
    const [start = 0, end = 0] = bounds ?? [];
    if (subtask === "step-captioning" && end <= start)
      throw fault(id, `steps[${i}].bounds`, "a start and a later end", shown(bounds), "give each step its bounds in seconds");
    if (subtask === "guided-captioning" && (part < 1 || part > guideline.length))
      throw fault(
        id,
        `steps[${i}].guideline_step`,
        `a number from 1 to ${guideline.length}`,
        `${part}`,
        "number the guideline's steps from 1",
      );
  }
  return item;
}

type Predicted = PredictionRecord<CaptionsPrediction>;

/** One record per prediction. */
export const recordFormat: Format<Predicted> = {
  id: "records",
  title:
    "JSONL, JSON or CSV records: id with prediction, a list of captions or of {caption, bounds, guideline_step}, or an object of these by number",
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields?.id !== undefined && fields.prediction !== undefined && fields.subtask === undefined;
  },
  read({ value }) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    const id = readId(fields);
    return { id, sample: readSample(fields, id), prediction: readPrediction(fields.prediction, id) };
  },
};

function readPrediction(given: unknown, id: string): CaptionsPrediction {
  const value = plainNumbers(cell(given));
  const fields = fieldsOf(value);
  const listed = Array.isArray(value) ? value : fields === undefined || fields.steps !== undefined ? undefined : numbered(fields);
  const prediction = check(CaptionsPrediction, listed === undefined ? value : { steps: listed.map(step) }, "prediction", id);
  // Without them no caption would have a partner, and nobody would be told why.
  const needed = { "step-captioning": "bounds", "guided-captioning": "guideline_step", "guideline-summarisation": "caption" } as const;
  const subtask = subtaskOf(id);
  const field = subtask === undefined ? "caption" : needed[subtask];
  const bare = prediction.steps.findIndex((one) => one[field] === undefined);
  if (bare === -1) return prediction;
  throw fault(id, `prediction.steps[${bare}].${field}`, `${field} of each step`, "nothing", `add ${field}: ${subtask} is paired by it`);
}

/** A step as systems write it: text alone, or under other names. */
function step(given: unknown): unknown {
  if (typeof given === "string") return { caption: given };
  const fields = fieldsOf(given);
  if (fields === undefined) return given;
  const caption = fields.caption ?? fields.title ?? fields.sentence;
  const bounds = fields.bounds ?? fields.timestamp ?? fields.segment;
  return { caption, ...(bounds === undefined ? {} : { bounds }), ...part(fields) };
}

function part({ guideline_step: part }: Fields): Fields {
  return part === undefined ? {} : { guideline_step: part };
}

/** The values of an object whose keys end in numbers, `Guideline Step 1` and so on, in their order; `undefined` where one does not. */
function numbered(fields: Fields): unknown[] | undefined {
  const places = Object.entries(fields).map(([key, value]) => ({ place: /(\d+)$/.exec(key)?.[1], value }));
  if (places.length === 0 || places.some(({ place }) => place === undefined)) return undefined;
  return places.sort((a, b) => Number(a.place) - Number(b.place)).map(({ value }) => value);
}

/** Captions of steps in the layout of ActivityNet's dense captioning, which needs no ids of items: videos have them. */
export const activityNetFormat: PredictionFormat<CaptionsPrediction, unknown> = {
  id: "activitynet",
  title: 'Step captions in ActivityNet\'s layout: {"results": {video: [{"sentence": ..., "timestamp": [start, end]}]}}',
  accepts({ value }) {
    const [first] = Object.values(fieldsOf(fieldsOf(value)?.results) ?? {});
    return Array.isArray(first);
  },
  // A file is one record of many predictions.
  read: () => undefined,
  *readAll({ value }) {
    for (const [video, steps] of Object.entries(resultsOf(value))) {
      const id = itemId("steps", video);
      yield readOrProblem(() => ({ id, sample: undefined, prediction: readPrediction(steps, id) }));
    }
  },
};
