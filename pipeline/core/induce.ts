import type { InducedGraph } from "@stepladder/schema";
import { induceGraph } from "../inducers/graph.ts";
import { inducerOf } from "../inducers/index.ts";
import { readTasks } from "../inducers/inputs/index.ts";
import { scriptPredictions } from "../inducers/script-predictions.ts";
import type { Settings, Task } from "../inducers/task.ts";
import { taskGraphPrediction } from "../inducers/task-graph-prediction.ts";
import { keptRun } from "./kept.ts";
import { WholeFiles } from "./output.ts";

/** What a run of `stepladder induce` was asked for. */
export interface Inducing {
  readonly inputs: readonly string[];
  readonly out: string;
  readonly method: string;
  /** In place of the method's defaults. */
  readonly settings: Settings;
}

/** What came of it. */
export interface InductionReport {
  readonly method: string;
  readonly settings: Settings;
  readonly tasks: readonly Counts[];
}

interface Counts extends Record<"steps" | "paths" | "edges" | "optional" | "interchangeable" | "branches" | "loops", number> {
  readonly id: string;
}

interface Induced {
  readonly graph: InducedGraph;
  /** Lines of graph-script's predictions, for its own tasks. */
  readonly script: readonly string[];
}

const GRAPHS = "graphs.jsonl";
const PREDICTIONS = "predictions.jsonl";
const SCRIPT = "graph-script.jsonl";
const REPORT = "report.json";

/** What decides an induced graph. */
const CODE = ["pipeline/inducers", "wasm/lib/precedence.ts", "wasm/stats/wilson.ts", "data/tracks/graph-script", "data/tracks/task-graph"];

/**
 * Induces a graph for each task of the inputs and writes them with their predictions; a run that was ended goes on where it stood.
 * Throws CommandError or FileProblem where inputs cannot be used; then nothing is written.
 */
export async function induce({ inputs, out, method, settings: given }: Inducing, signal: AbortSignal): Promise<InductionReport> {
  const inducer = inducerOf(method);
  const settings = { ...inducer.settings, ...given };
  const tasks = await readTasks(inputs, signal);
  const run = { out, mark: ".induce", code: CODE, options: { method, settings }, noun: "tasks" };
  const work = (task: Task): Induced => ({
    graph: induceGraph(task, inducer, settings),
    script: [...scriptPredictions(task, inducer, settings)].map((record) => JSON.stringify(record)),
  });
  const isScript = tasks.some(({ script }) => script !== undefined);
  return keptRun(run, tasks, work, (results) => written(out, isScript, { method, settings }, results), signal);
}

async function written(
  out: string,
  isScript: boolean,
  asked: Omit<InductionReport, "tasks">,
  results: AsyncIterable<Induced>,
): Promise<InductionReport> {
  const files = await WholeFiles.open(out, [GRAPHS, PREDICTIONS, ...(isScript ? [SCRIPT] : []), REPORT]);
  const tasks: Counts[] = [];
  try {
    for await (const { graph, script } of results) {
      await files.write(GRAPHS, `${JSON.stringify(graph)}\n`);
      await files.write(PREDICTIONS, `${JSON.stringify(taskGraphPrediction(graph))}\n`);
      for (const line of script) await files.write(SCRIPT, `${line}\n`);
      tasks.push(countsOf(graph));
    }
    const report = { ...asked, tasks };
    await files.write(REPORT, `${JSON.stringify(report, null, 2)}\n`);
    await files.commit();
    return report;
  } catch (error) {
    await files.abandon();
    throw error;
  }
}

function countsOf({ id, steps, paths, edges, interchangeable, branches, loops }: InducedGraph): Counts {
  return {
    id,
    steps: steps.length,
    paths,
    edges: edges.length,
    optional: steps.filter(({ optional }) => optional).length,
    interchangeable: interchangeable.length,
    branches: branches.length,
    loops: loops.length,
  };
}
