import { NONE } from "./abi.ts";
import type { Claims } from "./align.ts";

/** What it costs to say of each sentence which step it tells of. */
export function costOf({ steps, costs, drops, moves }: Claims, path: readonly number[]): number {
  let cost = 0;
  let last = -1;
  for (const [m, step] of path.entries()) {
    if (step === NONE) {
      cost += drops[m] as number;
      continue;
    }
    const goesOn = m > 0 && path[m - 1] === step;
    const move = moves[(last + 1) * (steps + 1) + step] as number;
    cost += (goesOn ? Math.min(0, move) : move) + (costs[m * steps + step] as number);
    last = step;
  }
  return cost + (moves[(last + 1) * (steps + 1) + steps] as number);
}

/** Every way to say it: slow. */
export function* allPaths({ steps, sentences }: Claims): Generator<number[]> {
  const path = Array.from({ length: sentences }, () => NONE);
  for (;;) {
    yield [...path];
    let m = 0;
    while (m < sentences && path[m] === steps - 1) path[m++] = NONE;
    if (m === sentences) return;
    path[m] = (path[m] as number) + 1;
  }
}

/**
 * Drop-DTW with drops on both sides (Dvornik et al. 2021, "Drop-DTW: Aligning Common Signal Between Sequences While Dropping Outliers",
 * algorithm 2): the least cost of a monotone alignment in which a sentence is matched with one step or dropped, and a step with
 * one sentence or more, that need not be neighbours, or dropped.
 */
export function dropDtw({ steps, sentences, costs, drops }: Claims, stepDrops: readonly number[]): number {
  // Over the first k steps and m sentences: the k-th step matched, or dropped.
  const matched = Array.from({ length: steps + 1 }, () => new Float64Array(sentences + 1).fill(Number.POSITIVE_INFINITY));
  const dropped = Array.from({ length: steps + 1 }, () => new Float64Array(sentences + 1).fill(Number.POSITIVE_INFINITY));
  const least = (k: number, m: number): number => Math.min(matched[k]?.[m] as number, dropped[k]?.[m] as number);
  for (let m = 0; m <= sentences; m++) (dropped[0] as Float64Array)[m] = drops.subarray(0, m).reduce((sum, drop) => sum + drop, 0);
  for (let k = 1; k <= steps; k++) {
    for (let m = 0; m <= sentences; m++) {
      (dropped[k] as Float64Array)[m] = least(k - 1, m) + (stepDrops[k - 1] as number);
      if (m === 0) continue;
      const ownCost = costs[(m - 1) * steps + k - 1] as number;
      const before = Math.min(matched[k]?.[m - 1] as number, least(k - 1, m - 1));
      const sentenceDropped = (matched[k]?.[m - 1] as number) + (drops[m - 1] as number);
      (matched[k] as Float64Array)[m] = Math.min(before + ownCost, sentenceDropped);
    }
  }
  return least(steps, sentences);
}
