import type { CrosstaskItem, CrosstaskPrediction } from "@stepladder/schema";
import type { PointingCodec, Window } from "@stepladder/wasm/metrics/pointing/measure.ts";

/** Frames, one a second, that show a segment: from the second in which it starts up to, and without, the first whole second at which it has ended (data.py, read_assignment). */
export function framesOf({ start, end }: { readonly start: number; readonly end: number }): {
  readonly first: number;
  readonly last: number;
} {
  return { first: Math.floor(start), last: Math.ceil(end) - 1 };
}

/** For each step of the task the frames that show it; none for steps that the video does not show. */
function windowsOf({ steps, segments }: CrosstaskItem): Window[][] {
  const windows: Window[][] = Array.from({ length: steps }, () => []);
  for (const segment of segments) {
    const { first, last } = framesOf(segment);
    if (first <= last) windows[segment.step - 1]?.push({ start: first, end: last });
  }
  return windows;
}

/** Steps that the video shows. */
export function stepsShown(item: CrosstaskItem): number {
  return windowsOf(item).filter(({ length }) => length > 0).length;
}

/** Seconds of the video up to the end of its last segment: how long it is, nobody says. */
export function lastEnd({ segments }: CrosstaskItem): number {
  return segments.reduce((last, { end }) => Math.max(last, end), 0);
}

/** Points are frames: what lies within a second is that second. */
export const crosstaskCodec: PointingCodec<CrosstaskItem, CrosstaskPrediction> = {
  gold: windowsOf,
  prediction: ({ seconds = [], scores }) =>
    scores === undefined
      ? seconds.map((second) => (second === null ? undefined : Math.floor(second)))
      : { frames: scores.length, steps: scores[0]?.length ?? 0, scores: Float32Array.from(scores.flat()) },
};

/** Nothing is pointed at. */
export const unanswered: CrosstaskPrediction = { seconds: [] };
