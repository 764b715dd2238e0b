import type { FileRecord, OrderItem, Recipe } from "@stepladder/schema";
import { readAdjlist } from "../task-graph/adjlist.ts";
import { baselines } from "./baselines.ts";
import { itemId } from "./items.ts";

const GRAPH = /(?:^|\/)graph_([a-z0-9]+)\.adjlist$/;

/** `12_Add salt` is the step `Add salt`; the first and the last are no steps. */
function textOf(node: string): string {
  return node.slice(node.indexOf("_") + 1);
}

/** The order that a predicted graph implies: again and again the step whose prerequisites are all done, of several the first in its file. */
function topological(file: string, text: string): string[] {
  const arcs = readAdjlist(text, file);
  const left = new Set(arcs.flat());
  const order: string[] = [];
  while (left.size > 0) {
    const ready = [...left].find((node) => !arcs.some(([own, prerequisite]) => own === node && left.has(prerequisite)));
    // On a cycle none is ready: the first goes on.
    const [next = ""] = ready === undefined ? left : [ready];
    left.delete(next);
    order.push(textOf(next));
  }
  return order.filter((step) => !/^(start|end)$/i.test(step));
}

/** Orders of the graphs that an LLM wrote, in place of its edges. */
function* llmOrders(records: readonly FileRecord[]): Generator<object> {
  for (const { file, value } of records) {
    const task = GRAPH.exec(file)?.[1];
    if (task !== undefined) yield { id: itemId("graph", task), prediction: { order: topological(file, value as string) } };
  }
}

const recipe: Recipe<OrderItem> = (kit) => [
  kit.importGold(
    "wikihow-ordering/ordering_annotation",
    "task-graphs-dtgl/gold",
    "task-graphs-dtgl/sequences",
    "captaincook4d/annotation_json/complete_step_annotations.json",
    "captaincook4d/annotation_csv/error_annotations.csv",
  ),
  kit.items(),
  ...kit.baselines(baselines),
  kit.entry({
    id: "dtgl-llm-order",
    system: {
      name: "LLM graphs of DTGL, put in order",
      kind: "system",
      about:
        "A topological order of each of the 24 graphs that a language model wrote from the steps of a task, as released with Differentiable Task Graph Learning. The order is derived here; where a graph leaves two steps open the one that its file names first goes first. Answers nothing else.",
      url: "https://github.com/fpv-iplab/Differentiable-Task-Graph-Learning",
    },
    date: "2024-04-15",
    files: ["task-graphs-dtgl/predictions/llm-baseline"],
    made: llmOrders,
    predictions: {
      source: "https://github.com/fpv-iplab/Differentiable-Task-Graph-Learning",
      where: "the folder of graph_*.adjlist files of the LLM baseline for captaincook4d @536aaa7, put in order; the hash is of the orders",
    },
  }),
];
export default recipe;
