import type { LabelsItem } from "@stepladder/schema";
import { labels } from "@stepladder/wasm/metrics/labels/measure.ts";
import { defineTrack } from "../define.ts";
import { stepsCounted } from "./diagnoses.ts";
import { items, judgments, records } from "./formats.ts";
import { officialGold } from "./gold.ts";
import { firstErrorVote, labelsCodec, stepsOf, vacant } from "./labels.ts";
import { DATASETS } from "./trajectories.ts";

const ID = new RegExp(`^(?:${DATASETS.join("|")}):\\d{1,2}:[0-4]$`);

/** Quarters of the trajectories, near enough. */
function lengthBand(steps: number): string {
  return steps <= 3 ? "1-3" : steps <= 7 ? "4-7" : steps <= 12 ? "8-12" : "13+";
}

const OUTCOMES = ["incorrect", "neutral", "correct"] as const;

export default defineTrack({
  id: "agentprocessbench",
  title: "AgentProcessBench",
  version: "1",
  date: "2026-11-22",
  summary: "Read the trajectory of a tool-using agent and label every step as correct, neutral or incorrect.",
  note: "The official first-error accuracy pays for saying nothing: an empty answer has 38.6 %; the figures marked as ours do not.",
  papers: [
    { title: "AgentProcessBench: Diagnosing Step-Level Process Quality in Tool-Using Agents", url: "https://arxiv.org/abs/2603.14465" },
  ],
  sources: [
    {
      title: "RUCBM/AgentProcessBench, code, gold and judgments",
      url: "https://github.com/RUCBM/AgentProcessBench",
      licence: "none stated",
    },
    {
      title: "LulaCola/AgentProcessBench, published data set",
      url: "https://huggingface.co/datasets/LulaCola/AgentProcessBench",
      licence: "MIT",
    },
  ],
  goldKind: "imported",
  owns: (id) => ID.test(id),
  itemId: ({ id }: LabelsItem) => id,
  goldFormats: [officialGold, items],
  formats: [judgments, records],
  measure: labels(labelsCodec),
  metrics: [
    "step-accuracy",
    "first-error-accuracy",
    "exact-match",
    "answered-first-error-accuracy",
    "erroneous-first-error-accuracy",
    "error-free-precision",
    "error-free-recall",
    "answered-step-accuracy",
    "cohen-kappa",
    "macro-f1",
    "correct-precision",
    "correct-recall",
    "correct-f1",
    "neutral-precision",
    "neutral-recall",
    "neutral-f1",
    "incorrect-precision",
    "incorrect-recall",
    "incorrect-f1",
  ],
  slices: [
    { id: "dataset", title: "Dataset", values: DATASETS, of: ({ dataset }) => dataset },
    {
      id: "error",
      title: "Error in gold",
      values: ["erroneous", "error-free"],
      of: ({ labels }) => (Object.values(labels).includes(-1) ? "erroneous" : "error-free"),
    },
    {
      id: "outcome",
      title: "Outcome of the trajectory",
      values: OUTCOMES.toReversed(),
      of: ({ final }) => OUTCOMES[final + 1] as string,
    },
    {
      id: "length",
      title: "Steps",
      values: ["1-3", "4-7", "8-12", "13+"],
      of: ({ labels }) => lengthBand(Object.keys(labels).length),
    },
  ],
  cluster: { title: "question", of: ({ question }) => question },
  curves: [],
  unscored: {
    prediction: vacant,
    rule: "A trajectory without a readable answer is measured as one without labels, as officially: its steps are misses, but its first error counts as right where gold has no error.",
  },
  context: ({ labels }) => ({ steps: stepsOf(labels) }),
  diagnoses: [stepsCounted],
  vote: firstErrorVote,
  length: ({ labels }) => Object.keys(labels).length,
});
