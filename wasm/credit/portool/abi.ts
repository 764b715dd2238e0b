import { borrowing } from "../../host/borrowing.ts";
import type { CreditKernels } from "../kernels.ts";

/** Steps of a tree, parents before what follows them. */
export interface Rolled {
  /** The step before each; -1 where a trajectory begins. */
  readonly parents: readonly number[];
  /** 0 to 1; NaN where a step is followed. */
  readonly outcomes: ArrayLike<number>;
  /** 1 or 0. */
  readonly executed: ArrayLike<number>;
}

/** Rewards of all steps. */
export function stepRewards(
  kernels: CreditKernels,
  { parents, outcomes, executed }: Rolled,
  { gamma, weight }: { readonly gamma: number; readonly weight: number },
): Float64Array {
  const count = parents.length;
  return borrowing(kernels, ({ doubles, words, room, read }) => {
    const rewards = room(count);
    const columns = [words(parents), doubles(outcomes), doubles(executed)] as const;
    kernels.exports.creditPortoolRewards(count, ...columns, gamma, weight, room(count), rewards);
    return read(rewards, count);
  });
}

/** A trajectory's reward: the mean of its steps'. */
export function trajectoryReward(kernels: CreditKernels, rewards: ArrayLike<number>): number {
  return borrowing(kernels, ({ doubles }) => kernels.exports.creditPortoolMean(rewards.length, doubles(rewards)));
}

/** Rewards of one fork, or of all trajectories, against each other. */
export function relative(kernels: CreditKernels, rewards: ArrayLike<number>): Float64Array {
  return borrowing(kernels, ({ doubles, room, read }) => {
    const advantages = room(rewards.length);
    kernels.exports.creditPortoolRelative(rewards.length, doubles(rewards), advantages);
    return read(advantages, rewards.length);
  });
}
