import type { Scorecard, StatesPrediction } from "@stepladder/schema";
import { isState } from "@stepladder/schema";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { Comparing, type GoldenFiles, type Parity, type ParityCase } from "@stepladder/wasm/host/parity.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import { type StatesCodec, states } from "@stepladder/wasm/metrics/states/measure.ts";
import { finalRepeated } from "../states/diagnoses.ts";
import { statesCodec } from "../states/rules.ts";
import track from "./track.ts";

const GOLD = "procbench_regenerated_20tasks.jsonl.gz";

/** Official outputs of proc_bench/evaluator.py and the mp_eval lines of evaluate.py. */
const parity: Parity = {
  track: "procbench",
  folder: "procbench",
  metrics: ["prefix-accuracy", "sequential-match", "final-match", "prefix-match-length", "positionwise-match-ratio"],
  async *cases(files, kernels) {
    yield await edgeCases(files, kernels);
    const summary = files.get("golden/summary.json");
    if (summary === undefined) {
      yield { name: "systems", compared: 0, different: [], absent: "golden/summary.json is not at hand" };
      return;
    }
    const systems = (await records(summary))[0] as Record<string, Summary>;
    for (const [system, expected] of Object.entries(systems)) yield await systemCase(system, expected, files, kernels);
  },
};
export default parity;

async function records(source: Source): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const batch of readSource(source, { problem: () => {} })) for (const { value } of batch) all.push(value);
  return all;
}

interface Means {
  readonly pa: number;
  readonly sm: number;
  readonly fm: number;
  readonly pml: number;
  readonly zero_pml: number;
  readonly n: number;
}
type Summary = { readonly by_task: Record<string, Means> } & Record<"overall" | "short" | "medium" | "long", Means>;

interface Row {
  readonly problem_name: string;
  readonly len_step_true: number;
  readonly len_step_pred: number;
  readonly fm: number;
  readonly pml: number;
  readonly pa: number;
  readonly sm: number;
  readonly match_ratio: number;
  readonly len_category: string;
}

/** Means and rows by our metric ids. */
const COLUMNS = { "prefix-accuracy": "pa", "sequential-match": "sm", "final-match": "fm", "prefix-match-length": "pml" } as const;

async function systemCase(system: string, summary: Summary, files: GoldenFiles, kernels: Kernels): Promise<ParityCase> {
  const predictions = files.get(`golden/pred_${system}.jsonl.gz`);
  const gold = files.get(GOLD);
  const scores = files.get(`golden/scores_${system}.jsonl.gz`);
  const missing = [predictions ?? "predictions", scores ?? "per-item scores", gold ?? "gold"].filter((part) => typeof part === "string");
  if (predictions === undefined || gold === undefined || scores === undefined) {
    return { name: system, compared: 0, different: [], absent: `its ${missing.join(", ")} are not at hand` };
  }
  const mark = kernels.arena.mark();
  const scorecard = await scoreTrack({ track, gold: [gold], predictions: [predictions], kernels });
  kernels.arena.release(mark);
  const comparing = new Comparing();
  compareRows(comparing, scorecard, (await records(scores)) as Row[]);
  compareMeans(comparing, "overall", scorecard.scores, summary.overall);
  for (const band of ["short", "medium", "long"] as const)
    compareMeans(comparing, band, scorecard.slices.length?.[band] ?? {}, summary[band]);
  for (const [task, means] of Object.entries(summary.by_task)) compareMeans(comparing, task, scorecard.slices.task?.[task] ?? {}, means);
  return comparing.result(system);
}

function compareRows(comparing: Comparing, scorecard: Scorecard, rows: readonly Row[]): void {
  comparing.same("number of items", scorecard.items.length, rows.length);
  const items = new Map(scorecard.items.map(({ id, statistics }) => [id, statistics]));
  for (const row of rows) {
    const own = items.get(row.problem_name) ?? {};
    const at = (name: string): string => `${row.problem_name} ${name}`;
    for (const [id, column] of Object.entries(COLUMNS)) comparing.same(at(id), own[id], row[column]);
    comparing.same(at("positionwise-match-ratio"), own["positionwise-match-ratio"], row.match_ratio);
    comparing.same(at("gold-states"), own["gold-states"], row.len_step_true);
    comparing.same(at("predicted-states"), own["predicted-states"], row.len_step_pred);
    comparing.same(at("length"), bandOf(row.len_step_true - 1), row.len_category);
  }
}

function bandOf(intermediate: number): string | undefined {
  const slice = track.slices.find(({ id }) => id === "length");
  return slice?.of({ id: "", task: "", init: "", intermediate: Array.from({ length: intermediate }, () => ""), final: "" });
}

function compareMeans(comparing: Comparing, name: string, scores: Scorecard["scores"], means: Means): void {
  for (const [id, column] of Object.entries(COLUMNS)) comparing.same(`${name} ${id}`, scores[id]?.value, means[column]);
  const [first] = Object.values(scores);
  comparing.same(`${name} items`, first === undefined ? 0 : first.scored + first.unscored, means.n);
}

interface EdgeCase {
  readonly fn: string;
  readonly true: unknown;
  readonly pred: unknown;
  readonly result: unknown;
}

async function edgeCases(files: GoldenFiles, kernels: Kernels): Promise<ParityCase> {
  const source = files.get("golden/evaluator_edge_cases.json");
  const name = "evaluator edge cases";
  if (source === undefined) return { name, compared: 0, different: [], absent: "golden/evaluator_edge_cases.json is not at hand" };
  const comparing = new Comparing();
  for (const [i, edge] of ((await records(source)) as EdgeCase[]).entries()) {
    comparing.same(`${i + 1} ${edge.fn}`, outcome(edge, kernels), expectedOutcome(edge));
  }
  return comparing.result(name);
}

/** The official evaluator's functions work on bare lists of states. */
const bareCodec: StatesCodec<readonly unknown[], readonly unknown[]> = { ...statesCodec, gold: (run) => run, prediction: (run) => run };

function outcome({ fn, true: gold, pred }: EdgeCase, kernels: Kernels): unknown {
  if (fn === "reduce_last_intermediate") return JSON.stringify(finalRepeated.mend(pred as StatesPrediction, { init: null }) ?? pred);
  if (fn.startsWith("match_") && fn !== "match_ratio" && fn !== "match_hit") return row([gold], [pred], kernels).final;
  if (fn === "exact_match") return isState(gold) ? row([gold], [pred], kernels).final : "raises TypeError";
  const run = row(gold as unknown[], pred as unknown[], kernels);
  if (fn === "prefix_match_length") return run.prefix;
  if (fn === "prefix_accuracy") return run.accuracy;
  if (fn === "match_ratio") return run.ratio;
  // Hits over no gold state cannot be said; the official code divides 0 by 0.
  return run.gold === 0 ? "NaN" : Math.round(run.ratio * Math.max(run.gold, run.predicted));
}

function expectedOutcome({ fn, result }: EdgeCase): unknown {
  return fn === "reduce_last_intermediate" ? JSON.stringify(result) : result;
}

function row(
  gold: readonly unknown[],
  predicted: readonly unknown[],
  kernels: Kernels,
): Record<"prefix" | "accuracy" | "final" | "ratio" | "gold" | "predicted", number> {
  const columns = states(bareCodec).gold();
  columns.add(gold);
  const mark = kernels.arena.mark();
  const measurer = columns.measurer(kernels);
  measurer.add(0, predicted);
  const [prefix = -1, accuracy = -1, , final = -1, ratio = -1, goldStates = -1, predictedStates = -1] = measurer.flush();
  kernels.arena.release(mark);
  return { prefix, accuracy, final, ratio, gold: goldStates, predicted: predictedStates };
}
