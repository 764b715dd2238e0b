import type { Kernels } from "../../host/kernels.ts";
import { FRAME_BYTES, SUMS_BYTES } from "./abi.ts";

/** A number for each step in each second of a video; the higher, the likelier the step is seen there. */
export interface ScoreMatrix {
  /** At least as many as steps. */
  readonly frames: number;
  /** From 1 to MOST_STEPS. */
  readonly steps: number;
  /** Finite, row by row: `scores[frame * steps + step]`. */
  readonly scores: Float32Array;
}

/** How frames are assigned to steps. */
export interface Assigning {
  /** Whether a step is seen in one frame only, or in one or more next to each other. */
  readonly exactlyOne: boolean;
  /** Cost of a frame that shows no step. */
  readonly background: number;
}

/**
 * The cheapest way through a video in which all steps come in order (CrossTask, dp.pyx): for each frame the number of its step
 * from 1 on, 0 where it shows none. `costs` are as in ScoreMatrix, but the lower the better.
 */
export function assign(
  { frames, steps, scores: costs }: ScoreMatrix,
  { exactlyOne, background }: Assigning,
  { arena, exports }: Kernels,
): Uint32Array {
  const mark = arena.mark();
  const scratch = arena.alloc(frames * FRAME_BYTES + SUMS_BYTES);
  const assigned = arena.alloc(frames * 4);
  exports.pointingAssign(frames, steps, arena.put(costs), Number(exactlyOne), background, scratch, assigned);
  const shown = arena.words(assigned, frames);
  arena.release(mark);
  return shown;
}

/** The second of each step, in the order of steps, that makes the sum of scores highest. */
export function secondsOf(matrix: ScoreMatrix, kernels: Kernels): number[] {
  const costs = { ...matrix, scores: matrix.scores.map((score) => -score) };
  const shown = assign(costs, { exactlyOne: true, background: 0 }, kernels);
  return [...shown.entries()].flatMap(([second, step]) => (step > 0 ? [second] : []));
}
