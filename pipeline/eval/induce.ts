// `npm run eval:induce`: how well induced graphs say what comes next, and how like gold they are. See README.md.
import { join } from "node:path";
import type { TaskGraphItem } from "@stepladder/schema";
import track from "@stepladder/tracks/task-graph/track.ts";
import { readGold } from "@stepladder/wasm/host/gold.ts";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { openSources } from "@stepladder/wasm/intake/node.ts";
import type { MetricId } from "@stepladder/wasm/metrics";
import { Command } from "commander";
import { loadBoard } from "../core/boards.ts";
import { CommandError, told } from "../core/errors.ts";
import { openKernels } from "../core/submission.ts";
import { printTable } from "../core/table.ts";
import { inducers } from "../inducers/index.ts";
import { readTasks } from "../inducers/inputs/index.ts";
import { inducedGraphs, learningCurve, leaveOneOut } from "./induce-graphs.ts";
import { metricTable } from "./induce-report.ts";
import { answered, foldQuestions, ownQuestions, type Questions } from "./induce-scripts.ts";
import { learners } from "./learners.ts";

const SCRIPT_METRICS: readonly MetricId[] = ["accuracy-at-1", "f1-at-3", "completion-accuracy", "completion-edit-distance"];
const GRAPH_METRICS: readonly MetricId[] = ["edge-f1", "edge-precision", "edge-recall", "closure-f1"];
/** What others are held against. */
const BASELINES = ["Markov-1", "Markov-2", "nearest path"];
/** The released graphs on the board, which a language model wrote. */
const LLM = "dtgl-llm";
/** Executions of a task that are seen, for the learning curve; every task has five. */
const SEEN = [1, 2, 3, 4, 5];

await new Command("eval:induce")
  .description("next steps and completions of induced graphs beside baselines, and edges of induced graphs against gold")
  .option("--from <folder>", "official data: graph-script and task-graphs-dtgl below it", process.env.STEPLADDER_DATA ?? "../shared/data")
  .action(async ({ from }: { from: string }) => {
    const kernels = await openKernels();
    await graphs(kernels, join(from, "task-graphs-dtgl"));
    await scripts(kernels, join(from, "graph-script/crosstask_wikihow_paths_compact.json"));
  })
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`eval:induce: ${told(error) ?? String(error instanceof Error ? error.stack : error)}\n`);
    process.exitCode = 1;
  });

async function graphs(kernels: Kernels, folder: string): Promise<void> {
  const { index, contenders } = await loadBoard(track.id);
  const gold = new Map<string, TaskGraphItem>();
  for await (const { item } of readGold(track, await openSources([join(folder, "gold"), join(folder, "sequences")]), []))
    gold.set((item as TaskGraphItem).id, item as TaskGraphItem);
  const items = index.ids.flatMap((id) => gold.get(id) ?? []);
  const llm = contenders.find(({ id }) => id === LLM);
  if (llm === undefined || items.length !== index.ids.length || items.length !== gold.size)
    throw new CommandError(`${folder}: expected the ${index.ids.length} tasks of the board and ${LLM} on it, found ${gold.size} tasks`);
  const names = [LLM, ...inducers.map(({ id }) => id)];
  const matrices = [llm.matrix, ...inducers.map((inducer) => inducedGraphs(kernels, items, inducer, {}))];
  print(`gold graphs: ${items.length} tasks, every method as it is set`);
  for (const metric of GRAPH_METRICS) print(metricTable(kernels, { names, matrices }, metric, [LLM, "frequency"]));
  print("settings chosen without the graph that is scored, by edge F1");
  const chosen = inducers.map((inducer) => ({ inducer, ...leaveOneOut(kernels, items, inducer) }));
  print(
    printTable(
      ["method", "edge F1", "closure F1", "chosen"],
      chosen.map(({ inducer, edge, closure, chosen }) => [inducer.id, percent(edge), percent(closure), chosen.join(" ")]),
    ),
  );
  print("executions seen of each task: edge F1 / closure F1, mean of ten draws");
  const curve = inducers.map((inducer) => [
    inducer.id,
    ...SEEN.map((count) => learningCurve(kernels, items, inducer, count)).map(
      ({ edge, closure }) => `${percent(edge)} / ${percent(closure)}`,
    ),
  ]);
  print(printTable(["method", ...SEEN.map(String)], curve));
}

async function scripts(kernels: Kernels, path: string): Promise<void> {
  const tasks = await readTasks([path], new AbortController().signal);
  const odd = tasks.filter((_, number) => number % 2 === 1);
  const sets: readonly [string, Questions][] = [
    ["the track's questions, each from the videos that do not begin with its prefix", ownQuestions(tasks)],
    ["five folds of videos", foldQuestions(tasks, false)],
    ["five folds of videos, procedures of odd numbers", foldQuestions(odd, false)],
    ["five folds of videos, whole paths that no video of the other folds has", foldQuestions(tasks, true)],
  ];
  const names = learners.map(({ id }) => id);
  for (const [title, questions] of sets) {
    print(`${title}: ${questions.items.length} questions`);
    const matrices = answered(kernels, questions, learners);
    for (const metric of SCRIPT_METRICS) print(metricTable(kernels, { names, matrices, clusters: questions.clusters }, metric, BASELINES));
  }
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
