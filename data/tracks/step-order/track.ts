import type { OrderItem } from "@stepladder/schema";
import { asked } from "@stepladder/wasm/metrics/asked.ts";
import { calledOrders, orders, sectionOrders } from "@stepladder/wasm/metrics/orders/measure.ts";
import { recognition } from "@stepladder/wasm/metrics/recognition/measure.ts";
import { KINDS, mistakes, ordered, releasedLabels } from "@stepladder/wasm/metrics/tags/measure.ts";
import { together } from "@stepladder/wasm/metrics/together.ts";
import { defineTrack } from "../define.ts";
import { callCodec, calledCodec, graphCodec, mistakesCodec, recognitionCodec, releasedCodec, sectionCodec } from "./codecs.ts";
import { diagnoses } from "./diagnoses.ts";
import { recordFormat } from "./formats.ts";
import { goldFormat, officialFiles } from "./gold.ts";
import { subtaskOf } from "./items.ts";
import { contextOf } from "./steps.ts";

export default defineTrack({
  id: "step-order",
  title: "Step order",
  version: "1",
  date: "2026-11-23",
  summary: "Say whether steps have an order and which, tell when each step of a recording was done, and find what went wrong.",
  note: "Items are ours, made from released labels, graphs and annotations; POS, F1 and delay follow IndustReal's code, but its recordings are not at hand: the recordings are CaptainCook4D's. The labels of 799 of 1,000 sections stand beside other sections' text in the release: calls are measured against labels as released, and against labels put back by us.",
  papers: [
    { title: "Reasoning about Goals, Steps, and Temporal Ordering with WikiHow", url: "https://arxiv.org/abs/2009.07690" },
    { title: "CaptainCook4D: A Dataset for Understanding Errors in Procedural Activities", url: "https://arxiv.org/abs/2312.14556" },
    {
      title: "Differentiable Task Graph Learning: Procedural Activity Representation and Online Mistake Detection from Egocentric Videos",
      url: "https://arxiv.org/abs/2406.01486",
    },
    {
      title:
        "IndustReal: A Dataset for Procedure Step Recognition Handling Execution Errors in Egocentric Videos in an Industrial-Like Setting",
      url: "https://arxiv.org/abs/2310.17323",
    },
  ],
  sources: [
    {
      title: "zharry29/wikihow-goal-step, ordering_annotation: labels of 1,000 sections",
      url: "https://github.com/zharry29/wikihow-goal-step",
      licence: "MIT; wikiHow's text CC-BY-NC-SA-3.0",
    },
    {
      title: "fpv-iplab/Differentiable-Task-Graph-Learning, gold graphs, executions and LLM baseline",
      url: "https://github.com/fpv-iplab/Differentiable-Task-Graph-Learning",
      licence: "CC-BY-NC-4.0; its CaptainCook4D part MIT",
    },
    { title: "CaptainCook4D/annotations", url: "https://github.com/CaptainCook4D/annotations", licence: "MIT" },
  ],
  goldKind: "imported",
  owns: (id) => subtaskOf(id) !== undefined,
  itemId: ({ id }: OrderItem) => id,
  goldFormats: [goldFormat, officialFiles],
  formats: [recordFormat],
  measure: together("step-order", [
    asked(releasedLabels, releasedCodec),
    asked(ordered, callCodec),
    asked(orders, graphCodec),
    asked(sectionOrders, sectionCodec),
    asked(calledOrders, calledCodec),
    asked(recognition, recognitionCodec),
    asked(mistakes, mistakesCodec),
  ]),
  metrics: [
    "order-pairs",
    "order-exact",
    "order-tau",
    "order-moves",
    "section-order-pairs",
    "section-order-exact",
    "section-order-tau",
    "section-order-moves",
    "called-order-pairs",
    "called-order-exact",
    "released-label-accuracy",
    "released-label-macro-f1",
    "released-label-f1",
    "ordered-accuracy",
    "ordered-macro-f1",
    "ordered-f1",
    "ordered-precision",
    "ordered-recall",
    "not-ordered-f1",
    "psr-pos",
    "psr-f1",
    "psr-delay",
    "recognised-f1",
    "recognised-precision",
    "recognised-recall",
    "recognised-delay",
    "mistake-f1",
    "mistake-precision",
    "mistake-recall",
    "mistake-macro-f1",
    "mistake-preparation-f1",
    "mistake-measurement-f1",
    "mistake-order-f1",
    "mistake-timing-f1",
    "mistake-technique-f1",
    "mistake-temperature-f1",
    "mistake-missing-step-f1",
    "mistake-other-f1",
    "out-of-order-f1",
  ],
  slices: [
    { id: "subtask", title: "Question", values: ["section", "graph", "recognition", "mistakes"], of: ({ subtask }) => subtask },
    { id: "length", title: "Number of steps", values: ["up to 4", "5-8", "9-15", "16 or more"], of: ({ steps }) => band(steps.length) },
    { id: "kind", title: "Commonest mistake", values: [...KINDS, "none", "not an execution"], of: commonestKind },
    {
      id: "labels",
      title: "Label of a section",
      values: ["in place", "put back", "lost", "not a section"],
      of: ({ subtask, labelled = "in place" }) => (subtask === "section" ? labelled : "not a section"),
    },
  ],
  cluster: { title: "article or recipe", of: ({ task }) => task },
  curves: [],
  unscored: {
    prediction: {},
    rule: "An item without a readable prediction is answered with nothing; metrics of a question that a submission leaves out altogether have no value.",
  },
  context: contextOf,
  diagnoses,
  vote: (prediction) => JSON.stringify(prediction),
  length: ({ steps }) => steps.length,
});

function band(length: number): string {
  if (length >= 16) return "16 or more";
  if (length >= 9) return "9-15";
  return length >= 5 ? "5-8" : "up to 4";
}

/** The kind that most mistakes of an execution are of, of equal ones the first. */
function commonestKind({ subtask, mistakes: found = [] }: OrderItem): string {
  if (subtask !== "mistakes") return "not an execution";
  const counts = KINDS.map((kind) => found.filter(({ kinds }) => kinds.includes(kind)).length);
  const most = Math.max(...counts);
  return most === 0 ? "none" : (KINDS[counts.indexOf(most)] as string);
}
