import type { TrajectoryItem } from "@stepladder/schema";
import { asked } from "@stepladder/wasm/metrics/asked.ts";
import { grades } from "@stepladder/wasm/metrics/grades/measure.ts";
import { defineTrack } from "../define.ts";
import { survival } from "./curves.ts";
import { gradedTo100 } from "./diagnoses.ts";
import { items, owns, records, releasedGold, releasedPredictions, tasks } from "./formats.ts";
import { gradesCodec } from "./rules.ts";

export default defineTrack({
  id: "step-grades",
  title: "WebSTAR step grades",
  version: "1",
  date: "2026-11-23",
  summary: "Grade every step of a web agent's trajectory from 0 to 10, and say whether the whole reached its goal.",
  note: "What is kept by grades is the release's rule; agreement of grades with a reference is ours: no published figure of it was found.",
  papers: [
    {
      title: "WebSTAR: Scalable Data Synthesis for Computer Use Agents with Step-Level Filtering",
      url: "https://arxiv.org/abs/2512.10962",
    },
  ],
  sources: [
    {
      title: "yifei-he/CUAStepFiltering, grading, filtering and tasks",
      url: "https://github.com/yifei-he/CUAStepFiltering",
      licence: "none stated",
    },
    {
      title: "microsoft/WebSTAR, graded trajectories",
      url: "https://huggingface.co/datasets/microsoft/WebSTAR",
      licence: "CDLA-Permissive-2.0",
    },
  ],
  goldKind: "imported",
  owns,
  itemId: ({ id }: TrajectoryItem) => id,
  goldFormats: [releasedGold, tasks, items],
  formats: [releasedPredictions, records],
  measure: asked(grades, gradesCodec),
  metrics: ["grade-accuracy", "grade-f1", "grade-exact", "grade-error", "grade-correlation", "kept-share", "steps-graded", "task-success"],
  slices: [
    { id: "site", title: "Site", of: ({ site }) => site || "not told" },
    {
      id: "outcome",
      title: "Outcome of the trajectory",
      values: ["succeeded", "failed", "not told"],
      of: ({ success }) => (success === undefined ? "not told" : success ? "succeeded" : "failed"),
    },
    { id: "length", title: "Steps", values: ["none", "1-5", "6-10", "11 or more"], of: ({ grades: { length } }) => band(length) },
  ],
  curves: [survival],
  unscored: {
    prediction: {},
    rule: "A trajectory without a prediction is left out of every figure; of one that is graded, a step without a grade counts as not kept.",
  },
  context: () => undefined,
  diagnoses: [gradedTo100],
  vote: ({ grades: told, success }) => JSON.stringify([success ?? null, told?.map((grade) => grade !== null && grade > 5) ?? null]),
  length: ({ grades: { length } }) => length,
});

function band(length: number): string {
  if (length === 0) return "none";
  return length <= 5 ? "1-5" : length <= 10 ? "6-10" : "11 or more";
}
