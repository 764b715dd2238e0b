import type { FirstErrorPrediction } from "@stepladder/schema";
import type { Diagnose } from "@stepladder/wasm/host/track.ts";

/** All that scoring keeps of an item: how many steps it has. */
export interface SolutionContext {
  readonly steps: number;
}

type FirstErrorDiagnose = Diagnose<FirstErrorPrediction, SolutionContext>;

/** Steps are counted from 1, as people and most prompts do. */
const fromOne: FirstErrorDiagnose = {
  id: "counted-from-one",
  title: "The steps are counted from 1",
  explanation: "Gold counts the paragraphs of a solution from 0. Every index, each lowered by one, agrees better with it.",
  fix: "count from 0: the first step is 0, and -1 says that none is wrong",
  mend: ({ label }) => (label !== null && label >= 1 ? { label: label - 1 } : undefined),
};

/** The last step before the error is named, and the last of all where there is none. */
const lastRight: FirstErrorDiagnose = {
  id: "last-right-step",
  title: "The last right step is named instead of the first wrong one",
  explanation:
    "What is asked for is the step of the first error. Its predecessor, or the last step where nothing is wrong, is one too early.",
  fix: "name the first wrong step, and -1 where none is wrong",
  mend: ({ label }, { steps }) => {
    if (label === null || label < -1 || label >= steps) return undefined;
    return { label: label === steps - 1 ? -1 : label + 1 };
  },
};

/** No error is told as the place behind the last step. */
const behindTheEnd: FirstErrorDiagnose = {
  id: "behind-the-end",
  title: "An index behind the last step says that nothing is wrong",
  explanation: "No solution has a step of this index. Where none is wrong gold says -1.",
  fix: "write -1 where no step is wrong",
  mend: ({ label }, { steps }) => (label !== null && label >= steps ? { label: -1 } : undefined),
};

export const diagnoses: readonly FirstErrorDiagnose[] = [fromOne, lastRight, behindTheEnd];
