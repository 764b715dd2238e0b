import type { StepScoresItem } from "@stepladder/schema";
import { labels } from "@stepladder/wasm/metrics/labels/measure.ts";
import { defineTrack } from "../define.ts";
import { diagnoses } from "./diagnoses.ts";
import { goldItems, officialGold, officialResults, records } from "./formats.ts";
import { CLASSES, type ClassName, GROUPS, ID, vacant, validityCodec } from "./labels.ts";

/** Quarters of the solutions, near enough. */
function lengthBand(steps: number): string {
  return steps <= 8 ? "1-8" : steps <= 12 ? "9-12" : steps <= 17 ? "13-17" : "18+";
}

export default defineTrack({
  id: "prmbench",
  title: "PRMBench",
  version: "1",
  date: "2026-11-23",
  summary: "Label every step of a solution as valid or not, where one kind of error was put in.",
  note: "Steps without a label count nowhere in the official figures, so read a score with its coverage; labels of solutions without an error are in no total.",
  papers: [
    {
      title: "PRMBench: A Fine-grained and Challenging Benchmark for Process-Level Reward Models",
      url: "https://arxiv.org/abs/2501.03124",
    },
  ],
  sources: [
    {
      title: "ssmisya/PRMBench, code, gold and outputs of its notebooks",
      url: "https://github.com/ssmisya/PRMBench",
      licence: "Apache-2.0",
    },
  ],
  goldKind: "imported",
  owns: (id) => ID.test(id),
  itemId: ({ id }: StepScoresItem) => id,
  goldFormats: [officialGold, goldItems],
  formats: [officialResults, records],
  measure: labels(validityCodec),
  metrics: [
    "prm-score",
    "validity-f1",
    "validity-negative-f1",
    "validity-precision",
    "validity-recall",
    "validity-negative-precision",
    "validity-negative-recall",
    "validity-accuracy",
    "validity-first-error",
    "error-free-step-accuracy",
    "macro-f1",
    "step-accuracy",
    "erroneous-first-error-accuracy",
    "error-free-recall",
    "first-error-f1",
  ],
  slices: [
    { id: "class", title: "Kind of error", values: CLASSES, of: ({ classification }) => classification },
    {
      id: "group",
      title: "Group",
      values: ["simplicity", "soundness", "sensitivity", "correct"],
      of: ({ classification }) => GROUPS[classification as ClassName],
    },
    { id: "length", title: "Steps", values: ["1-8", "9-12", "13-17", "18+"], of: ({ steps }) => lengthBand(steps) },
  ],
  cluster: { title: "question", of: ({ question }) => question },
  curves: [],
  unscored: {
    prediction: vacant,
    rule: "A solution without a readable answer has no label: its steps are in no count of the official figures, and are misses in step accuracy and macro F1.",
  },
  context: ({ id, steps }) => ({ id, steps }),
  diagnoses,
  vote: ({ labels: own }) => own.join(" "),
  length: ({ steps }) => steps,
});
