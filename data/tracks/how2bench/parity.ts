import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { Comparing, type GoldenFiles, type Parity, type ParityCase } from "@stepladder/wasm/host/parity.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import { FileProblem } from "@stepladder/wasm/intake/raw.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import { pySplit, pyStr } from "@stepladder/wasm/lib/python.ts";
import type { Matrix } from "@stepladder/wasm/metrics/contract.ts";
import { metrics } from "@stepladder/wasm/metrics/index.ts";
import { judgments, type Said } from "@stepladder/wasm/metrics/judgments/measure.ts";
import { type Fields, fieldsOf } from "../records.ts";
import { judgmentsCodec, officialJudgment } from "./judgments.ts";
import { extractSteps } from "./steps.ts";
import track from "./track.ts";

/** Outputs of bench/aggregate.py, bench/generate.py and mine/prefilter.py on made-up input. */
const parity: Parity = {
  track: "how2bench",
  folder: "how2everything",
  metrics: ["how2score", "failures-per-procedure", "judgments-not-parsed"],
  async *cases(files, kernels) {
    for (const name of ["synthetic_420", "messy", "all_parse_failed", "empty"]) yield await aggregate(name, files, kernels);
    yield await scored("synthetic_420", files, kernels);
    yield await extraction(files);
    yield await repetition(files, kernels);
  },
};
export default parity;

const EXPECTED = "golden/aggregate_expected.json";

interface Summary {
  readonly summary: Readonly<Record<string, unknown>>;
  readonly by_topic: readonly Readonly<Record<string, unknown>>[];
}

async function expectedOf(name: string, source: Source): Promise<Summary> {
  return ((await recordsOf(source))[0] as Readonly<Record<string, Summary>>)[name] as Summary;
}

/** aggregate.py over a file of judgments, its rows without ids among them: overall, and topic by topic. */
async function aggregate(name: string, files: GoldenFiles, kernels: Kernels): Promise<ParityCase> {
  const title = `aggregate.py, ${name}`;
  const [source, expected] = [files.get(`golden/judgments_${name}.jsonl`), files.get(EXPECTED)];
  if (source === undefined || expected === undefined) return absent(title, [`golden/judgments_${name}.jsonl`, EXPECTED]);
  const { summary, by_topic } = await expectedOf(name, expected);
  const rows = (await recordsOf(source)).map(fieldsOf).filter((fields) => fields !== undefined);
  const comparing = new Comparing();
  const compare = (at: string, given: readonly Fields[], official: Readonly<Record<string, unknown>>): void => {
    const own = figuresOf(given, kernels);
    for (const [figure, value] of Object.entries(official)) if (figure in own) comparing.same(`${at} ${figure}`, own[figure], value);
  };
  compare("all", rows, summary);
  const topics = [...new Set(rows.map(topicOf))].sort();
  comparing.same("topics", topics.join(), by_topic.map(({ topic }) => topic).join());
  for (const official of by_topic) {
    const { topic } = official;
    compare(
      `${topic}`,
      rows.filter((row) => topicOf(row) === topic),
      official,
    );
  }
  return comparing.result(title);
}

/** The topic of a row, as text whatever it is. */
function topicOf({ topic }: Fields): string {
  return topic === undefined ? "" : pyStr(topic);
}

/** Official names of our figures over these rows. The official code prints 0 where nothing was judged, we say that there is no value. */
function figuresOf(rows: readonly Fields[], kernels: Kernels): Record<string, unknown> {
  const matrix = matrixOf(rows, kernels);
  const sum = (statistic: string): number => (matrix.columns[statistic] as Float64Array).reduce((total, value) => total + value, 0);
  const value = (id: "how2score" | "failures-per-procedure"): number => {
    const own = metrics[id].value(matrix, undefined);
    return own.kind === "value" ? own.value : 0;
  };
  const scored = sum("parsed");
  const failing = scored - sum("without-failure");
  return {
    how2score: value("how2score"),
    how2score_percent: 100 * value("how2score"),
    failure_rate: scored === 0 ? 0 : failing / scored,
    avg_failures_per_example: value("failures-per-procedure"),
    n_examples: scored,
    n_judged: scored,
    n_with_failures: failing,
    n_parse_failed: sum("parse-failed"),
  };
}

function matrixOf(rows: readonly Fields[], kernels: Kernels): Matrix {
  const measure = judgments(judgmentsCodec);
  const gold = measure.gold();
  for (const [i] of rows.entries()) gold.add({ id: `${i}`, topic: "", goal: "", resources: [], steps: [] });
  const mark = kernels.arena.mark();
  const measurer = gold.measurer(kernels);
  for (const [i, row] of rows.entries()) measurer.add(i, { judgment: officialJudgment(row) });
  const measured = measurer.flush();
  kernels.arena.release(mark);
  const width = measure.statistics.length;
  const column = (s: number): Float64Array => Float64Array.from(rows, (_, i) => measured[i * width + s] as number);
  return { items: rows.length, columns: Object.fromEntries(measure.statistics.map(({ id }, s) => [id, column(s)])) };
}

/** The same file as a person would score it who has nothing else: its rows carry their own gold. */
async function scored(name: string, files: GoldenFiles, kernels: Kernels): Promise<ParityCase> {
  const title = `scorecard, ${name} with the gold that it carries`;
  const [source, expected] = [files.get(`golden/judgments_${name}.jsonl`), files.get(EXPECTED)];
  if (source === undefined || expected === undefined) return absent(title, [`golden/judgments_${name}.jsonl`, EXPECTED]);
  const { summary, by_topic } = await expectedOf(name, expected);
  const mark = kernels.arena.mark();
  const { scores, slices } = await scoreTrack({ track, gold: [source], predictions: [source], kernels });
  kernels.arena.release(mark);
  const comparing = new Comparing();
  for (const { topic, ...official } of [{ topic: "all", ...summary }, ...by_topic] as Readonly<Record<string, unknown>>[]) {
    const own = topic === "all" ? scores : slices.topic?.[topic as string];
    comparing.same(`${topic} how2score`, own?.how2score?.value, official.how2score);
    comparing.same(`${topic} avg_failures_per_example`, own?.["failures-per-procedure"]?.value, official.avg_failures_per_example);
  }
  return comparing.result(title);
}

async function extraction(files: GoldenFiles): Promise<ParityCase> {
  const [title, name] = ["generate.py, extraction of steps", "golden/step_extraction_cases.json"];
  const source = files.get(name);
  if (source === undefined) return absent(title, [name]);
  const comparing = new Comparing();
  for (const one of (await recordsOf(source)) as { text: string; steps: string[] }[])
    comparing.same(JSON.stringify(one.text), JSON.stringify(extractSteps(one.text).steps), JSON.stringify(one.steps));
  return comparing.result(title, ["step-count-mismatch", "duplicate-step", "ngram-repetition"]);
}

/** Shares of repeated n-grams, counted by the same kernel with the words and the borders of the miner's prefilter. */
async function repetition(files: GoldenFiles, kernels: Kernels): Promise<ParityCase> {
  const [title, name] = ["prefilter.py, repeated n-grams", "golden/prefilter_cases.json"];
  const source = files.get(name);
  if (source === undefined) return absent(title, [name]);
  const measure = judgments<undefined, Said>({ gold: () => ({ steps: 0 }), prediction: (said) => said });
  const gold = measure.gold();
  gold.add(undefined);
  const comparing = new Comparing();
  for (const [i, one] of ((await recordsOf(source)) as (Fields & { steps: string[] })[]).entries()) {
    const mark = kernels.arena.mark();
    const measurer = gold.measurer(kernels);
    // One step alone repeats nothing there.
    measurer.add(0, { steps: { texts: [], runs: one.steps.length < 2 ? [] : one.steps.map(words) } });
    const row = measurer.flush();
    kernels.arena.release(mark);
    for (const n of [2, 3, 4]) {
      const own = row[measure.statistics.findIndex(({ id }) => id === `repetition-${n}`)];
      comparing.same(`${i + 1} rep${n}`, own, one[`rep${n}`]);
    }
  }
  return comparing.result(title, ["ngram-repetition"]);
}

/** Words of a step as the prefilter has them: in lower case, without punctuation. */
function words(step: string): string[] {
  return pySplit(step.toLowerCase().replace(/[^\p{L}\p{N}_\s]/gu, " "));
}

/** All records of a file; none of one without any. */
async function recordsOf(source: Source): Promise<unknown[]> {
  const all: unknown[] = [];
  try {
    for await (const batch of readSource(source, { problem: () => {} })) for (const { value } of batch) all.push(value);
  } catch (error) {
    if (!(error instanceof FileProblem) || error.problem.kind !== "empty") throw error;
  }
  return all;
}

function absent(name: string, missing: readonly string[]): ParityCase {
  return { name, compared: 0, different: [], absent: `not at hand: ${missing.join(", ")}` };
}
