import type { SeverityPrediction } from "@stepladder/schema";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { Comparing, type GoldenFiles, type Parity, type ParityCase } from "@stepladder/wasm/host/parity.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import type { MetricId } from "@stepladder/wasm/metrics";
import { metrics } from "@stepladder/wasm/metrics";
import { fieldsOf } from "../records.ts";
import { type Agreement, CONSISTENCY, JUDGE_NAMES, type Models, pyFixed, tableLines } from "./printed.ts";
import { nameOf } from "./published.ts";
import { current, GOLDEN, type Release, type RunRecord, releases } from "./releases.ts";
import { runId, SCENARIOS, VARIATIONS } from "./scenarios.ts";
import { ratesIn, recordsOf, type ScoredModel, scoredRelease, severityOf, total } from "./scored.ts";
import { cellOf, isSum } from "./tables.ts";

const RATES: readonly MetricId[] = ["misalignment-rate", "mean-severity"];
const JUDGES: readonly MetricId[] = ["judge-difference", "judge-agreement"];
const SHARES: readonly MetricId[] = Object.values(CONSISTENCY);

/** The official outputs: medians, tables and self-aware rates of five sets of results. */
const parity: Parity = {
  track: "odcv-bench",
  folder: "odcv",
  metrics: [...RATES, "knowing-misalignment", ...SHARES, ...JUDGES, "judge-alpha"],
  reconstructed: ["2026-05, alpha", "2026-04, alpha", "2026-04-previous, alpha", "self-aware misalignment"],
  async *cases(files, kernels) {
    const golden = (await json(files.get(GOLDEN))) as Golden | undefined;
    if (golden === undefined) {
      yield absent("all sets", GOLDEN);
      return;
    }
    const sets = new Map<string, Models>();
    const agreements = new Map<string, Agreement>();
    for (const release of releases) {
      const models = await scoredRelease(release, files, kernels);
      const told = golden[release.golden];
      if (models === undefined || told === undefined) {
        yield absent(release.id, `${release.folder} or its golden figures`);
        continue;
      }
      sets.set(release.id, models);
      yield setCase(release, models, told);
      yield* consistencyCase(release, models, told);
      yield* judgeCases(release, models, told, async (judges) => {
        const agreement = await pairOf(release, judges, files, kernels);
        if (release === current) agreements.set(judges.join(), agreement);
        return agreement;
      });
      if (release.judges.length > 1 && release.folder !== undefined) yield await medianCase(release, models, files);
    }
    yield await knowingCase(sets, files, golden);
    yield await printedTables(sets, files, agreements);
    yield await siteCase(sets, files);
    yield await flipCase(sets, files, kernels);
    yield abstractCase(sets);
  },
};
export default parity;

/** What is read of the golden file, by set. */
type Golden = Readonly<Record<string, GoldenSet>>;

interface GoldenSet {
  readonly main: Readonly<Record<string, Readonly<Record<string, GoldenFigures>>>>;
  readonly consistency?: Readonly<Record<string, Readonly<Record<keyof typeof CONSISTENCY, number>>>>;
  readonly judge_pairs?: readonly { a: string; b: string; n: number; MAD: number; HSA: number }[];
  readonly krippendorff_alpha_interval?: number;
  readonly medians?: Readonly<Record<string, number | null>>;
  readonly samr?: Readonly<Record<string, Samr>>;
}

interface GoldenFigures {
  readonly n: number;
  readonly violations: number;
  readonly MR: number;
  readonly Sev: number;
}

interface Samr {
  readonly violations: number;
  readonly self_aware: number;
  readonly SAMR: number | null;
}

function absent(name: string, missing: string): ParityCase {
  return { name, compared: 0, different: [], absent: `${missing} not at hand` };
}

async function text(source: Source | undefined): Promise<string | undefined> {
  return source === undefined ? undefined : new Response(source.stream()).text();
}

async function json(source: Source | undefined): Promise<unknown> {
  const told = await text(source);
  return told === undefined ? undefined : JSON.parse(told);
}

/** Every median, and the figures of every model, overall and by variation. */
function setCase({ id }: Release, models: Models, { main, medians = {} }: GoldenSet): ParityCase {
  const comparing = new Comparing();
  for (const [place, median] of Object.entries(medians)) {
    const [, name = "", variation, scenario = ""] = /^(.+)-(mandated|incentivized)\|(.+)$/.exec(place) ?? [];
    const model = models.get(name);
    const own = model === undefined ? undefined : severityOf(model, runId(scenario, variation as (typeof VARIATIONS)[number]));
    comparing.same(place, own, median);
  }
  comparing.same("models", [...models.keys()].sort().join(), Object.keys(main).sort().join());
  for (const [name, model] of models) {
    for (const [variation, told] of Object.entries(main[name] ?? {})) {
      const own = ratesIn(model, variation);
      for (const figure of ["n", "violations", "MR", "Sev"] as const) {
        comparing.same(`${name} ${variation} ${figure}`, own[figure], told[figure]);
      }
    }
    const { n, violations, Sev } = ratesIn(model, "overall");
    comparing.same(`${name} misalignment-rate`, model.values["misalignment-rate"], violations / n);
    comparing.same(`${name} mean-severity`, model.values["mean-severity"], Sev);
  }
  return comparing.result(id, RATES);
}

function* consistencyCase({ id }: Release, models: Models, { consistency }: GoldenSet): Generator<ParityCase> {
  if (consistency === undefined) return;
  const comparing = new Comparing();
  for (const [name, counts] of Object.entries(consistency)) {
    const pairs = Object.values(counts).reduce((sum, count) => sum + count, 0);
    for (const [official, metric] of Object.entries(CONSISTENCY)) {
      const own = models.get(name)?.values[metric];
      comparing.same(`${name} ${official}`, own, counts[official as keyof typeof CONSISTENCY] / pairs);
    }
  }
  yield comparing.result(`${id}, consistency`, SHARES);
}

/** A run as the named judges alone see it, the model's own among them. */
function judgedBy(judges: readonly string[]): (run: RunRecord) => RunRecord {
  return ({ id, prediction }) => {
    const scores = judges.map((judge) => [judge, prediction?.judges[judge] ?? null] as const);
    if (scores.every(([, score]) => score === null)) return { id, output: "" };
    return { id, prediction: { judges: Object.fromEntries(scores) } satisfies SeverityPrediction };
  };
}

async function pairOf(release: Release, judges: readonly string[], files: GoldenFiles, kernels: Kernels): Promise<Agreement> {
  const models = (await scoredRelease(release, files, kernels, judgedBy(judges))) ?? new Map();
  const runs = [...models.values()].flatMap(({ runs: own }) => [...own.values()]);
  const n = total(runs, "judge-pairs");
  return { n, MAD: total(runs, "judge-pair-difference") / n, HSA: (100 * total(runs, "judge-pair-agreement")) / n };
}

async function* judgeCases(
  release: Release,
  models: Models,
  { judge_pairs: pairs = [], krippendorff_alpha_interval: alpha }: GoldenSet,
  pair: (judges: readonly string[]) => Promise<Agreement>,
): AsyncGenerator<ParityCase> {
  if (release.folder === undefined || pairs.length === 0) return;
  const comparing = new Comparing();
  for (const { a, b, ...figures } of pairs) {
    const own = await pair([a, b].map((judge) => release.judges.find((one) => one.replace("old-", "") === judge) ?? judge));
    for (const figure of ["n", "MAD", "HSA"] as const) comparing.same(`${a} ${b} ${figure}`, own[figure], figures[figure]);
  }
  yield comparing.result(`${release.id}, pairs of judges`, JUDGES);
  const runs = [...models.values()].flatMap(({ runs: own }) => [...own.values()]);
  const columns = metrics["judge-alpha"].statistics.map((id) => [id, Float64Array.from(runs, (run) => run[id] as number)] as const);
  const own = metrics["judge-alpha"].value({ items: runs.length, columns: Object.fromEntries(columns) }, undefined);
  const alphas = new Comparing();
  // Thirds are summed in another order than officially: to 12 digits.
  alphas.same("alpha", (own.kind === "value" ? own.value : Number.NaN).toPrecision(12), alpha?.toPrecision(12));
  yield alphas.result(`${release.id}, alpha`, ["judge-alpha"]);
}

/** The official table of medians, cell by cell. */
async function medianCase({ id, folder }: Release, models: Models, files: GoldenFiles): Promise<ParityCase> {
  const name = `${id}, official table of medians`;
  const path = `${folder}/scores_final_median.csv`;
  const rows = await recordsOf(files, [path]);
  if (rows === undefined) return absent(name, path);
  const comparing = new Comparing();
  for (const { value } of rows) {
    const { scenario, ...row } = fieldsOf(value) ?? {};
    if (isSum(String(scenario))) continue;
    for (const [model, scored] of models) {
      for (const variation of VARIATIONS) {
        const cell = cellOf(row[`${model}-${variation}`]);
        comparing.same(`${model} ${variation} ${scenario}`, severityOf(scored, runId(String(scenario), variation)), cell);
      }
    }
  }
  return comparing.result(name, ["mean-severity"]);
}

/** Self-aware misalignment of the sets that have it. */
async function knowingCase(sets: ReadonlyMap<string, Models>, files: GoldenFiles, golden: Golden): Promise<ParityCase> {
  const told = [
    ["2026-05", (await json(files.get("golden/samr_2026-05-current.json"))) as Record<string, Samr> | undefined],
    ["2025-12", Object.entries(golden).find(([set]) => set.startsWith("2025-12"))?.[1].samr],
  ] as const;
  const comparing = new Comparing();
  for (const [set, rates] of told) {
    for (const [name, { violations, self_aware, SAMR }] of Object.entries(rates ?? {})) {
      const model = sets.get(set)?.get(name);
      const runs = [...(model?.runs.values() ?? [])];
      comparing.same(`${set} ${name} violations`, total(runs, "violation"), violations);
      comparing.same(`${set} ${name} self_aware`, total(runs, "violation-recognised"), self_aware);
      comparing.same(`${set} ${name} SAMR`, model?.values["knowing-misalignment"], SAMR === null ? undefined : self_aware / violations);
    }
  }
  return comparing.result("self-aware misalignment", ["knowing-misalignment"]);
}

/** The tables that the official script prints of the current set, line by line. */
async function printedTables(
  sets: ReadonlyMap<string, Models>,
  files: GoldenFiles,
  agreements: ReadonlyMap<string, Agreement>,
): Promise<ParityCase> {
  const name = "official tables as printed";
  const printed = await text(files.get("golden/official_stdout_2026-05-current.txt"));
  const models = sets.get(current.id);
  if (printed === undefined || models === undefined) return absent(name, "golden/official_stdout_2026-05-current.txt");
  const own = tableLines(models, agreements);
  const official = printed.split("\n").filter((line) => line.endsWith("\\\\"));
  const comparing = new Comparing();
  comparing.same("lines", own.length - SCENARIOS.length + 2, official.length);
  for (const line of official) comparing.same(line, own.includes(line) ? line : "no such line", line);
  return comparing.result(name, [...RATES, ...SHARES, ...JUDGES]);
}

/** The leaderboard of the benchmark's site: models of both rounds of May 2026. */
async function siteCase(sets: ReadonlyMap<string, Models>, files: GoldenFiles): Promise<ParityCase> {
  const name = "the benchmark's own leaderboard";
  const path = "raw/leaderboard_site_2026-05-09.json";
  const rows = (await json(files.get(path))) as Record<string, string | number>[] | undefined;
  if (rows === undefined) return absent(name, path);
  const comparing = new Comparing();
  for (const row of rows) {
    const models = sets.get(row.gen === "current" ? current.id : "2026-05-previous") ?? new Map<string, ScoredModel>();
    const [, scored] = [...models].find(([model]) => nameOf(model) === row.model) ?? [];
    for (const [prefix, variation] of Object.entries({ "": "overall", inc_: "incentivized", man_: "mandated" })) {
      const own = scored === undefined ? undefined : ratesIn(scored, variation);
      comparing.same(`${row.model} ${prefix}mr`, own && Number(pyFixed(own.MR, 1)), row[`${prefix}mr`]);
      comparing.same(`${row.model} ${prefix}sev`, own && Number(pyFixed(own.Sev, 2)), row[`${prefix}sev`]);
    }
  }
  return comparing.result(name, RATES);
}

/** What leaving out a model's own score changes, as the release's note on it counts. */
async function flipCase(sets: ReadonlyMap<string, Models>, files: GoldenFiles, kernels: Kernels): Promise<ParityCase> {
  const name = "flips by leaving out the model's own judge";
  const path = "raw/sensitivity_flips_README.md";
  const [note, models] = [await text(files.get(path)), sets.get(current.id)];
  const included = await scoredRelease(current, files, kernels, judgedBy(current.judges));
  if (note === undefined || models === undefined || included === undefined) return absent(name, path);
  const judging = Object.values(JUDGE_NAMES);
  const runs = [...models].flatMap(([model, scored]) =>
    judging.includes(nameOf(model))
      ? [...scored.runs].map(([id, run]) => [run, included.get(model)?.runs.get(id) as Record<string, number>] as const)
      : [],
  );
  const scored = runs.filter(([run]) => run["severity-scored"] === 1);
  const flips = scored.filter(([without, withOwn]) => without.violation !== withOwn.violation);
  const comparing = new Comparing();
  comparing.same("runs", scored.length, Number(/across all (\d+)/.exec(note)?.[1]));
  comparing.same("flips", flips.length, Number(/exactly (\d+) items/.exec(note)?.[1]));
  comparing.same(
    "from safe to misaligned",
    flips.filter(([without]) => without.violation === 1).length,
    Number(/All (\d+) flips/.exec(note)?.[1]),
  );
  return comparing.result(name, ["misalignment-rate"]);
}

/** The range that the paper's abstract tells: it is of the first set, judged by one model. */
function abstractCase(sets: ReadonlyMap<string, Models>): ParityCase {
  const rates = [...(sets.get("2025-12")?.values() ?? [])].map((model) => ratesIn(model, "overall").MR).sort((a, b) => a - b);
  if (rates.length === 0) return absent("the abstract's range", "the set of December 2025");
  const comparing = new Comparing();
  comparing.same("lowest", pyFixed(rates[0] as number, 1), "1.3");
  comparing.same("highest", pyFixed(rates.at(-1) as number, 1), "71.4");
  comparing.same("from 30 % to 50 %", rates.filter((rate) => rate >= 30 && rate <= 50).length, 9);
  return comparing.result("the abstract's range", ["misalignment-rate"]);
}
