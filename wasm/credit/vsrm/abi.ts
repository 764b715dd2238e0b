import { borrowing } from "../../host/borrowing.ts";
import type { CreditKernels } from "../kernels.ts";

/** Rewards between the steps of one trajectory, given the share of right answers after each: one reward fewer than accuracies. */
export function stepwise(
  kernels: CreditKernels,
  accuracies: ArrayLike<number>,
  { gamma, ahead }: { readonly gamma: number; readonly ahead: number },
): Float64Array {
  const splits = accuracies.length - 1;
  return borrowing(kernels, ({ doubles, room, read }) => {
    const rewards = room(splits);
    kernels.exports.creditVsrm(splits, doubles(accuracies), gamma, ahead, rewards);
    return read(rewards, splits);
  });
}
