import type { Kernels } from "../host/kernels.ts";
import type { Step, Tree } from "./contract.ts";

/** What kernels read of a step as a number; whether its action was carried out is 1 or 0. */
export type Read = Exclude<keyof Step, "parent" | "text">;

/** One number of each of the given steps; NaN where a step has none. */
export function column({ steps }: Tree, indexes: readonly number[], field: Read): Float64Array {
  return Float64Array.from(indexes, (step) => Number(steps[step]?.[field] ?? Number.NaN));
}

/** How right a trajectory is: the outcome of its last step. */
export function outcomeOf({ steps }: Tree, trajectory: readonly number[]): number {
  return steps[trajectory.at(-1) as number]?.outcome as number;
}

/** Runs a job whose columns leave the kernels' memory with it. */
export function borrowing<Result>({ arena }: Kernels, job: () => Result): Result {
  const mark = arena.mark();
  try {
    return job();
  } finally {
    arena.release(mark);
  }
}
