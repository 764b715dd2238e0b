import type { TaskGraphItem, TaskGraphPrediction } from "@stepladder/schema";
import { Random } from "@stepladder/tracks/procladder/random.ts";
import { stepsOf } from "@stepladder/tracks/task-graph/steps.ts";
import track from "@stepladder/tracks/task-graph/track.ts";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { metrics } from "@stepladder/wasm/metrics";
import type { Matrix } from "@stepladder/wasm/metrics/contract.ts";
import { itemValues } from "@stepladder/wasm/stats/compare.ts";
import { induceGraph } from "../inducers/graph.ts";
import { type Inducer, type Path, type Settings, settingsOf, type Task } from "../inducers/task.ts";
import { taskGraphPrediction } from "../inducers/task-graph-prediction.ts";
import { measured } from "./measured.ts";

/** What may be chosen of each method's settings, in place of the defaults. */
const CHOICES: Readonly<Record<string, readonly Settings[]>> = {
  frequency: [0.7, 0.8, 0.85, 0.9, 0.95, 1].map((cut) => ({ cut })),
  likelihood: [0.1, 0.01, 0.001, 0.0001, 0.00001].flatMap((noise) => [0, 0.5, 1, 2].map((penalty) => ({ noise, penalty }))),
  mdl: [0.1, 0.03, 0.01, 0.003, 0.001, 0.0001].map((noise) => ({ noise })),
};

/** A task of gold as what was seen of it: its executions and the texts of its steps, no edge. */
function taskOf(item: TaskGraphItem, executions: readonly (readonly string[])[]): Task {
  const { keys, start, end } = stepsOf(item);
  const own = keys.filter((_, place) => place !== start && place !== end);
  const steps = own.map((key) => ({ key, text: item.steps[key] as string }));
  return { id: item.id, goal: item.id, steps, paths: executions.map((execution): Path => execution.map((key) => own.indexOf(key))) };
}

/** Graphs of all items by a method, measured by the track's own kernels; from the executions of each that `seen` gives. */
export function inducedGraphs(
  kernels: Kernels,
  items: readonly TaskGraphItem[],
  inducer: Inducer,
  settings: Settings,
  seen: (item: TaskGraphItem) => readonly (readonly string[])[] = ({ executions = [] }) => executions,
): Matrix {
  const predict = (item: TaskGraphItem): TaskGraphPrediction =>
    taskGraphPrediction(induceGraph(taskOf(item, seen(item)), inducer, settingsOf(inducer, settings))).prediction;
  return measured(kernels, track, items, predict);
}

/** Each item with the settings that have the best mean edge F1 over all others; of equal ones the first. Mean over items. */
export function leaveOneOut(
  kernels: Kernels,
  items: readonly TaskGraphItem[],
  inducer: Inducer,
): { edge: number; closure: number; chosen: string[] } {
  const choices = CHOICES[inducer.id] ?? [{}];
  const matrices = choices.map((settings) => inducedGraphs(kernels, items, inducer, settings));
  const edges = matrices.map((matrix) => itemValues(metrics["edge-f1"], matrix));
  const closures = matrices.map((matrix) => itemValues(metrics["closure-f1"], matrix));
  const best = items.map((_, out) => {
    const means = edges.map((values) => mean([...values].filter((_, place) => place !== out)));
    return means.indexOf(Math.max(...means));
  });
  const chosen = new Set(best.map((choice) => JSON.stringify(choices[choice])));
  return {
    edge: mean(best.map((choice, place) => edges[choice]?.[place] as number)),
    closure: mean(best.map((choice, place) => closures[choice]?.[place] as number)),
    chosen: [...chosen],
  };
}

/** Draws of some of the executions of each task. */
const REPEATS = 10;

/** Mean edge and closure F1 where only `count` executions of each task are seen, over ten draws of which ones. */
export function learningCurve(
  kernels: Kernels,
  items: readonly TaskGraphItem[],
  inducer: Inducer,
  count: number,
): { edge: number; closure: number } {
  const values = Array.from({ length: REPEATS }, (_, repeat) => {
    const drawn = new Map(
      items.map(({ id, executions = [] }, place) => [id, new Random(repeat, place).shuffle(executions).slice(0, count)]),
    );
    const matrix = inducedGraphs(kernels, items, inducer, {}, ({ id }) => drawn.get(id) ?? []);
    return [mean(itemValues(metrics["edge-f1"], matrix)), mean(itemValues(metrics["closure-f1"], matrix))] as const;
  });
  return { edge: mean(values.map(([edge]) => edge)), closure: mean(values.map(([, closure]) => closure)) };
}

function mean(values: Iterable<number>): number {
  const all = [...values];
  return all.reduce((sum, value) => sum + value, 0) / all.length;
}
