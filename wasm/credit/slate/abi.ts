import { borrowing } from "../../host/borrowing.ts";
import type { CreditKernels } from "../kernels.ts";

/** Candidates for the next step: what a judge gives each (-2 .. 2), and whether it answers (1 or 0). */
export interface Candidates {
  readonly judged: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
  /** How many steps come before them. */
  readonly turn: number;
}

/** Rewards of candidates; answers are paid for the part of `budget` steps that they leave. */
export function stepRewards(
  kernels: CreditKernels,
  { judged, ends, turn }: Candidates,
  { budget, lambda }: { readonly budget: number; readonly lambda: number },
): Float64Array {
  const count = judged.length;
  return borrowing(kernels, ({ doubles, words, room, read }) => {
    const rewards = room(count);
    kernels.exports.creditSlateRewards(count, doubles(judged), words(ends), turn, budget, lambda, rewards);
    return read(rewards, count);
  });
}

/** Two candidates or more against each other: their advantages, and how probably each is taken at temperature `eta`. */
export function truncated(
  kernels: CreditKernels,
  rewards: ArrayLike<number>,
  eta: number,
): { advantages: Float64Array; probabilities: Float64Array } {
  const count = rewards.length;
  return borrowing(kernels, ({ doubles, room, read }) => {
    const [advantages, probabilities] = [room(count), room(count)];
    kernels.exports.creditSlateAdvantages(count, doubles(rewards), eta, advantages, probabilities);
    return { advantages: read(advantages, count), probabilities: read(probabilities, count) };
  });
}

/** The variance of two rewards or more. */
export function varianceOf(kernels: CreditKernels, rewards: ArrayLike<number>): number {
  return borrowing(kernels, ({ doubles }) => kernels.exports.creditSlateVariance(rewards.length, doubles(rewards)));
}
