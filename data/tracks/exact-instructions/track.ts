import type { ExactItem, ExactPrediction } from "@stepladder/schema";
import { asked } from "@stepladder/wasm/metrics/asked.ts";
import { texts } from "@stepladder/wasm/metrics/texts/measure.ts";
import { defineTrack } from "../define.ts";
import { diagnoses } from "./diagnoses.ts";
import { goldFormat, owns, recordFormat } from "./formats.ts";
import { CATEGORIES } from "./prompts.ts";

export default defineTrack({
  id: "exact-instructions",
  title: "Exact instructions",
  version: "1",
  date: "2026-11-23",
  summary: "Follow twenty instructions that have exactly one right output each, and write that output alone.",
  note: "Twenty prompts of our own: a difference of one prompt is five points, and chance explains differences of several.",
  papers: [
    {
      title: "When Models Can't Follow: Testing Instruction Adherence Across 256 LLMs",
      url: "https://arxiv.org/abs/2510.18892",
    },
  ],
  sources: [],
  goldKind: "generated",
  owns,
  itemId: ({ id }: ExactItem) => id,
  goldFormats: [goldFormat],
  formats: [recordFormat],
  measure: asked(texts, {
    gold: ({ expected }: ExactItem) => ({ gold: expected, context: true }),
    answer: ({ text }: ExactPrediction) => text,
  }),
  metrics: ["text-match", "text-match-strict"],
  slices: [{ id: "category", title: "Category", values: CATEGORIES, of: ({ category }) => category }],
  curves: [],
  unscored: { prediction: { text: "" }, rule: "A prompt without a readable answer scores as an empty one." },
  context: () => null,
  diagnoses,
  vote: ({ text }) => text.replace(/[ \t\n\v\f\r]+/g, " ").replace(/^ | $/g, ""),
  length: ({ expected }) => expected.split("\n").length,
});
