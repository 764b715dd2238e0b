import type { ScriptItem, ScriptPrediction } from "@stepladder/schema";
import { readGold } from "@stepladder/wasm/host/gold.ts";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { Comparing, type GoldenFiles, type Parity, type ParityCase } from "@stepladder/wasm/host/parity.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import type { MetricId } from "@stepladder/wasm/metrics";
import { itemId } from "./items.ts";
import { decoded, knownOnce, placesIn, withoutStop } from "./steps.ts";
import track from "./track.ts";

const ARRAYS = ["input_sequences", "output_sequences", "reference_step_libraries"].map((name) => `crosstask_wikihow_${name}.json.gz`);

/** Accuracy at 5 is a column of the kernel and no metric. */
const NEXT: readonly MetricId[] = [
  "accuracy-at-1",
  "accuracy-at-3",
  ...([1, 3, 5] as const).flatMap((k) => [`precision-at-${k}`, `recall-at-${k}`, `f1-at-${k}`] as const),
];
const COMPLETIONS = ["completion-accuracy", "completion-edit-distance", "completion-similarity", "completion-bleu"] as const;
const GRAPHS = [
  ...(["05", "10", "20"] as const).flatMap(
    (cut) => [`script-edge-precision-at-${cut}`, `script-edge-recall-at-${cut}`, `script-edge-f1-at-${cut}`] as const,
  ),
  "script-transition-coverage",
] as const;

const CASES: readonly (readonly [name: string, path: string, compare: Compare, metrics: readonly MetricId[]])[] = [
  ["next steps", "golden/next_step_cases.json", nextSteps, NEXT],
  ["completions", "golden/partial_sequence_cases.json", completions, COMPLETIONS],
  ["graphs decoded from the first 40 paths", "golden/graph_decode_first40_paths.json", decodedGraphs, GRAPHS],
  ["released graphs against observed paths", "golden/model_graphs_vs_observed_paths.json", releasedGraphs, GRAPHS],
];

/** Golden values of the four things that can be checked without a model; their notes say which formulas are reconstructions. */
const parity: Parity = {
  track: "graph-script",
  folder: "graph-script",
  metrics: [...NEXT, ...COMPLETIONS, ...GRAPHS],
  // The released scripts do not run as they are: even where their rules are followed, no output of theirs is at hand.
  reconstructed: CASES.map(([name]) => name),
  async *cases(files, kernels) {
    const gold = ARRAYS.flatMap((name) => files.get(name) ?? []);
    for (const [name, path, compare, metrics] of CASES) {
      const golden = files.get(path);
      const missing = [...(golden === undefined ? [path] : []), ...(gold.length < ARRAYS.length ? ["the released arrays"] : [])];
      if (golden === undefined || missing.length > 0)
        yield { name, compared: 0, different: [], absent: `not at hand: ${missing.join(", ")}`, metrics };
      else {
        const comparing = new Comparing();
        yield (await compare(comparing, { golden: await records(golden), gold, files, kernels })) ?? comparing.result(name, metrics);
      }
    }
  },
};
export default parity;

interface Given {
  readonly golden: readonly unknown[];
  readonly gold: readonly Source[];
  readonly files: GoldenFiles;
  readonly kernels: Kernels;
}

/** Makes all comparisons; gives a case only where it cannot be run. */
type Compare = (comparing: Comparing, given: Given) => Promise<ParityCase | undefined>;

async function records(source: Source): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const batch of readSource(source, { problem: () => {} })) for (const { value } of batch) all.push(value);
  return all;
}

async function itemsById(gold: readonly Source[]): Promise<Map<string, ScriptItem>> {
  const items = new Map<string, ScriptItem>();
  for await (const { item } of readGold(track, gold, [])) items.set(track.itemId(item as ScriptItem), item as ScriptItem);
  return items;
}

type Figures = Readonly<Record<string, unknown>>;
type Asked = readonly (readonly [item: ScriptItem, prediction: ScriptPrediction])[];

/** What the track's kernels measure of predictions. */
function measured(asked: Asked, kernels: Kernels): Readonly<Record<string, number>>[] {
  const { statistics } = track.measure;
  const columns = track.measure.gold();
  for (const [item] of asked) columns.add(item);
  const mark = kernels.arena.mark();
  const measurer = columns.measurer(kernels);
  for (const [i, [, prediction]] of asked.entries()) measurer.add(i, prediction);
  const rows = measurer.flush();
  kernels.arena.release(mark);
  return asked.map((_, i) => Object.fromEntries(statistics.map(({ id }, s) => [id, rows[i * statistics.length + s] as number])));
}

interface NextStepCase extends Figures {
  readonly task_index: number;
  readonly prefix: readonly number[];
  readonly gold: readonly number[];
  readonly pred_ranked: readonly number[];
}

async function nextSteps(comparing: Comparing, { golden, gold, kernels }: Given): Promise<undefined> {
  const [{ cases, mean }] = golden as [{ cases: NextStepCase[]; mean: Figures }];
  const items = await itemsById(gold);
  const asked = cases.map(({ task_index, prefix, pred_ranked }) => [
    items.get(itemId(task_index, "next", prefix)) as ScriptItem,
    { steps: [...pred_ranked] },
  ]) satisfies Asked;
  const rows = measured(asked, kernels);
  for (const [i, one] of cases.entries()) {
    const at = (name: string): string => `${asked[i]?.[0].id} ${name}`;
    comparing.same(at("gold"), asked[i]?.[0].observed.join(), one.gold.join());
    for (const [official, own] of NEXT_STEP) comparing.same(at(official), rows[i]?.[own], one[official]);
  }
  // Taken there by Python's statistics.mean, which rounds once; sums of a scorecard are plain ones, from left to right.
  for (const [official, value] of Object.entries(mean)) {
    const own = NEXT_STEP.get(official) as string;
    comparing.same(`mean ${official}`, exactMean(rows.map((row) => row[own] as number)), value);
  }
  return undefined;
}

const NEXT_STEP = new Map(
  [1, 3, 5].flatMap((k) => [
    [`acc@${k}`, `accuracy-at-${k}`],
    [`prec@${k}`, `precision-at-${k}`],
    [`rec@${k}`, `recall-at-${k}`],
    [`f1@${k}`, `f1-at-${k}`],
  ]),
);

/** The mean of fractions from 0 to 1, rounded once: as whole multiples of 2^-1074 nothing is lost. */
function exactMean(values: readonly number[]): number {
  const sum = values.reduce((all, value) => all + multiple(value), 0n);
  const scaled = (sum << 64n) / BigInt(values.length);
  return quotientOf(scaled, 1074n + 64n);
}

/** A value from 0 to 1 in units of 2^-1074. */
function multiple(value: number): bigint {
  const bits = new BigUint64Array(Float64Array.of(value).buffer)[0] as bigint;
  const exponent = bits >> 52n;
  const fraction = bits & 0xfffffffffffffn;
  return exponent === 0n ? fraction : (fraction | 0x10000000000000n) << (exponent - 1n);
}

/** value / 2^exponent, rounded once: Number() of a bigint rounds to the nearest, and a power of two takes nothing away. */
function quotientOf(value: bigint, exponent: bigint): number {
  const width = BigInt(value.toString(2).length);
  const dropped = width > 64n ? width - 64n : 0n;
  // What is dropped cannot decide but by being there at all.
  const sticky = (value & ((1n << dropped) - 1n)) === 0n ? 0n : 1n;
  return Number((value >> dropped) | sticky) * 2 ** Number(dropped - exponent);
}

interface CompletionCase extends Figures {
  readonly task_index: number;
  readonly prefix: readonly number[];
  readonly model_output: string;
  readonly correct_completions: readonly (readonly number[])[];
  readonly parsed: readonly number[];
}

const COMPLETION = {
  "acc@1": "completion-accuracy",
  sentence_bleu: "completion-bleu",
  min_edit_distance: "completion-edit-distance",
  max_similarity: "completion-similar-steps",
  max_normalized_similarity: "completion-similarity",
} as const;

async function completions(comparing: Comparing, { golden, gold, kernels }: Given): Promise<undefined> {
  const [{ cases }] = golden as [{ cases: CompletionCase[] }];
  const items = await itemsById(gold);
  // Its references are of paths of at least four steps, and may be empty: not those of our items.
  const asked = cases.map(({ task_index, prefix, model_output, correct_completions }) => {
    const { library } = items.get(itemId(task_index, "graph", [])) as ScriptItem;
    const observed = correct_completions.map((steps) => [...steps]);
    const id = itemId(task_index, "complete", prefix);
    return [{ id, subtask: "completion", task: "", library, prefix: [...prefix], observed }, { output: model_output }] as const;
  }) satisfies Asked;
  const rows = measured(asked, kernels);
  for (const [i, one] of cases.entries()) {
    const [{ id, library, prefix }] = asked[i] as (typeof asked)[number];
    const parsed = knownOnce(placesIn(one.model_output, library.map(withoutStop)).slice(prefix.length));
    comparing.same(`${id} parsed`, parsed.join(), one.parsed.join());
    for (const [official, own] of Object.entries(COMPLETION)) comparing.same(`${id} ${official}`, rows[i]?.[own], one[official]);
  }
  return undefined;
}

interface DecodedCase {
  readonly task_index: number;
  readonly n_paths: number;
  readonly edges: readonly (readonly [number, number, unknown])[];
}

async function decodedGraphs(comparing: Comparing, { golden, gold }: Given): Promise<undefined> {
  const items = await itemsById(gold);
  for (const { task_index, n_paths, edges } of golden as DecodedCase[]) {
    const { id, library, observed } = items.get(itemId(task_index, "graph", [])) as ScriptItem;
    const names = library.map(withoutStop);
    const own = decoded(observed.slice(0, n_paths), names);
    comparing.same(`${id} edges`, own.length, edges.length);
    for (const [from, to, weight] of edges) {
      const edge = own.find((one) => one.from === names[from] && one.to === names[to]);
      comparing.same(`${id} ${from} to ${to}`, edge?.weight, weight);
    }
  }
  return undefined;
}

interface GraphCase extends Figures {
  readonly task: string;
  readonly task_index: number;
  readonly n_paths: number;
  readonly transition_coverage: unknown;
}

/** Scored from the file of released graphs, as its entry is. */
async function releasedGraphs(comparing: Comparing, { golden, gold, files, kernels }: Given): Promise<ParityCase | undefined> {
  const path = "sample_output_graphs_transcribed.json";
  const graphs = files.get(path);
  if (graphs === undefined) return { name: "released graphs", compared: 0, different: [], absent: `not at hand: ${path}`, metrics: GRAPHS };
  const items = await itemsById(gold);
  const mark = kernels.arena.mark();
  const scorecard = await scoreTrack({ track, gold, predictions: [graphs], kernels });
  kernels.arena.release(mark);
  const rows = new Map(scorecard.items.map(({ id, statistics }) => [id, statistics]));
  for (const one of golden as GraphCase[]) {
    const id = itemId(one.task_index, "graph", []);
    const row = rows.get(id) ?? {};
    comparing.same(`${one.task} paths`, items.get(id)?.observed.length, one.n_paths);
    comparing.same(`${one.task} transition_coverage`, row["script-transition-coverage"], one.transition_coverage);
    for (const [share, cut] of [
      ["0.05", "05"],
      ["0.1", "10"],
      ["0.2", "20"],
    ] as const) {
      const figures = one[`P/R/F1@${share}`] as readonly unknown[];
      for (const [f, figure] of ["precision", "recall", "f1"].entries()) {
        comparing.same(`${one.task} ${figure} over ${share}`, row[`script-edge-${figure}-at-${cut}`], figures[f]);
      }
    }
  }
  return undefined;
}
