import type { TaskGraphItem } from "@stepladder/schema";
import { graphs } from "@stepladder/wasm/metrics/graphs/measure.ts";
import { defineTrack } from "../define.ts";
import { diagnoses } from "./diagnoses.ts";
import { adjlistFiles, goldFormat, graphFiles, officialFolder, owns, recordFormat } from "./formats.ts";
import { arcsOf, stepsOf, taskGraphCodec, vacant } from "./steps.ts";

/** Steps without START and END. */
const length = ({ steps }: TaskGraphItem): number => Object.keys(steps).length - 2;

export default defineTrack({
  id: "task-graph",
  title: "Task graphs",
  version: "1",
  date: "2026-11-22",
  summary: "Predict which steps of a cooking task must be done before which others, given its steps and executions of it.",
  papers: [
    {
      title: "Differentiable Task Graph Learning: Procedural Activity Representation and Online Mistake Detection from Egocentric Videos",
      url: "https://arxiv.org/abs/2406.01486",
    },
    { title: "CaptainCook4D: A Dataset for Understanding Errors in Procedural Activities", url: "https://arxiv.org/abs/2312.14556" },
  ],
  sources: [
    {
      title: "fpv-iplab/Differentiable-Task-Graph-Learning, gold graphs, executions and LLM baseline",
      url: "https://github.com/fpv-iplab/Differentiable-Task-Graph-Learning",
      licence: "CC-BY-NC-4.0; its CaptainCook4D part MIT",
    },
    { title: "CaptainCook4D/annotations", url: "https://github.com/CaptainCook4D/annotations", licence: "MIT" },
  ],
  goldKind: "imported",
  owns,
  itemId: ({ id }) => id,
  goldFormats: [officialFolder, goldFormat],
  formats: [adjlistFiles, graphFiles, recordFormat],
  measure: graphs(taskGraphCodec),
  metrics: [
    "edge-f1",
    "edge-precision",
    "edge-recall",
    "pooled-edge-f1",
    "closure-f1",
    "reduction-f1",
    "order-consistency",
    "acyclic",
    "graph-edit-distance",
    "graph-edit-lower-bound",
    "graph-edit-exact",
  ],
  slices: [
    {
      id: "length",
      title: "Number of steps",
      values: ["short", "medium", "long"],
      // up to 11 steps, 12 to 15, 16 and more: 7, 8 and 9 of the 24 tasks
      of: (item) => (length(item) <= 11 ? "short" : length(item) <= 15 ? "medium" : "long"),
    },
  ],
  curves: [],
  unscored: { prediction: vacant, rule: "A task without a readable prediction scores as a graph without edges." },
  context: stepsOf,
  diagnoses,
  vote: (prediction) => JSON.stringify(arcsOf(prediction).sort()),
  length,
});
