import type { ProcedureItem } from "@stepladder/schema";
import { judgments } from "@stepladder/wasm/metrics/judgments/measure.ts";
import { defineTrack } from "../define.ts";
import { parseFailuresCounted } from "./diagnoses.ts";
import { benchRows, carriedGold, items, outputs, owns, records } from "./formats.ts";
import { judgmentsCodec, verdictVote } from "./judgments.ts";
import { TOPICS } from "./topics.ts";

export default defineTrack({
  id: "how2bench",
  title: "How2Bench",
  version: "1",
  date: "2026-11-23",
  summary: "Write the steps that reach a goal; a judge compares them with those of a how-to page and names critical failures.",
  note: "How2Score is one judge's word: what one model wrote has 36.3 % with GPT 5 and 24.8 % with Gemini-2.5-Pro where How2Judge gives 43.5 %.",
  papers: [
    {
      title: "How2Everything: Mining the Web for How-To Procedures to Evaluate and Improve LLMs",
      url: "https://arxiv.org/abs/2602.08808",
    },
  ],
  sources: [
    {
      title: "lilakk/how2everything, code of bench, judge and miner",
      url: "https://github.com/lilakk/how2everything",
      licence: "none stated",
    },
    {
      title: "how2everything/how2bench, 7,000 procedures",
      url: "https://huggingface.co/datasets/how2everything/how2bench",
      licence: "none stated",
    },
  ],
  goldKind: "imported",
  owns,
  itemId: ({ id }: ProcedureItem) => id,
  // The wording of goal and resources is for the system that answers: nothing is measured by it.
  decides: ({ id, topic, steps, judgment }) => ({ id, topic, steps: steps.length, judgment }),
  goldFormats: [benchRows, carriedGold, items],
  formats: [outputs, records],
  measure: judgments(judgmentsCodec),
  metrics: [
    "how2score",
    "failures-per-procedure",
    "judgments-not-parsed",
    "step-count-mismatch",
    "duplicate-step",
    "ngram-repetition",
    "verdict-agreement",
    "verdict-kappa",
    "verdict-alpha",
    "failure-recall",
    "failure-precision",
    "no-failure-recall",
    "no-failure-precision",
  ],
  slices: [
    { id: "topic", title: "Topic", values: TOPICS, of: ({ topic }) => topic || "no topic" },
    { id: "length", title: "Steps", values: ["up to 5", "6-8", "9-11", "12 or more"], of: ({ steps: { length } }) => band(length) },
  ],
  curves: [],
  unscored: {
    prediction: {},
    rule: "A procedure without a judgment, or with one that could not be parsed, is left out of How2Score, as officially; one without steps is left out of the figures of their form.",
  },
  context: () => undefined,
  diagnoses: [parseFailuresCounted],
  vote: verdictVote,
  length: ({ steps }) => steps.length,
});

function band(length: number): string {
  if (length <= 5) return "up to 5";
  return length <= 8 ? "6-8" : length <= 11 ? "9-11" : "12 or more";
}
