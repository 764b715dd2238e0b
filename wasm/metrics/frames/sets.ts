import type { FrameSets } from "./measure.ts";

/** A set that is being filled. */
type Words = number[];

function emptySets(steps: number, frames: number): Words[] {
  return Array.from({ length: steps }, () => new Array<number>(Math.ceil(frames / 32)).fill(0));
}

function add(set: Words, frame: number): void {
  set[frame >> 5] = (set[frame >> 5] as number) | (1 << (frame & 31));
}

/**
 * The steps of a sequence of `frames` that is cut: a cut is the first frame of the next step, so step k has the frames from cut k - 1 on
 * and before cut k. Cuts do not fall; what they leave of the sequence's ends is empty.
 */
export function setsOfCuts(cuts: readonly number[], frames: number): FrameSets {
  const sets = emptySets(cuts.length + 1, frames);
  const bounds = [0, ...cuts, frames].map((cut) => Math.min(Math.max(Math.ceil(cut), 0), frames));
  for (const [step, set] of sets.entries()) {
    for (let frame = bounds[step] as number; frame < (bounds[step + 1] as number); frame++) add(set, frame);
  }
  return sets;
}

/** The steps of a sequence whose frames bear the number of their step, from 1; any other number is none of the `steps`. */
export function setsOfLabels(labels: readonly number[], steps: number): FrameSets {
  const sets = emptySets(steps, labels.length);
  for (const [frame, step] of labels.entries()) {
    const set = sets[step - 1];
    if (set !== undefined) add(set, frame);
  }
  return sets;
}

/** A reward is on from here on. The paper binarises at 0.5 and does not say where 0.5 itself belongs: to what is on, by our rule. */
export const ON = 0.5;

/** Where the reward of each step is on; `rewards` has a list for each step, with a reward for each frame. */
export function setsOfRewards(rewards: readonly (readonly number[])[]): FrameSets {
  return rewards.map((own) => {
    const [set] = emptySets(1, own.length) as [Words];
    for (const [frame, reward] of own.entries()) if (reward >= ON) add(set, frame);
    return set;
  });
}
