import type { ScriptItem } from "@stepladder/schema";
import { asked } from "@stepladder/wasm/metrics/asked.ts";
import { completion } from "@stepladder/wasm/metrics/completion/measure.ts";
import { ranking } from "@stepladder/wasm/metrics/ranking/measure.ts";
import { scripts } from "@stepladder/wasm/metrics/scripts/measure.ts";
import { together } from "@stepladder/wasm/metrics/together.ts";
import { defineTrack } from "../define.ts";
import { completionCodec, graphCodec, nextStepCodec } from "./codecs.ts";
import { drawnGraphs, graphNames, recordFormat } from "./formats.ts";
import { goldFormat, releasedPaths } from "./gold.ts";
import { subtaskOf } from "./items.ts";
import { qrels, run } from "./trec.ts";

export default defineTrack({
  id: "graph-script",
  title: "Graph scripts",
  version: "1",
  date: "2026-11-22",
  summary: "Learn all ways through a procedure from videos: say the next step, complete a sequence, draw the graph of its steps.",
  note: "The paper's own test sets and its formulas at k are not released: items and formulas here are ours, made from its released paths.",
  papers: [{ title: "Non-Sequential Graph Script Induction via Multimedia Grounding", url: "https://arxiv.org/abs/2305.17542" }],
  sources: [
    {
      title: "bryanzhou008/Multimodal-Graph-Script-Learning, paths of 2,610 videos",
      url: "https://github.com/bryanzhou008/Multimodal-Graph-Script-Learning",
      licence: "MIT",
    },
  ],
  goldKind: "imported",
  owns: (id) => subtaskOf(id) !== undefined,
  itemId: ({ id }: ScriptItem) => id,
  goldFormats: [releasedPaths, goldFormat, qrels],
  formats: [drawnGraphs, run, recordFormat],
  measure: together("graph-script", [asked(ranking, nextStepCodec), asked(completion, completionCodec), asked(scripts, graphCodec)]),
  metrics: [
    "f1-at-3",
    "accuracy-at-1",
    "accuracy-at-3",
    "recall-at-1",
    "recall-at-3",
    "recall-at-5",
    "precision-at-1",
    "precision-at-3",
    "precision-at-5",
    "f1-at-1",
    "f1-at-5",
    "mean-reciprocal-rank",
    "ndcg-at-1",
    "ndcg-at-3",
    "ndcg-at-5",
    "completion-accuracy",
    "completion-edit-distance",
    "completion-similarity",
    "completion-bleu",
    "script-edge-f1-at-10",
    "script-edge-precision-at-10",
    "script-edge-recall-at-10",
    "script-edge-f1-at-05",
    "script-edge-precision-at-05",
    "script-edge-recall-at-05",
    "script-edge-f1-at-20",
    "script-edge-precision-at-20",
    "script-edge-recall-at-20",
    "script-transition-coverage",
    "script-path-acceptance",
    "script-optional-f1",
    "script-interchangeable-f1",
  ],
  slices: [
    { id: "subtask", title: "Subtask", values: ["next-step", "completion", "graph-script"], of: ({ subtask }) => subtask },
    { id: "prefix", title: "Steps done", values: ["0", "1", "2", "3-4", "5 or more"], of: ({ prefix: { length } }) => band(length) },
    { id: "task", title: "Procedure", of: ({ task }) => task },
  ],
  cluster: { title: "procedure", of: ({ task }) => task },
  curves: [],
  unscored: {
    prediction: {},
    rule: "An item without a readable prediction is answered with nothing; metrics of a question that a submission leaves out altogether have no value.",
  },
  context: graphNames,
  diagnoses: [],
  vote: (prediction) => JSON.stringify(prediction),
  length: ({ prefix }) => prefix.length,
});

function band(length: number): string {
  if (length >= 5) return "5 or more";
  return length >= 3 ? "3-4" : String(length);
}
