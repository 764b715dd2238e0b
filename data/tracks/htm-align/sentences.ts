import type { HtmAlignItem, HtmAlignPrediction } from "@stepladder/schema";
import type { AlignabilityCodec } from "@stepladder/wasm/metrics/alignability/measure.ts";
import type { PointingCodec } from "@stepladder/wasm/metrics/pointing/measure.ts";

/** A prediction as it is scored: similarities have become points and scores. */
export type Answer = Omit<HtmAlignPrediction, "similarity">;

/** Alignable sentences are asked; a point is right from the whole second before the start to that after the end, both included. */
export const pointsCodec: PointingCodec<HtmAlignItem, Answer> = {
  gold: ({ sentences }) =>
    sentences.map(({ alignable, start, end }) => (alignable ? [{ start: Math.floor(start), end: Math.ceil(end) }] : [])),
  prediction: ({ seconds = [] }) => seconds.map((second) => second ?? undefined),
};

export const scoresCodec: AlignabilityCodec<HtmAlignItem, Answer> = {
  gold: ({ sentences }) => sentences.map(({ alignable }) => alignable),
  prediction: ({ alignable = [] }) => alignable.map((score) => score ?? undefined),
};

/** The first of the most similar seconds is a sentence's point, and how similar it is its score, where these are not given. */
export function answerOf({ similarity, ...given }: HtmAlignPrediction): Answer {
  if (similarity === undefined) return given;
  const highest = similarity.map((row) => row.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY));
  return { seconds: similarity.map((row, sentence) => row.indexOf(highest[sentence] as number)), alignable: highest, ...given };
}
