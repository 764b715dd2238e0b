import { HtmAlignPrediction } from "@stepladder/schema";
import type { KnownItems, PredictionFormat, PredictionRecord } from "@stepladder/wasm/host/track.ts";
import { check } from "@stepladder/wasm/intake/check.ts";
import { parseJson } from "@stepladder/wasm/intake/json.ts";
import { fieldsOf, notAnObject, plainNumbers, readId, readOrProblem, readSample } from "../records.ts";
import { isPoints } from "../times.ts";
import { numbered, runFormat } from "../trec.ts";
import { itemId, wrong } from "./gold.ts";
import { type Answer, answerOf } from "./sentences.ts";

/** All that scoring keeps of an item: how many sentences it has, and when the last one ends. */
export interface HtmAlignContext {
  readonly sentences: number;
  readonly end: number;
}

type HtmAlignFormat = PredictionFormat<Answer, HtmAlignContext>;
type Prediction = PredictionRecord<Answer>;

/** One record per prediction. */
export const recordFormat: HtmAlignFormat = {
  id: "records",
  title:
    'JSONL, JSON or CSV records: id with prediction {"seconds": [...]} or {"similarity": [[a number for each second], ...]}, and {"alignable": [...]}',
  accepts({ value }) {
    const fields = fieldsOf(value);
    return fields?.id !== undefined && fields.prediction !== undefined && fields.sentences === undefined;
  },
  read: ({ value }) => readRecord(value, undefined),
  *readAll({ value }, items) {
    yield readRecord(value, items);
  },
};

function readRecord(value: unknown, items: KnownItems<HtmAlignContext> | undefined): Prediction {
  const fields = fieldsOf(value);
  if (fields === undefined) throw notAnObject(value);
  const id = readId(fields);
  const sample = readSample(fields, id);
  // A system that says nothing of a video may say so.
  if (fields.prediction === null) return { id, sample, prediction: undefined };
  return { id, sample, prediction: readAnswer(fields.prediction, "prediction", id, items) };
}

/** One object with all videos, such as the seconds that NaSVA's evaluation writes. */
export const videosObject: HtmAlignFormat = {
  id: "videos-object",
  title: "One JSON object: video with a list of seconds, a list of similarities, or an object as in records",
  bareNames: true,
  accepts({ value }) {
    const fields = fieldsOf(value);
    const [[video, first] = ["", undefined]] = Object.entries(fields ?? {});
    // Files of CrossTask name a task before the video.
    if (fields?.id !== undefined || /^\d+_/.test(video)) return false;
    return isPoints(first) || ["seconds", "similarity", "alignable"].some((name) => fieldsOf(first)?.[name] !== undefined);
  },
  read: ({ value }) => {
    const [[video, given] = ["", []]] = Object.entries(fieldsOf(value) ?? {});
    return { id: itemId(video), sample: undefined, prediction: readAnswer(given, video, itemId(video), undefined) };
  },
  *readAll({ value }, items) {
    const fields = fieldsOf(value);
    if (fields === undefined) throw notAnObject(value);
    for (const [video, given] of Object.entries(fields)) {
      const id = itemId(video);
      yield readOrProblem(() => ({ id, sample: undefined, prediction: readAnswer(given, video, id, items) }));
    }
  },
};

/** Runs rank the sentences of a video by how surely they are shown; where, a run cannot say. */
export const run = runFormat<Answer, HtmAlignContext, number>({
  documents: "queries are videos, documents the numbers of their sentences from 0, scores how surely these are alignable",
  candidate(document, id, context) {
    const sentence = numbered(document) ?? Number.NaN;
    if (sentence < (context?.sentences ?? Number.POSITIVE_INFINITY)) return sentence;
    const last = context === undefined ? "" : ` to ${context.sentences - 1}`;
    throw wrong(
      id,
      "document",
      `the number of a sentence, from 0${last}`,
      document,
      "number the sentences of gold in their order, without leading zeros",
    );
  },
  prediction(ranked, context) {
    const alignable: (number | null)[] = Array.from({ length: context?.sentences ?? 0 }, () => null);
    if (context !== undefined) for (const { candidate, score } of ranked) alignable[candidate] = score;
    return { alignable };
  },
});

/** An answer for each sentence that gold has; a list alone is one of seconds, or of similarities. */
function readAnswer(given: unknown, field: string, id: string, items: KnownItems<HtmAlignContext> | undefined): Answer {
  // Tables hold every cell as text.
  const value = plainNumbers(typeof given === "string" && /^\s*[[{]/.test(given) ? parseJson(given) : given);
  const named = Array.isArray(value) ? { [Array.isArray(value[0]) ? "similarity" : "seconds"]: value } : value;
  const prediction = check(HtmAlignPrediction, named, field, id);
  const sentences = items?.contexts[items.ids.indexOf(id)]?.sentences;
  for (const [name, list] of Object.entries(prediction)) {
    // Fields that are not known are let be; an empty list says nothing.
    if (sentences === undefined || !Array.isArray(list) || list.length === 0 || list.length === sentences) continue;
    const fix = "answer every sentence of gold in its order; say null where there is no answer";
    throw wrong(id, `${field}.${name}`, `${sentences} of them, one for each sentence`, `${list.length}`, fix);
  }
  return answerOf(prediction);
}
