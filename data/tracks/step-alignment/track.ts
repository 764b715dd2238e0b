import type { AlignmentItem } from "@stepladder/schema";
import { asked } from "@stepladder/wasm/metrics/asked.ts";
import { graphs } from "@stepladder/wasm/metrics/graphs/measure.ts";
import { plans } from "@stepladder/wasm/metrics/plans/measure.ts";
import { together } from "@stepladder/wasm/metrics/together.ts";
import { defineTrack } from "../define.ts";
import { diagnoses } from "./diagnoses.ts";
import { goldFormat, officialFolder, owns, recordFormat, tables } from "./formats.ts";
import { counterpartsCodec, linksCodec, vacant } from "./links.ts";

export default defineTrack({
  id: "step-alignment",
  title: "Step alignment",
  version: "1",
  date: "2026-11-23",
  summary: "Say which actions of two recipes for one dish correspond.",
  note: "Gold names at most one counterpart for an action of the longer recipe; several of its actions may share one.",
  quotedOn: "a cross-validation over the ten dishes, by accuracy alone",
  papers: [{ title: "Aligning Actions Across Recipe Graphs", url: "https://aclanthology.org/2021.emnlp-main.554/" }],
  sources: [{ title: "interactive-cookbook/ara, ARA 1.1", url: "https://github.com/interactive-cookbook/ara", licence: "CC-BY-4.0" }],
  goldKind: "imported",
  owns,
  itemId: ({ id }: AlignmentItem) => id,
  goldFormats: [officialFolder, goldFormat],
  formats: [tables, recordFormat],
  measure: together("graphs", [graphs(linksCodec), asked(plans, counterpartsCodec)]),
  metrics: ["pooled-edge-f1", "pooled-edge-precision", "pooled-edge-recall", "edge-f1", "edge-precision", "edge-recall", "plan-accuracy"],
  slices: [
    { id: "goal", title: "Dish", of: ({ goal }) => goal },
    {
      id: "length",
      title: "Actions of the longer recipe",
      values: ["up to 10", "11 to 17", "18 or more"],
      of: ({ source: { actions } }) => (actions.length <= 10 ? "up to 10" : actions.length <= 17 ? "11 to 17" : "18 or more"),
    },
  ],
  cluster: { title: "dish", of: ({ goal }) => goal },
  curves: [],
  unscored: { prediction: vacant, rule: "A pair without a readable prediction scores as one without links." },
  context: ({ source, target }) => ({ source: source.actions.map(({ token }) => token), target: target.actions.map(({ token }) => token) }),
  diagnoses,
  vote: ({ links }) => JSON.stringify(links.map((link) => link.join()).sort()),
  length: ({ source }) => source.actions.length,
});
