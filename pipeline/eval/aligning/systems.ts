import type { GroundedSegment } from "@stepladder/schema";
import type { AligningKernels } from "@stepladder/wasm/aligning/kernels.ts";
import { ground } from "../../aligners/align.ts";
import { costsOf, type OrderOfSteps } from "../../aligners/claims.ts";
import { learntMoves } from "../../aligners/learnt.ts";
import { DEFAULTS, type Settings } from "../../aligners/settings.ts";
import { lexicalSimilarity, type Similarity } from "../../aligners/similarity.ts";
import type { GoldVideo } from "./video.ts";

/** What a system says of a video. */
export interface Answer {
  readonly seconds: readonly (number | undefined)[];
  readonly segments: readonly (GroundedSegment & { readonly confidence: number })[];
  /** For each step how sure it is shown, and for each sentence that it tells of a step, where the system says so. */
  readonly shown?: readonly number[];
  readonly telling?: readonly number[];
}

export type System = (video: GoldVideo, similarity: Similarity) => Answer;

/** Ours, as `stepladder align` does it unless told otherwise. */
export const OURS = "soft order";

/** The systems that are compared, by name; all of them read the same similarities and have the same settings. */
export function systemsOf(kernels: AligningKernels, settings: Settings = DEFAULTS): Readonly<Record<string, System>> {
  const ordered =
    (order: OrderOfSteps | "learnt"): System =>
    ({ sentences, duration, steps, paths }, similarity) =>
      ground(kernels, { sentences, duration, similarity, order: order === "learnt" ? learntMoves(paths, steps.length) : order }, settings);
  return {
    uniform,
    "best sentence": bestSentence(settings),
    "no order": ordered("none"),
    "strict order": ordered("strict"),
    [OURS]: ordered("soft"),
    "learnt order": ordered("learnt"),
  };
}

export function similarityOf({ steps, sentences }: GoldVideo): Similarity {
  return lexicalSimilarity(
    steps,
    sentences.map(({ text }) => text),
    "en",
  );
}

/** As many equal parts as there are steps, in their order, up to the last word. */
const uniform: System = ({ steps, sentences, duration }) => {
  const part = (duration ?? sentences.at(-1)?.end ?? 0) / steps.length;
  const segments = steps.map((_, step) => ({ step, start: step * part, end: (step + 1) * part, confidence: 0.5 }));
  return { segments, seconds: segments.map(({ start, end }) => (start + end) / 2) };
};

/** For each step by itself the sentence that is most like it; a segment where it is like enough to gain anything. */
function bestSentence(settings: Settings): System {
  return ({ sentences, steps }, similarity) => {
    const costs = costsOf(similarity, sentences.length, settings);
    const { shift, point, duration } = settings;
    const best = similarity.map((row) => row.reduce((most, value, m) => (value > (row[most] as number) ? m : most), 0));
    const segments = best.flatMap((m, step) => {
      const sentence = sentences[m];
      if (sentence === undefined || (costs[m * steps.length + step] as number) >= 0) return [];
      const start = sentence.start + shift;
      return [{ step, start, end: Math.max(sentence.end + shift, start + duration), confidence: similarity[step]?.[m] as number }];
    });
    const seconds = best.map((m) => (sentences[m] === undefined ? undefined : sentences[m].start + shift + point));
    return { segments, seconds, telling: sentences.map((_, m) => Math.max(...similarity.map((row) => row[m] as number))) };
  };
}
