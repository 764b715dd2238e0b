import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { Comparing, type GoldenFiles, type Parity, type ParityCase } from "@stepladder/wasm/host/parity.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import { fromBlob, type Source } from "@stepladder/wasm/intake/source.ts";
import { gradeOf, verdictOf } from "./rules.ts";
import track from "./track.ts";

const FILE = "golden/webstar_rules.json";

interface Rules {
  readonly score_extraction: readonly { readonly text: string; readonly score: number | null }[];
  readonly verdict: readonly { readonly text: string; readonly accuracy: number | null }[];
  readonly filtering: {
    readonly input: readonly { readonly traj: string; readonly traj_success: number; readonly scores: readonly number[] }[];
    readonly steps_in_successful: number;
    readonly kept_gt5: number;
    readonly survival: Readonly<Record<string, unknown>>;
  };
}

/** Outputs of the release's regular expressions on made-up texts, and one filtering of made-up grades. */
const parity: Parity = {
  track: "step-grades",
  folder: "webstar",
  metrics: ["kept-share", "steps-graded", "task-success"],
  reconstructed: ["filtering of steps"],
  async *cases(files, kernels) {
    const rules = await rulesOf(files);
    yield compared("grades in graders' texts", rules, ["steps-graded"], (comparing, { score_extraction }) => {
      for (const { text, score } of score_extraction) comparing.same(JSON.stringify(text), gradeOf(text) ?? null, score);
    });
    yield compared("verdicts in judges' texts", rules, ["task-success"], (comparing, { verdict }) => {
      for (const { text, accuracy } of verdict) {
        const own = verdictOf(text);
        comparing.same(JSON.stringify(text), own === undefined ? null : Number(own), accuracy);
      }
    });
    yield await filtering(rules, kernels);
  },
};
export default parity;

async function rulesOf(files: GoldenFiles): Promise<Rules | undefined> {
  const source = files.get(FILE);
  if (source === undefined) return undefined;
  for await (const batch of readSource(source, { problem: () => {} })) for (const { value } of batch) return value as Rules;
  return undefined;
}

const ABSENT = { compared: 0, different: [], absent: `not at hand: ${FILE}` } as const;

function compared(
  name: string,
  rules: Rules | undefined,
  metrics: Parity["metrics"],
  compare: (comparing: Comparing, rules: Rules) => void,
): ParityCase {
  if (rules === undefined) return { name, ...ABSENT };
  const comparing = new Comparing();
  compare(comparing, rules);
  return comparing.result(name, metrics);
}

/** The filtering case as a submission of its own grades. */
async function filtering(rules: Rules | undefined, kernels: Kernels): Promise<ParityCase> {
  const name = "filtering of steps";
  if (rules === undefined) return { name, ...ABSENT };
  const { input, steps_in_successful, kept_gt5, survival } = rules.filtering;
  const gold = lines(
    input.map(({ traj, traj_success, scores: grades }) => ({ id: `webstar:${traj}`, site: "", success: traj_success === 1, grades })),
  );
  const predictions = lines(input.map(({ traj, scores: grades }) => ({ id: `webstar:${traj}`, prediction: { grades } })));
  const mark = kernels.arena.mark();
  const { scores, curves, items } = await scoreTrack({ track, gold: [gold], predictions: [predictions], kernels });
  kernels.arena.release(mark);
  const sum = (statistic: string): number => items.reduce((total, { statistics }) => total + (statistics[statistic] ?? Number.NaN), 0);
  const comparing = new Comparing();
  comparing.same("steps_in_successful", sum("successful-steps"), steps_in_successful);
  comparing.same("kept_gt5", sum("at-least-6"), kept_gt5);
  comparing.same("kept share", scores["kept-share"]?.value, kept_gt5 / steps_in_successful);
  for (const [k, share] of Object.entries(survival))
    comparing.same(`survival ${k}`, curves["grade-at-least"]?.find(({ x }) => x === Number(k))?.value, share);
  return comparing.result(name, ["kept-share"]);
}

function lines(records: readonly object[]): Source {
  return fromBlob("p.jsonl", new Blob(records.map((record) => `${JSON.stringify(record)}\n`)));
}
