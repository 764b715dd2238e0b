// What a thread of `stepladder induce` runs: a task in, its graph and predictions out.
import type { InducedGraph } from "@stepladder/schema";
import { induceGraph } from "../inducers/graph.ts";
import { inducerOf } from "../inducers/index.ts";
import { scriptPredictions } from "../inducers/script-predictions.ts";
import type { Settings, Task } from "../inducers/task.ts";

/** What the thread is asked. */
export interface InduceTask {
  readonly task: Task;
  readonly method: string;
  readonly settings: Settings;
}

/** What it answers. */
export interface Induced {
  readonly graph: InducedGraph;
  /** Lines of graph-script's predictions, for its own tasks. */
  readonly script: readonly string[];
}

export default function work({ task, method, settings }: InduceTask): Induced {
  const inducer = inducerOf(method);
  return {
    graph: induceGraph(task, inducer, settings),
    script: [...scriptPredictions(task, inducer, settings)].map((record) => JSON.stringify(record)),
  };
}
