import type { Scorecard, StepScoresItem } from "@stepladder/schema";
import { readGold } from "@stepladder/wasm/host/gold.ts";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { Comparing, type GoldenFiles, type Parity, type ParityCase } from "@stepladder/wasm/host/parity.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import { metrics } from "@stepladder/wasm/metrics";
import { type Fields, fieldsOf, plainNumbers } from "../records.ts";
import { CLASSES } from "./labels.ts";
import track from "./track.ts";

const PREDICTIONS = "results/skyworkprm_7B_detailed_logs_first1000.jsonl";

/** Official names of figures and ours. */
const FIGURES = {
  correct_step_acc: "validity-recall",
  wrong_step_acc: "validity-negative-recall",
  total_step_acc: "validity-accuracy",
  first_error_acc: "validity-first-error",
  precision: "validity-precision",
  recall: "validity-recall",
  f1: "validity-f1",
  negative_precision: "validity-negative-precision",
  negative_recall: "validity-negative-recall",
  negative_f1: "validity-negative-f1",
} as const;

/** Outputs of mr_eval/tasks/prmtest_classified/task.py on the predictions of Skywork-PRM-7B that are at hand. */
const parity: Parity = {
  track: "prmbench",
  folder: "prmbench",
  metrics: ["prm-score", ...new Set(Object.values(FIGURES)), "error-free-step-accuracy"],
  async *cases(files, kernels) {
    const gold = goldFiles(files);
    if (gold.length === 0) {
      yield { name: "gold", compared: 0, different: [], absent: "gold/*.jsonl is not at hand" };
      return;
    }
    yield await loaded(gold, files);
    const predictions = files.get(PREDICTIONS);
    if (predictions === undefined) {
      yield { name: "Skywork-PRM-7B", compared: 0, different: [], absent: `${PREDICTIONS} is not at hand` };
      return;
    }
    const card = await scored(gold, predictions, kernels);
    yield await perItem(card, predictions);
    yield await aggregate(card, files);
    yield await fullRun(card, files);
  },
};
export default parity;

/** Files that the official task reads. */
export function goldFiles(files: GoldenFiles): Source[] {
  return [...files].filter(([name]) => /^gold\/(?:prm800k|prm_test)_/.test(name)).map(([, source]) => source);
}

async function recordsOf(source: Source): Promise<Fields[]> {
  const all: Fields[] = [];
  for await (const batch of readSource(source, { problem: () => {} }))
    for (const { value } of batch) all.push(plainNumbers(value) as Fields);
  return all;
}

async function scored(gold: readonly Source[], predictions: Source, kernels: Kernels): Promise<Scorecard> {
  const mark = kernels.arena.mark();
  try {
    return await scoreTrack({ track, gold, predictions: [predictions], kernels });
  } finally {
    kernels.arena.release(mark);
  }
}

/** The items that the official loader makes of the rows. */
async function loaded(gold: readonly Source[], files: GoldenFiles): Promise<ParityCase> {
  const name = "items of the loader";
  const source = files.get("results/gold_meta_ids.json");
  if (source === undefined) return { name, compared: 0, different: [], absent: "results/gold_meta_ids.json is not at hand" };
  const items = new Map<string, StepScoresItem>();
  for await (const { item } of readGold(track, gold, [])) items.set((item as StepScoresItem).id, item as StepScoresItem);
  const comparing = new Comparing();
  const official = await recordsOf(source);
  comparing.same("items", items.size, official.length);
  for (const { idx, classification, error_steps, n_steps } of official) {
    const own = items.get(idx as string);
    const told = JSON.stringify([own?.classification, own?.errors, own?.steps]);
    comparing.same(`${idx}`, told, JSON.stringify([classification, error_steps, n_steps]));
  }
  return comparing.result(name, []);
}

type Statistics = Readonly<Record<string, number>>;

const sum = (statistics: Statistics, ids: readonly string[]): number =>
  ids.reduce((total, id) => total + (statistics[id] ?? Number.NaN), 0);

/** The official confusion matrix of an item, from its statistics. */
function matrixOf(statistics: Statistics): Readonly<Record<string, number>> {
  const others = (name: string): string[] => ["incorrect", "neutral", "other"].map((label) => `${name}-as-${label}`);
  return {
    TP: sum(statistics, ["correct-as-correct", "stray-correct"]),
    FP: sum(statistics, ["incorrect-as-correct"]),
    TN: sum(statistics, others("incorrect")),
    FN: sum(statistics, [...others("correct"), "stray-other"]),
  };
}

/** The confusion matrix and the first error of every item, as the official detailed logs have them. */
async function perItem(card: Scorecard, predictions: Source): Promise<ParityCase> {
  const own = new Map(card.items.map(({ id, statistics }) => [id, statistics]));
  const comparing = new Comparing();
  for (const { idx, results } of await recordsOf(predictions)) {
    const told = results as Readonly<Record<string, unknown>>;
    const statistics = own.get(idx as string) ?? {};
    const matrix = matrixOf(statistics);
    for (const [cell, count] of Object.entries(fieldsOf(told.f1_matrix) ?? {})) comparing.same(`${idx} ${cell}`, matrix[cell], count);
    const first = statistics["first-error-answered"] === 1 ? statistics["first-error-flagged"] : null;
    comparing.same(`${idx} first_error_acc`, first, told.first_error_acc);
  }
  return comparing.result("Skywork-PRM-7B, item by item", []);
}

/** A figure over the items of a class, of whichever solutions: what the official code forms for the class `correct` too. */
function figureOn(card: Scorecard, classification: string, metric: keyof typeof metrics): number {
  const own = metrics[metric];
  if (!("finish" in own)) return Number.NaN;
  const items = card.items.filter(({ id }) => id.startsWith(`${classification}_prm_`));
  const sums = own.statistics.map((id) => items.reduce((total, { statistics }) => total + (statistics[id] as number), 0));
  const value = own.finish(Float64Array.from(sums), items.length);
  return value.kind === "value" ? value.value : -1;
}

interface Results {
  readonly total_hallucination_results: Readonly<Record<string, number>>;
  readonly hallucination_type_results: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

async function results(files: GoldenFiles, name: string): Promise<Results | undefined> {
  const source = files.get(name);
  if (source === undefined) return undefined;
  const [only] = await recordsOf(source);
  return (only?.result ?? only) as Results | undefined;
}

/** Totals and classes of the official function; -1 is its mark of a figure that cannot be said. */
async function aggregate(card: Scorecard, files: GoldenFiles): Promise<ParityCase> {
  const name = "Skywork-PRM-7B, first 1,000 items";
  const official = await results(files, "results/golden_skywork1000_aggregate.json");
  if (official === undefined)
    return { name, compared: 0, different: [], absent: "results/golden_skywork1000_aggregate.json is not at hand" };
  const comparing = new Comparing();
  const { total_hallucination_results: total, hallucination_type_results: byClass } = official;
  for (const [figure, metric] of Object.entries(FIGURES)) {
    comparing.same(`all ${figure}`, card.scores[metric]?.value ?? -1, total[figure]);
    for (const one of CLASSES) {
      const expected = byClass[figure]?.[one];
      comparing.same(`${one} ${figure}`, figureOn(card, one, metric), expected);
      if (one !== "correct") comparing.same(`${one} ${figure}, slice`, card.slices.class?.[one]?.[metric]?.value ?? -1, expected);
    }
  }
  const { f1 = Number.NaN, negative_f1 = Number.NaN } = total;
  comparing.same("all PRMScore", card.scores["prm-score"]?.value, 0.5 * f1 + 0.5 * negative_f1);
  comparing.same("multi_solutions PRMScore", card.slices.class?.multi_solutions?.["prm-score"]?.value, byClass.f1?.multi_solutions);
  comparing.same("correct steps", card.scores["error-free-step-accuracy"]?.value, byClass.total_step_acc?.correct);
  return comparing.result(name);
}

/** Of the official run over all items the class `correct` is at hand in full. */
async function fullRun(card: Scorecard, files: GoldenFiles): Promise<ParityCase> {
  const name = "Skywork-PRM-7B, full run, class correct";
  const official = await results(files, "results/skyworkprm_7B_official_totals.json");
  if (official === undefined)
    return { name, compared: 0, different: [], absent: "results/skyworkprm_7B_official_totals.json is not at hand" };
  const comparing = new Comparing();
  for (const [figure, metric] of Object.entries(FIGURES)) {
    comparing.same(figure, figureOn(card, "correct", metric), official.hallucination_type_results[figure]?.correct);
  }
  comparing.same(
    "correct steps",
    card.scores["error-free-step-accuracy"]?.value,
    official.hallucination_type_results.total_step_acc?.correct,
  );
  return comparing.result(name, ["error-free-step-accuracy", "validity-recall", "validity-accuracy", "validity-precision", "validity-f1"]);
}
