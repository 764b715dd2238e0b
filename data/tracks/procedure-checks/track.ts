import type { ChecksItem, ChecksPrediction } from "@stepladder/schema";
import { checks } from "@stepladder/wasm/metrics/checks/measure.ts";
import { defineTrack } from "../define.ts";
import { diagnoses } from "./diagnoses.ts";
import { goldFormat, owns, recordFormat } from "./formats.ts";

export default defineTrack<ChecksItem, ChecksPrediction, null>({
  id: "procedure-checks",
  title: "Procedure checks",
  version: "1",
  date: "2026-11-23",
  summary: "Rewrite a procedure so that constraints hold: steps, their order, resources, quantities, form. Each is checked by a rule.",
  papers: [
    {
      title: "Instruction-Following Evaluation for Large Language Models (IFEval: strict and loose rates; its instructions are others)",
      url: "https://arxiv.org/abs/2311.07911",
    },
  ],
  sources: [],
  goldKind: "generated",
  owns,
  itemId: ({ id }) => id,
  decides: ({ id, split, procedure, lang, given, constraints }) => ({ id, split, procedure, lang, given, constraints }),
  goldFormats: [goldFormat],
  formats: [recordFormat],
  measure: checks({
    gold: ({ constraints }) => constraints,
    prediction: ({ steps, resources = [], text }) => ({ steps, resources, ...(text === undefined ? {} : { raw: text }) }),
  }),
  metrics: [
    "checks-procedure-strict",
    "checks-procedure-loose",
    "checks-strict",
    "checks-loose",
    "check-step-count",
    "check-required",
    "check-forbidden",
    "check-ordered",
    "check-adjacent",
    "check-precedence",
    "check-resources-used",
    "check-resources-introduced",
    "check-no-duplicates",
    "check-one-action",
    "check-quantities",
    "check-numbering",
    "check-language",
    "check-json",
  ],
  slices: [
    { id: "split", title: "Split", values: ["easy", "medium", "hard"], of: ({ split }) => split },
    { id: "lang", title: "Language", of: ({ lang }) => lang },
  ],
  cluster: { title: "procedure", of: ({ procedure }) => procedure },
  curves: [],
  unscored: { prediction: { steps: [] }, rule: "An item without a readable prediction passes none of its constraints." },
  context: () => null,
  diagnoses,
  vote: (prediction) => JSON.stringify(prediction),
  length: ({ given }) => given.steps.length,
});
