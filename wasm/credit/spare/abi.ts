import { borrowing } from "../../host/borrowing.ts";
import type { CreditKernels } from "../kernels.ts";

/** A grade: the step it is of, from 1, and whether it is right. */
export interface Grade {
  readonly step: number;
  readonly right: boolean;
}

/** What a trajectory's labels are made from. */
export interface Graded {
  readonly steps: number;
  readonly grades: readonly Grade[];
  /** 1 is right; nothing else is. */
  readonly outcome: number;
}

/** The number for a wrong step and for a right one; and whether a step without a grade is as right as the outcome, not wrong. */
export interface Targets {
  readonly low: number;
  readonly high: number;
  readonly missedAsOutcome?: boolean;
}

/** Scores of all steps of one trajectory. */
export function labels(kernels: CreditKernels, { steps, grades, outcome }: Graded, { low, high, missedAsOutcome }: Targets): Float64Array {
  return borrowing(kernels, ({ words, room, read }) => {
    const scores = room(steps);
    const columns = [words(grades.map(({ step }) => step)), words(grades.map(({ right }) => Number(right)))] as const;
    kernels.exports.creditSpareLabels(grades.length, ...columns, steps, outcome, Number(missedAsOutcome ?? false), low, high, scores);
    return read(scores, steps);
  });
}

/** The mean of a trajectory's scores. */
export function meanOf(kernels: CreditKernels, scores: ArrayLike<number>): number {
  return borrowing(kernels, ({ doubles }) => kernels.exports.creditSpareMean(scores.length, doubles(scores)));
}

/** Whether one trajectory's aggregates are preferred to another's: none worse and one better; strictly: all better. */
export function preferred(kernels: CreditKernels, x: ArrayLike<number>, y: ArrayLike<number>, strict = false): boolean {
  return borrowing(kernels, ({ doubles }) => kernels.exports.creditSparePreferred(x.length, doubles(x), doubles(y), Number(strict)) === 1);
}
