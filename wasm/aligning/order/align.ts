import { borrowing } from "../../host/borrowing.ts";
import type { AligningKernels } from "../kernels.ts";
import { SCRATCH_PER_CELL, SCRATCH_PER_PLACE, SCRATCH_PER_SENTENCE } from "./abi.ts";

/** What there is to align, as abi.ts lays it out; costs may be Infinity where something cannot be, and are negative where it is likely. */
export interface Claims {
  readonly steps: number;
  readonly sentences: number;
  /** A row of `steps` for each sentence. */
  readonly costs: Float64Array;
  readonly drops: Float64Array;
  /** `steps + 1` rows of as many. */
  readonly moves: Float64Array;
}

export interface Aligned {
  /** The least that everything can cost. */
  readonly cost: number;
  /** The step that each sentence tells of, `NONE` where none. */
  readonly path: Int32Array;
  /** For each sentence the least cost of everything where it tells of step 0, 1, .. and, last, of none. */
  readonly through: Float64Array;
}

/** The cheapest way to say which step each sentence tells of, and what each other claim would cost. */
export function alignSteps(kernels: AligningKernels, { steps, sentences, costs, drops, moves }: Claims): Aligned {
  return borrowing(kernels, ({ doubles, room, read, readWords }) => {
    const places = steps + 1;
    const scratch = room(SCRATCH_PER_CELL * sentences * steps + SCRATCH_PER_SENTENCE * sentences + SCRATCH_PER_PLACE * places);
    const [path, through] = [room(Math.ceil(sentences / 2)), room(sentences * places)];
    const columns = [doubles(costs), doubles(drops), doubles(moves)] as const;
    const cost = kernels.exports.alignSteps(steps, sentences, ...columns, scratch, path, through);
    return { cost, path: readWords(path, sentences), through: read(through, sentences * places) };
  });
}
