import type { FirstErrorItem } from "@stepladder/schema";
import { labels } from "@stepladder/wasm/metrics/labels/measure.ts";
import { defineTrack } from "../define.ts";
import { firstErrorCodec, vacant } from "./answer.ts";
import { diagnoses } from "./diagnoses.ts";
import { goldItems, ID, officialGold, officialOutputs, records, SUBSETS } from "./formats.ts";

/** Quarters of the solutions, near enough. */
function lengthBand(steps: number): string {
  return steps <= 4 ? "1-4" : steps <= 6 ? "5-6" : steps <= 9 ? "7-9" : "10+";
}

export default defineTrack({
  id: "processbench",
  title: "ProcessBench",
  version: "1",
  date: "2026-11-23",
  summary: "Find the first wrong step in a solution to a math problem, or say that there is none.",
  note: "Figures computed here are of three subsets, as Omni-MATH's gold is not at hand; published averages are of four.",
  quotedOn: "all four subsets, Omni-MATH among them",
  papers: [{ title: "ProcessBench: Identifying Process Errors in Mathematical Reasoning", url: "https://arxiv.org/abs/2412.06559" }],
  sources: [
    {
      title: "QwenLM/ProcessBench, code, gold (in its history) and paper",
      url: "https://github.com/QwenLM/ProcessBench",
      licence: "none stated",
    },
    { title: "Qwen/ProcessBench, published data set", url: "https://huggingface.co/datasets/Qwen/ProcessBench", licence: "Apache-2.0" },
  ],
  goldKind: "imported",
  owns: (id) => ID.test(id),
  itemId: ({ id }: FirstErrorItem) => id,
  goldFormats: [officialGold, goldItems],
  formats: [officialOutputs, records],
  measure: labels(firstErrorCodec),
  metrics: [
    "mean-first-error-f1",
    "first-error-f1",
    "erroneous-first-error-accuracy",
    "error-free-recall",
    "answered-first-error-accuracy",
    "error-free-precision",
  ],
  slices: [
    { id: "subset", title: "Subset", values: SUBSETS, of: ({ subset }) => subset },
    {
      id: "error",
      title: "Error in gold",
      values: ["erroneous", "error-free"],
      of: ({ label }) => (label === -1 ? "error-free" : "erroneous"),
    },
    { id: "answer", title: "Final answer", values: ["right", "wrong"], of: ({ answer }) => (answer ? "right" : "wrong") },
    { id: "length", title: "Steps", values: ["1-4", "5-6", "7-9", "10+"], of: ({ steps }) => lengthBand(steps) },
    { id: "generator", title: "Model that solved it", of: ({ generator }) => generator },
  ],
  cluster: { title: "problem", of: ({ problem }) => problem },
  group: { title: "subset", of: ({ subset }) => subset },
  curves: [],
  unscored: {
    prediction: vacant,
    rule: "A solution without a readable answer is wrong, as officially, whether it has an error or not.",
  },
  context: ({ steps }) => ({ steps }),
  diagnoses,
  vote: ({ label }) => String(label),
  length: ({ steps }) => steps,
});
