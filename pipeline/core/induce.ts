import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { InducedGraph } from "@stepladder/schema";
import { Piscina } from "piscina";
import { inducerOf } from "../inducers/index.ts";
import { readTasks } from "../inducers/inputs/index.ts";
import { type Inducer, type Settings, settingsOf, type Task } from "../inducers/task.ts";
import { taskGraphPrediction } from "../inducers/task-graph-prediction.ts";
import { CommandError } from "./errors.ts";
import type { Induced, InduceTask } from "./induce-thread.ts";
import { keptRun } from "./kept.ts";
import { withSureNumbers } from "./numbered-scripts.ts";
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

/** A report, and what was written beside it. */
export interface Induction {
  readonly report: InductionReport;
  /** Whether there are predictions for graph-script; `unsure` where there are none since the numbers of its procedures are not sure. */
  readonly script: boolean | "unsure";
}

interface Counts extends Record<"steps" | "paths" | "edges" | "optional" | "interchangeable" | "branches" | "loops", number> {
  readonly id: string;
}

const GRAPHS = "graphs.jsonl";
export const PREDICTIONS = "predictions.jsonl";
export const SCRIPT = "graph-script.jsonl";
const REPORT = "report.json";

/** What decides a graph and its predictions, once a task is read. */
export const CODE = [
  "pipeline/core/induce-thread.ts",
  "pipeline/inducers",
  "data/schema/induced.ts",
  "data/tracks/graph-script/held-out.ts",
  "data/tracks/graph-script/items.ts",
  "data/tracks/graph-script/steps.ts",
  "wasm/lib/precedence.ts",
  "wasm/stats/wilson.ts",
];

/**
 * Induces a graph for each task of the inputs and writes them with their predictions; a run that was ended goes on where it stood.
 * Throws CommandError or FileProblem where inputs cannot be used; then nothing is written.
 */
export async function induce({ inputs, out, method, settings: given }: Inducing, signal: AbortSignal): Promise<Induction> {
  const inducer = inducerOf(method);
  const settings = settingsOf(inducer, given);
  const read = await readTasks(inputs, signal);
  for (const task of read) checkSize(task, inducer);
  const tasks = await withSureNumbers(read);
  const isScript = (some: readonly Task[]): boolean => some.some(({ script }) => script !== undefined);
  const run = { out, mark: ".induce", code: CODE, options: { method, settings }, noun: "tasks" };
  // A graph is found in one go, which hears of no signal: a thread can be ended at any time.
  const thread = new Piscina<InduceTask, Induced>({
    filename: fileURLToPath(new URL("./induce-thread.ts", import.meta.url)),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: Number.POSITIVE_INFINITY,
    atomics: "disabled",
    recordTiming: false,
  });
  const work = async (task: Task): Promise<Induced> => {
    try {
      return await thread.run({ task, method, settings }, { signal });
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
  };
  try {
    const report = await keptRun(run, tasks, work, (results) => written(out, isScript(tasks), { method, settings }, results), signal);
    return { report, script: isScript(tasks) || (isScript(read) && "unsure") };
  } finally {
    await thread.destroy();
  }
}

function checkSize({ id, steps }: Task, { id: method, mostSteps = Number.POSITIVE_INFINITY }: Inducer): void {
  if (steps.length <= mostSteps) return;
  throw new CommandError(
    `${id} steps: expected at most ${mostSteps} steps for --method ${method}, found ${steps.length}; choose another method, such as --method frequency`,
  );
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
    // That of an earlier run would stand beside a report that knows nothing of it.
    if (!isScript) await rm(join(out, SCRIPT), { force: true });
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
