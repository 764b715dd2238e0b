import type { AskedFamily, Columns } from "../asked.ts";
import { listsOfLists } from "../completion/measure.ts";
import type { Statistic } from "../contract.ts";
import { NUMBERED } from "./abi.ts";

/** A set of frames as bits of 32-bit words, frame 0 the lowest bit of the first one. */
export type FrameSet = readonly number[];

/** For each step in order the frames that it has. */
export type FrameSets = readonly FrameSet[];

const STEPS = Array.from({ length: NUMBERED }, (_, i) => i + 1);

/** One statistic per column of the kernel's row, in its order (abi.ts). */
function statisticsOf(question: string, title: string): Statistic[] {
  return [
    ...STEPS.map((step) => ({
      id: step === 1 ? `${question}-asked` : `${question}-asked-${step}`,
      title: step === 1 ? `Asks for ${title}` : `Has a step ${step}`,
    })),
    { id: `${question}-answered`, title: "Has them" },
    { id: `${question}-jaccard`, title: "Mean Jaccard of its steps" },
    ...STEPS.map((step) => ({ id: `${question}-jaccard-${step}`, title: `Jaccard of step ${step}` })),
  ];
}

/** The `frames` family: the set of frames of each step against gold's. One kernel for two questions that are answered apart. */
function framesFamily(question: string, title: string): AskedFamily<FrameSets, FrameSets> {
  return {
    id: question,
    statistics: statisticsOf(question, title),
    gold: listsOfLists,
    answers: answeredSets,
    scratch: 0,
    run: ({ exports }, ...pointers) => exports.framesMeasure(...pointers),
  };
}

/** The steps that a sequence falls into. */
export const stepFrames = framesFamily("step", "steps");

/** Where the reward of each step is on. */
export const rewardFrames = framesFamily("reward", "rewards");

/** Sets, and whether there were any. */
function answeredSets(): Columns<FrameSets> {
  const answered: number[] = [];
  const sets = listsOfLists();
  return {
    push: (one) => {
      answered.push(Number(one !== undefined));
      sets.push(one);
    },
    words: () => [Int32Array.from(answered), ...sets.words()],
    clear: () => {
      answered.length = 0;
      sets.clear();
    },
  };
}
