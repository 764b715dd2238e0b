import { borrowing } from "../../host/borrowing.ts";
import type { CreditKernels } from "../kernels.ts";

/** What a judge gave every turn but the last: NaN where it gave nothing that can be read. */
export interface Judged {
  readonly scores: ArrayLike<number>;
  readonly maxima: ArrayLike<number>;
}

/** Rewards of all turns of one trajectory, of which there is one more than judged ones. */
export function renorm(kernels: CreditKernels, { scores, maxima }: Judged, outcome: number, beta: number): Float64Array {
  const turns = scores.length + 1;
  return borrowing(kernels, ({ doubles, room, read }) => {
    const credit = room(turns);
    kernels.exports.creditPpr(turns, doubles(scores), doubles(maxima), outcome, beta, credit);
    return read(credit, turns);
  });
}
