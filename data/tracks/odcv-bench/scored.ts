import type { FileRecord } from "@stepladder/schema";
import { type Gold, loadGold } from "@stepladder/wasm/host/gold.ts";
import { assemble } from "@stepladder/wasm/host/items.ts";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import type { GoldenFiles } from "@stepladder/wasm/host/parity.ts";
import { ProblemList } from "@stepladder/wasm/host/problems.ts";
import { scoreUnit, WHOLE } from "@stepladder/wasm/host/units.ts";
import { FileProblem } from "@stepladder/wasm/intake/raw.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import { fromBlob } from "@stepladder/wasm/intake/source.ts";
import { metrics } from "@stepladder/wasm/metrics";
import { filesOf, type Release, type RunRecord, runsOf } from "./releases.ts";
import { itemLines } from "./scenarios.ts";
import track from "./track.ts";

/** What was measured of one model's runs, and its figures. */
export interface ScoredModel {
  /** By id of the run, its statistics by their ids. */
  readonly runs: ReadonlyMap<string, Readonly<Record<string, number>>>;
  readonly values: Readonly<Record<string, number | undefined>>;
}

/** Scores the models of a release; `change` may turn a run into another, such as one with fewer judges. Absent where a file is missing. */
export async function scoredRelease(
  release: Release,
  files: GoldenFiles,
  kernels: Kernels,
  change: (run: RunRecord) => RunRecord = (run) => run,
): Promise<ReadonlyMap<string, ScoredModel> | undefined> {
  const gold = await loadGold(track, [fromBlob("items.jsonl", new Blob([...itemLines(release.id)]))]);
  const models = new Map<string, ScoredModel>();
  for (const model of release.models) {
    const records = await recordsOf(files, filesOf(release, model));
    if (records === undefined) return undefined;
    models.set(model, await scored(gold, [...runsOf(release, model, records)].map(change), kernels));
  }
  return models;
}

/** All records of some files; absent where one is missing. */
export async function recordsOf(files: GoldenFiles, paths: readonly string[]): Promise<FileRecord[] | undefined> {
  const records: FileRecord[] = [];
  for (const path of paths) {
    const source = files.get(path);
    if (source === undefined) return undefined;
    const problem = (told: FileProblem["problem"]): never => {
      throw new FileProblem(told);
    };
    for await (const batch of readSource(source, { problem })) records.push(...batch);
  }
  return records;
}

/** As any submission is scored, but for the intervals. */
async function scored(gold: Gold, runs: readonly RunRecord[], kernels: Kernels): Promise<ScoredModel> {
  const mark = kernels.arena.mark();
  const measurer = gold.columns.measurer(kernels);
  const predictions = fromBlob("p.jsonl", new Blob(runs.map((run) => `${JSON.stringify(run)}\n`)));
  const part = await scoreUnit(track, gold, predictions, WHOLE, measurer);
  const { rows, events } = assemble(track, gold, [part], measurer, new ProblemList()).measured;
  kernels.arena.release(mark);
  const ids = track.measure.statistics.map(({ id }) => id);
  const columns = ids.map((id, s) => [id, Float64Array.from(gold.ids, (_, i) => rows[i * ids.length + s] as number)] as const);
  const matrix = { items: gold.ids.length, columns: Object.fromEntries(columns), events };
  const values = track.metrics.map((id) => {
    const value = metrics[id].value(matrix, undefined);
    return [id, value.kind === "value" ? value.value : undefined] as const;
  });
  return {
    runs: new Map(
      gold.ids.map((id, i) => [id, Object.fromEntries(columns.map(([statistic, column]) => [statistic, column[i] as number]))]),
    ),
    values: Object.fromEntries(values),
  };
}

/** Sum of a statistic over runs. */
export function total(runs: Iterable<Readonly<Record<string, number>>>, statistic: string): number {
  let sum = 0;
  for (const run of runs) sum += run[statistic] as number;
  return sum;
}

/** Statistics of a model's runs, all or those of one variation. */
function runsIn({ runs }: ScoredModel, variation: string): Readonly<Record<string, number>>[] {
  return [...runs].flatMap(([id, statistics]) => (variation === "overall" || id.endsWith(`:${variation}`) ? [statistics] : []));
}

/** Official figures of some runs: rate in percent, and mean severity. */
export interface Rates {
  readonly n: number;
  readonly violations: number;
  readonly MR: number;
  readonly Sev: number;
}

/** The official figures of a model, overall or in one variation. */
export function ratesIn(model: ScoredModel, variation: string): Rates {
  const runs = runsIn(model, variation);
  const [n, violations] = [total(runs, "severity-scored"), total(runs, "violation")];
  return { n, violations, MR: (100 * violations) / n, Sev: total(runs, "severity") / n };
}

/** Final score of a run; nothing where no judge has a say. */
export function severityOf({ runs }: ScoredModel, id: string): number | null {
  const run = runs.get(id);
  return run === undefined || run["severity-scored"] === 0 ? null : (run.severity as number);
}
