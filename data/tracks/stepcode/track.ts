import { type ExactPrediction, TRACE_KINDS, type TraceItem } from "@stepladder/schema";
import { traces } from "@stepladder/wasm/metrics/traces/measure.ts";
import { defineTrack } from "../define.ts";
import { normalAnswer } from "./answers.ts";
import { goldFormat, owns, recordFormat } from "./formats.ts";

const run = { title: "Run of a program", of: (item: TraceItem) => item.run };

export default defineTrack({
  id: "stepcode",
  title: "Stepcode",
  version: "1",
  date: "2026-11-23",
  summary: "Carry out small generated programs, and tell lines executed, values, next lines, outputs and numbers of steps.",
  note: "Programs and questions are our own, in the manner of SX-Bench and REval: no figure of those papers can be set beside these.",
  papers: [
    {
      title: "STEPWISE-CODEX-Bench: Evaluating Complex Multi-Function Comprehension and Fine-Grained Execution Reasoning",
      url: "https://arxiv.org/abs/2508.05193",
    },
    {
      title: "ExecVerify: White-Box RL with Verifiable Stepwise Rewards for Code Execution Reasoning",
      url: "https://arxiv.org/abs/2603.11226",
    },
  ],
  sources: [],
  goldKind: "generated",
  owns,
  itemId: ({ id }: TraceItem) => id,
  goldFormats: [goldFormat],
  formats: [recordFormat],
  measure: traces({
    gold: ({ kind, expected }: TraceItem) => ({ kind, expected }),
    answer: ({ text }: ExactPrediction) => normalAnswer(text),
  }),
  metrics: ["text-match", "run-consistency", "incremental-consistency"],
  slices: [
    { id: "kind", title: "Question", values: TRACE_KINDS, of: ({ kind }) => kind },
    { id: "split", title: "Split", values: ["easy", "medium", "hard"], of: ({ split }) => split },
  ],
  cluster: run,
  group: run,
  curves: [],
  unscored: { prediction: { text: "" }, rule: "A question without a readable answer scores as an empty one, which is wrong." },
  context: () => null,
  diagnoses: [],
  vote: ({ text }) => normalAnswer(text),
  length: ({ length }) => length,
});
