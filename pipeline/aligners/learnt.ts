import type { GroundedSegment } from "@stepladder/schema";

/** Times that each step is taken to follow each other one beside what was seen. */
const SMOOTHING = 0.5;

/** What a move counts that is as likely as its logarithm says, beside what sentences gain. */
const WEIGHT = 0.5;

/** The steps of a video in the order in which they begin. */
export function pathOf(segments: readonly GroundedSegment[]): number[] {
  return segments.toSorted((a, b) => a.start - b.start || a.step - b.step).map(({ step }) => step);
}

/**
 * What it costs that steps come right after each other, learnt from the paths of other videos, as `Claims` has it: the logarithm of how much
 * rarer a move is than if all were alike. What is likelier than that gains.
 */
export function learntMoves(paths: readonly (readonly number[])[], steps: number): Float64Array {
  const places = steps + 1;
  const counts = new Float64Array(places * places).fill(SMOOTHING);
  const count = (from: number, to: number): void => {
    counts[from * places + to] = (counts[from * places + to] as number) + 1;
  };
  for (const path of paths) {
    let from = 0;
    for (const step of path) {
      count(from, step);
      from = step + 1;
    }
    count(from, steps);
  }
  return counts.map((own, cell) => {
    const from = Math.floor(cell / places);
    const all = counts.subarray(from * places, (from + 1) * places).reduce((sum, one) => sum + one, 0);
    return -WEIGHT * Math.log((own / all) * places);
  });
}
