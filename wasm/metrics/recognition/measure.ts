import type { AskedFamily, Columns } from "../asked.ts";
import { Lists } from "../lists.ts";
import { SCRATCH } from "./abi.ts";

/** A step that was done, and when, in seconds. */
export interface Completion {
  /** From 0 to 127. */
  readonly step: number;
  readonly time: number;
}

/** At most 256 completions, in order of time. */
export type Completions = readonly Completion[];

/** Where each list starts, its steps, its times. */
function completionColumns(): Columns<Completions> {
  const steps = new Lists();
  const times: number[] = [];
  return {
    push(one = []) {
      steps.push(one.map(({ step }) => step));
      times.push(...one.map(({ time }) => time));
    },
    words: () => [...steps.columns(), Float64Array.from(times)],
    clear() {
      steps.clear();
      times.length = 0;
    },
  };
}

/** Lists of completions, and whether there was one. */
function namedColumns(): Columns<Completions> {
  const answered: number[] = [];
  const columns = completionColumns();
  return {
    push(one) {
      answered.push(Number(one !== undefined));
      columns.push(one);
    },
    words: () => [Int32Array.from(answered), ...columns.words()],
    clear() {
      answered.length = 0;
      columns.clear();
    },
  };
}

/** The `recognition` family: which steps were done when, by IndustReal's rules and by plain counting. */
export const recognition: AskedFamily<Completions, Completions> = {
  id: "recognition",
  statistics: [
    { id: "recognition-asked", title: "Asks for completions" },
    { id: "recognition-answered", title: "Has them" },
    { id: "psr-pos", title: "Procedure order similarity" },
    { id: "psr-f1", title: "F1 by IndustReal's code" },
    { id: "psr-delay", title: "Mean delay by IndustReal's code, in seconds" },
    { id: "completions-wanted", title: "Completions in gold" },
    { id: "completions-named", title: "Completions named" },
    { id: "completions-hit", title: "Completions named at or after one of gold" },
    { id: "completions-wait", title: "Their delays together, in seconds" },
  ],
  gold: completionColumns,
  answers: namedColumns,
  scratch: SCRATCH,
  run: ({ exports }, ...pointers) => exports.recognitionMeasure(...pointers),
};
