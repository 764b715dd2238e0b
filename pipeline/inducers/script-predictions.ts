import type { InducedGraph, ScriptPrediction } from "@stepladder/schema";
import { heldOut, type Learn } from "@stepladder/tracks/graph-script/held-out.ts";
import { itemsOf } from "@stepladder/tracks/graph-script/items.ts";
import { transitions } from "./beam-count.ts";
import { closureOfGraph, evidenceOf, induceGraph } from "./graph.ts";
import { END, Predictor } from "./predict.ts";
import type { Inducer, Path, Settings, Task } from "./task.ts";

/**
 * Predictions for all of graph-script's items of a task; none for a task from elsewhere. What is asked was seen in these very paths: a
 * prefix is answered from a graph of the paths that do not begin with it, a graph by five folds, as the track's baselines do.
 */
export function* scriptPredictions(
  task: Task,
  inducer: Inducer,
  settings: Settings,
): Generator<{ id: string; prediction: ScriptPrediction }> {
  if (task.script === undefined) return;
  const items = [...itemsOf(task.script.number, { library: task.steps.map(({ text }) => text), paths: task.paths })];
  const answer = heldOut(learnGraph(task, inducer, settings))(items);
  for (const item of items) yield { id: item.id, prediction: answer(item) };
}

/** What a graph says that is induced from some of the paths of a task. */
export function learnGraph(task: Task, inducer: Inducer, settings: Settings): Learn {
  return (paths) => {
    const graph = induceGraph({ ...task, paths }, inducer, settings);
    const predictor = new Predictor(graph);
    return {
      next: (prefix) => new Map([...predictor.next(prefix)].filter(([step]) => step !== END)),
      completion: (prefix) => predictor.completion(prefix),
      edges: () => drawn(graph, paths),
    };
  };
}

/** The transitions that the released rule draws, without those that go against the order of the graph. */
function drawn(graph: InducedGraph, paths: readonly Path[]): (readonly [number, number])[] {
  const before = closureOfGraph(graph);
  const texts = graph.steps.map(({ text }) => text);
  return transitions(evidenceOf(texts, paths)).filter(([from, to]) => !before.has(to, from));
}
