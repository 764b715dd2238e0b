import { borrowing } from "../../host/borrowing.ts";
import { joined, split } from "../columns.ts";
import type { CreditKernels } from "../kernels.ts";

/** A trajectory: its reward, and the score and the generated tokens of each step. */
export interface Scored {
  readonly reward: number;
  readonly scores: ArrayLike<number>;
  readonly tokens: ArrayLike<number>;
}

/** Advantages of all steps of trajectories of one question; NaN where there is but one trajectory. */
export function dualAdvantages(kernels: CreditKernels, group: readonly Scored[], beta: number): Float64Array[] {
  const { starts, values } = joined(group.map(({ scores }) => scores));
  const tokens = joined(group.map((one) => one.tokens)).values;
  return borrowing(kernels, ({ doubles, words, room, read }) => {
    const credit = room(values.length);
    const rewards = doubles(group.map(({ reward }) => reward));
    kernels.exports.creditProrag(group.length, rewards, words(starts), doubles(values), doubles(tokens), beta, credit);
    return split(read(credit, values.length), starts);
  });
}
