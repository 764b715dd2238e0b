import type { FirstErrorItem } from "@stepladder/schema";
import { readGold } from "@stepladder/wasm/host/gold.ts";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { Comparing, type GoldenFiles, type Parity, type ParityCase } from "@stepladder/wasm/host/parity.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import { fromBlob, type Source } from "@stepladder/wasm/intake/source.ts";
import { plainNumbers } from "../records.ts";
import { boxed, voted } from "./answer.ts";
import { records, SUBSETS } from "./formats.ts";
import track from "./track.ts";

/** Scores by the formula of code/run_eval.py of submissions made for the purpose, and its extraction and vote. */
const parity: Parity = {
  track: "processbench",
  folder: "processbench",
  metrics: ["mean-first-error-f1", "first-error-f1", "erroneous-first-error-accuracy", "error-free-recall"],
  async *cases(files, kernels) {
    const golden = await goldenScores(files);
    if (golden === undefined) {
      yield { name: "golden_scores.json", compared: 0, different: [], absent: "golden_scores.json is not at hand" };
      return;
    }
    yield extraction(golden);
    yield vote(golden);
    for (const subset of SUBSETS) yield await submissions(subset, golden, files, kernels);
  },
};
export default parity;

interface Run {
  readonly subset: string;
  readonly kind: string;
  readonly error_n: number;
  readonly error_hit: number;
  readonly correct_n: number;
  readonly correct_hit: number;
  readonly error_acc: number;
  readonly correct_acc: number;
  readonly f1: number;
  /** Absent where the kind says all. */
  readonly predictions?: Readonly<Record<string, number | null>>;
}

interface Golden {
  readonly runs: readonly Run[];
  readonly extract: readonly { readonly text: string; readonly string: string | null; readonly prediction: number | null }[];
  readonly voting: readonly { readonly strings: readonly (string | null)[]; readonly vote: string | null }[];
}

async function goldenScores(files: GoldenFiles): Promise<Golden | undefined> {
  const source = files.get("golden_scores.json");
  if (source === undefined) return undefined;
  for await (const [first] of readSource(source, { problem: () => {} })) return plainNumbers(first?.value) as Golden;
  return undefined;
}

function extraction({ extract }: Golden): ParityCase {
  const comparing = new Comparing();
  for (const { text, string, prediction } of extract) {
    comparing.same(`${text}, text`, boxed(text) ?? null, string);
    const record = records.read({ value: { id: "gsm8k-0", output: text }, file: "p.jsonl" });
    comparing.same(`${text}, number`, record?.prediction?.label ?? null, prediction);
  }
  return comparing.result("extract_answer", []);
}

function vote({ voting }: Golden): ParityCase {
  const comparing = new Comparing();
  for (const { strings, vote: winner } of voting) {
    comparing.same(`${strings.join()}, text`, voted(strings.map((text) => text ?? undefined)) ?? null, winner);
    const outputs = strings.map((text) => (text === null ? "no box" : `\\boxed{${text}}`));
    const record = records.read({ value: { id: "gsm8k-0", output: outputs }, file: "p.jsonl" });
    comparing.same(`${strings.join()}, number`, record?.prediction?.label ?? null, winner === null ? null : Number(winner));
  }
  return comparing.result("vote of eight", []);
}

/** What each kind of submission says of an item. */
const KINDS: Readonly<Record<string, (item: FirstErrorItem, run: Run) => number | null | undefined>> = {
  noisy: ({ id }, { predictions }) => predictions?.[id],
  "all -1": () => -1,
  "all 0": () => 0,
  gold: ({ label }) => label,
  "never -1": ({ label }) => Math.max(label, 0),
};

async function submissions(subset: string, { runs }: Golden, files: GoldenFiles, kernels: Kernels): Promise<ParityCase> {
  const source = files.get(`dataset/${subset}.json`);
  if (source === undefined) return { name: subset, compared: 0, different: [], absent: `dataset/${subset}.json is not at hand` };
  const items: FirstErrorItem[] = [];
  for await (const { item } of readGold(track, [source], [])) items.push(item as FirstErrorItem);
  const comparing = new Comparing();
  for (const run of runs.filter((one) => one.subset === subset)) await compareRun(comparing, run, source, items, kernels);
  return comparing.result(subset);
}

async function compareRun(comparing: Comparing, run: Run, gold: Source, items: readonly FirstErrorItem[], kernels: Kernels) {
  const lines = items.map((item) => `${JSON.stringify({ id: item.id, prediction: { label: KINDS[run.kind]?.(item, run) ?? null } })}\n`);
  const mark = kernels.arena.mark();
  const card = await scoreTrack({ track, gold: [gold], predictions: [fromBlob("p.jsonl", new Blob(lines))], kernels });
  kernels.arena.release(mark);
  const at = (name: string): string => `${run.kind}, ${name}`;
  const total = (id: string): number => card.items.reduce((sum, { statistics }) => sum + (statistics[id] ?? Number.NaN), 0);
  comparing.same(at("error_n"), total("gold-erroneous"), run.error_n);
  comparing.same(at("error_hit"), total("first-error-found"), run.error_hit);
  comparing.same(at("correct_n"), total("gold-error-free"), run.correct_n);
  comparing.same(at("correct_hit"), total("error-free-found"), run.correct_hit);
  const value = (id: string): number => card.scores[id]?.value ?? Number.NaN;
  comparing.same(at("error_acc"), value("erroneous-first-error-accuracy") * 100, run.error_acc);
  comparing.same(at("correct_acc"), value("error-free-recall") * 100, run.correct_acc);
  // The official F1 is formed of percentages and printed with one decimal: its last bits are others.
  const printed = run.f1.toFixed(1);
  comparing.same(at("f1"), (value("first-error-f1") * 100).toFixed(1), printed);
  // Of one subset the mean is its F1.
  comparing.same(at("mean f1"), (value("mean-first-error-f1") * 100).toFixed(1), printed);
}
