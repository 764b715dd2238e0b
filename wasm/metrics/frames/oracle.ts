import type { Features, Split } from "./split.ts";

/** Sets of frames, slow and obvious. */
export type Sets = readonly ReadonlySet<number>[];

/** The row that the kernel must write. */
export function framesOracle(gold: Sets, answer: Sets | undefined): number[] {
  if (gold.length === 0) return [0, 0, 0, 0, 0, 0, 0, 0];
  const values = gold.map((set, step) => {
    const told = answer?.[step] ?? new Set();
    const both = [...set].filter((frame) => told.has(frame));
    return both.length / new Set([...set, ...told]).size;
  });
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const numbered = [0, 1, 2];
  const asked = numbered.map((step) => Number(step in values));
  return [...asked, Number(answer !== undefined), mean, ...numbered.map((step) => values[step] ?? 0)];
}

/** Mean over dimensions of the standard deviation over frames. */
export function averageStd(segment: Features): number {
  const dims = segment[0]?.length ?? 0;
  const stds = Array.from({ length: dims }, (_, d) => {
    const values = segment.map((row) => row[d] as number);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / values.length);
  });
  return stds.reduce((sum, std) => sum + std, 0) / dims;
}

/** Algorithm 1 as the recursion that the paper prints; `undefined` where there are too few frames. */
export function splitOracle(features: Features, steps: number, least: number): Split | undefined {
  if (steps === 1) {
    const std = averageStd(features);
    return features.length < least ? undefined : { cuts: [], stds: [std], mean: std };
  }
  let best: Split | undefined;
  for (let cut = least; cut <= features.length - (steps - 1) * least; cut++) {
    const rest = splitOracle(features.slice(cut), steps - 1, least) as Split;
    const stds = [averageStd(features.slice(0, cut)), ...rest.stds];
    const mean = stds.reduce((sum, std) => sum + std, 0) / steps;
    if (best === undefined || mean < best.mean) best = { cuts: [cut, ...rest.cuts.map((later) => cut + later)], stds, mean };
  }
  return best;
}
