import { borrowing } from "../../host/borrowing.ts";
import type { CreditKernels } from "../kernels.ts";

/** What a judge says of each step of one trajectory, and whether its action was carried out (1 or 0). */
export interface Judged {
  readonly scores: ArrayLike<number>;
  readonly executed: ArrayLike<number>;
}

/** Step rewards of the paper. */
export function paperRewards(
  kernels: CreditKernels,
  { scores, executed }: Judged,
  outcome: number,
  { alpha, beta }: { readonly alpha: number; readonly beta: number },
): Float64Array {
  const steps = scores.length;
  return borrowing(kernels, ({ doubles, room, read }) => {
    const credit = room(steps);
    kernels.exports.creditSpaPaper(steps, doubles(scores), doubles(executed), outcome, alpha, beta, credit);
    return read(credit, steps);
  });
}

/** An outcome less the mean of the others; `outcomes` are those of all trajectories of the question, this one's among them. */
export function baselined(kernels: CreditKernels, outcomes: ArrayLike<number>, own: number): number {
  return borrowing(kernels, ({ doubles }) => kernels.exports.creditSpaBaseline(outcomes.length, doubles(outcomes), own));
}

/** Step rewards of the released script, or, weighted, the scores that its trainer makes of them. */
export function codeRewards(
  kernels: CreditKernels,
  executed: ArrayLike<number>,
  value: number,
  { beta, weighted }: { readonly beta: number; readonly weighted: boolean },
): Float64Array {
  const steps = executed.length;
  return borrowing(kernels, ({ doubles, room, read }) => {
    const credit = room(steps);
    kernels.exports.creditSpaCode(steps, doubles(executed), value, beta, Number(weighted), credit);
    return read(credit, steps);
  });
}
