import type { Kernels } from "../../host/kernels.ts";
import { borrowing } from "../columns.ts";

/** What a judge gave every turn but the last: NaN where it gave nothing that can be read. */
export interface Judged {
  readonly scores: Float64Array;
  readonly maxima: Float64Array;
}

/** Rewards of all turns of one trajectory, of which there is one more than judged ones. */
export function renorm(kernels: Kernels, { scores, maxima }: Judged, outcome: number, beta: number): Float64Array {
  const { exports, arena } = kernels;
  const turns = scores.length + 1;
  return borrowing(kernels, () => {
    const credit = arena.alloc(turns * 8);
    exports.creditPpr(turns, arena.put(scores), arena.put(maxima), outcome, beta, credit);
    return arena.doubles(credit, turns);
  });
}
