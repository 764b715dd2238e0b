import type { Kernels } from "../../host/kernels.ts";
import { SPLIT_WORK } from "./abi.ts";

/** One row for each frame, all of one length. */
export type Features = readonly (readonly number[])[];

/** Segments that a sequence falls into. */
export interface Split {
  /** First frame of each segment but the first. */
  readonly cuts: readonly number[];
  /** Mean over dimensions of the standard deviation (of a population) in each segment. */
  readonly stds: readonly number[];
  /** The mean of these: what is least. */
  readonly mean: number;
}

/** Whether features are few enough for `split`. */
export function canSplit(features: Features): boolean {
  return features.length ** 2 * (features[0]?.length ?? 0) <= SPLIT_WORK;
}

/**
 * Step discovery (Sermanet et al. 2017, Algorithm 1): the split into `steps` segments of at least `least` >= 1 frames whose mean of average
 * standard deviations is least, of equal ones the one with the earliest first cut, and so on. `undefined` where there are too few frames.
 */
export function split(kernels: Kernels, features: Features, steps: number, least: number): Split | undefined {
  const { exports, arena } = kernels;
  const frames = features.length;
  if (steps * least > frames) return undefined;
  const dims = features[0]?.length ?? 0;
  const stride = dims + (dims & 1);
  const rows = new Float64Array(frames * stride);
  for (const [frame, row] of features.entries()) rows.set(row, frame * stride);
  const mark = arena.mark();
  const [given, cuts, stds] = [arena.put(rows), arena.alloc(steps * 4), arena.alloc((steps + 1) * 8)];
  const scratch = arena.alloc(stride * 16 + (frames + 1) * steps * 12);
  exports.framesSplit(given, frames, dims, steps, least, scratch, cuts, stds);
  const [found, told] = [arena.words(cuts, steps - 1), arena.doubles(stds, steps + 1)];
  arena.release(mark);
  return { cuts: [...found], stds: [...told.subarray(0, steps)], mean: told[steps] as number };
}
