import type { LabelsItem, Scorecard, Scores } from "@stepladder/schema";
import { readGold } from "@stepladder/wasm/host/gold.ts";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { Comparing, type GoldenFiles, type Parity, type ParityCase } from "@stepladder/wasm/host/parity.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import { fromBlob, type Source } from "@stepladder/wasm/intake/source.ts";
import { baselines } from "./baselines.ts";
import { duplicateResolution, edgeCases, goldenRecords } from "./parity-cases.ts";
import { judges } from "./published.ts";
import track from "./track.ts";
import { DATASETS } from "./trajectories.ts";

/** Outputs of eval/compare.py and of annotation_platform/compare_user_annotations.py. */
const parity: Parity = {
  track: "agentprocessbench",
  folder: "agentprocessbench",
  metrics: ["step-accuracy", "first-error-accuracy", "exact-match", "cohen-kappa"],
  async *cases(files, kernels) {
    yield await edgeCases(files, kernels);
    yield await duplicateResolution(files, kernels);
    yield await trivialBaselines(files, kernels);
    for (const { name, file } of judges) yield await judgeCase(name, file, files, kernels);
  },
};
export default parity;

/** Official names of the figures that are the same under ours. */
const FIGURES = { StepAcc: "step-accuracy", FirstErrAcc: "first-error-accuracy", step_exact: "exact-match" } as const;

/** Gold at hand, row by row of the release. */
function goldFiles(files: GoldenFiles): Source[] {
  return DATASETS.flatMap((dataset) => files.get(`gold/${dataset}_final.jsonl`) ?? []);
}

function absent(name: string, missing: string): ParityCase {
  return { name, compared: 0, different: [], absent: `${missing} not at hand` };
}

type Row = Readonly<Record<string, string>>;

async function judgeCase(name: string, file: string | undefined, files: GoldenFiles, kernels: Kernels): Promise<ParityCase> {
  const predictions = files.get(`predictions_compact/${file}.jsonl.gz`);
  if (predictions === undefined) return absent(name, "its predictions are");
  const gold = goldFiles(files);
  const [scores, kappas] = [files.get("golden/expected_scores.csv"), files.get("golden/kappa_vs_gold.csv")];
  if (gold.length < DATASETS.length || scores === undefined || kappas === undefined) return absent(name, "gold or golden/*.csv are");
  const scorecard = await scored(gold, [predictions], kernels);
  const comparing = new Comparing();
  const rowsOf = async (source: Source): Promise<Row[]> => ((await goldenRecords(source)) as Row[]).filter(({ model }) => model === name);
  for (const row of await rowsOf(scores)) compareRow(comparing, scorecard, row);
  for (const row of await rowsOf(kappas)) compareKappa(comparing, scorecard, row);
  return comparing.result(name);
}

async function scored(gold: readonly Source[], predictions: readonly Source[], kernels: Kernels): Promise<Scorecard> {
  const mark = kernels.arena.mark();
  try {
    return await scoreTrack({ track, gold, predictions, kernels });
  } finally {
    kernels.arena.release(mark);
  }
}

/** Scores of a set, or of all of them under the official names of their total. */
function scoresOf({ scores, slices }: Scorecard, dataset = ""): Scores {
  return dataset === "AVG" || dataset === "ALL" ? scores : (slices.dataset?.[dataset] ?? {});
}

/** Items of a set, or all. */
function itemsOf({ items }: Scorecard, dataset = ""): Scorecard["items"] {
  return dataset === "AVG" || dataset === "ALL" ? items : items.filter(({ id }) => id.startsWith(`${dataset}:`));
}

function total(items: Scorecard["items"], statistic: string): number | undefined {
  return items.reduce<number | undefined>((sum, { statistics }) => {
    const own = statistics[statistic];
    return sum === undefined || own === undefined ? undefined : sum + own;
  }, 0);
}

const COUNTS = {
  step_matches: "step-matches",
  step_total: "steps",
  step_exact_matches: "exact-match",
  first_neg1_index_matches: "first-error-match",
} as const;

function compareRow(comparing: Comparing, scorecard: Scorecard, row: Row): void {
  const at = (name: string): string => `${row.dataset} ${name}`;
  const items = itemsOf(scorecard, row.dataset);
  const scores = scoresOf(scorecard, row.dataset);
  comparing.same(at("ref_records"), items.length, Number(row.ref_records));
  comparing.same(at("missing_or_failed"), items.filter(({ unscored }) => unscored !== undefined).length, Number(row.missing_or_failed));
  for (const [official, own] of Object.entries(COUNTS)) comparing.same(at(official), total(items, own), Number(row[official]));
  comparing.same(at("StepAcc"), scores["step-accuracy"]?.value, Number(row.StepAcc));
  comparing.same(at("FirstErrAcc"), scores["first-error-accuracy"]?.value, Number(row.FirstErrAcc));
  comparing.same(at("step_exact_acc"), scores["exact-match"]?.value, Number(row.step_exact_acc));
}

function compareKappa(comparing: Comparing, scorecard: Scorecard, row: Row): void {
  const pairs = total(itemsOf(scorecard, row.dataset), "steps-answered");
  comparing.same(`${row.dataset} n_step_pairs`, pairs, Number(row.n_step_pairs));
  const kappa = scoresOf(scorecard, row.dataset)["cohen-kappa"]?.value;
  comparing.same(`${row.dataset} step_cohen_kappa`, kappa, Number(row.step_cohen_kappa));
}

type Trivial = Readonly<Record<string, Readonly<Record<string, Readonly<Record<keyof typeof FIGURES, unknown>>>>>>;

/** Official names of made-up submissions, and the baselines that give the same. */
const TRIVIAL = {
  all_plus1: "all-correct",
  all_zero: "all-neutral",
  all_minus1: "all-incorrect",
  empty_step_labels: "empty",
  no_submission: undefined,
} as const;

async function trivialBaselines(files: GoldenFiles, kernels: Kernels): Promise<ParityCase> {
  const name = "trivial baselines";
  const [source, gold] = [files.get("golden/trivial_baselines.json"), goldFiles(files)];
  if (source === undefined || gold.length < DATASETS.length) return absent(name, "gold or golden/trivial_baselines.json is");
  const expected = (await goldenRecords(source))[0] as Trivial;
  const items: LabelsItem[] = [];
  for await (const { item } of readGold(track, gold, [])) items.push(item as LabelsItem);
  const comparing = new Comparing();
  comparing.same("submissions", Object.keys(expected).sort().join(), Object.keys(TRIVIAL).sort().join());
  for (const [official, baseline] of Object.entries(TRIVIAL)) {
    const scorecard = await scored(gold, [submission(baseline, items)], kernels);
    for (const [dataset, figures] of Object.entries(expected[official] ?? {})) {
      for (const [figure, value] of Object.entries(figures)) {
        const own = scoresOf(scorecard, dataset)[FIGURES[figure as keyof typeof FIGURES]]?.value;
        comparing.same(`${official} ${dataset} ${figure}`, own, value);
      }
    }
  }
  return comparing.result(name);
}

/** Predictions of a baseline; without one a single record of a judge that failed, so that everything is missing or unreadable. */
function submission(baseline: string | undefined, items: readonly LabelsItem[]): Source {
  const predict = baselines.find(({ id }) => id === baseline)?.fit(items);
  const failed = { dataset: "tau2", query_index: 0, sample_index: 0, step_labels: null, comment: "llm_annotate_failed: none" };
  const lines = predict === undefined ? [failed] : items.map((item) => ({ id: item.id, prediction: predict(item) }));
  return fromBlob("p.jsonl", new Blob(lines.map((line) => `${JSON.stringify(line)}\n`)));
}
