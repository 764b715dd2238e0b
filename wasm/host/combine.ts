import type { Diagnosis, Scorecard, Scores, UnscoredReason } from "@stepladder/schema";
import { combinedHash } from "../intake/hash.ts";
import { amongOf, type Matrix, type Measurer, type Metric, type Weights } from "../metrics/contract.ts";
import { type MetricId, metrics } from "../metrics/index.ts";
import pkg from "../package.json" with { type: "json" };
import { DRAWING, type Interval } from "../stats/contract.ts";
import { clustersOf } from "../stats/draws.ts";
import { intervalsOf, wilsonOf } from "../stats/intervals.ts";
import type { Gold } from "./gold.ts";
import { assemble, type Measured, type Sampled } from "./items.ts";
import type { Kernels } from "./kernels.ts";
import type { Part } from "./part.ts";
import { inPlace } from "./place.ts";
import { ProblemList } from "./problems.ts";
import { refuseForeign, usableParts } from "./refuse.ts";
import { repeatsOf } from "./repeats.ts";
import { withHeld } from "./taker.ts";
import type { AnyTrack } from "./track.ts";

/** What a scorecard says of where it came from, beside the parts. */
export interface Provenance {
  /** What draws; a scorecard names the sha256 of its file. */
  readonly kernels: Kernels;
  /** Seed of every random draw behind the figures. */
  readonly seed: number;
}

/**
 * The scorecard of all parts. They are taken in the order of their files, whoever scored them, so the bytes depend neither on the
 * number of workers nor on how files were cut. Throws InputError where a file is unusable or no record is of this gold.
 */
export async function combine(
  track: AnyTrack,
  gold: Gold,
  given: readonly Part[],
  measurer: Measurer<unknown>,
  { kernels, seed }: Provenance,
): Promise<Scorecard> {
  const problems = new ProblemList();
  const parts = withHeld(track, gold, usableParts(inPlace(given), problems), measurer);
  for (const part of parts) for (const group of part.problems) problems.addGroup(group);
  refuseForeign(track, parts, problems);
  const sampled = assemble(track, gold, parts, measurer, problems);
  const own = trackMetrics(track);
  const matrix = matrixOf(track, gold, sampled.measured);
  const repeats = repeatsOf(own, sampled, (rows) => matrixOf(track, gold, { rows, events: {} }));
  const extraction = extractionOf(parts);
  // As the board draws them for the same rows, to the last bit where the seed is its own.
  const figures = own.map((metric) => ({ metric, matrix }));
  const intervals = intervalsOf(kernels, figures, { weights: undefined, clusters: gold.clusters }, { ...DRAWING, seed });
  return {
    schema: "stepladder/scorecard/1",
    track: track.id,
    scores: scoresOf(own, matrix, sampled, undefined, intervals),
    slices: slicesOf(own, matrix, sampled, gold),
    curves: curvesOf(track, gold, sampled, matrix),
    coverage: coverageOf(sampled),
    ...(extraction === undefined ? {} : { extraction }),
    ...(repeats === undefined ? {} : { repeats }),
    diagnoses: diagnosesOf(track, own, gold, sampled, matrix),
    problems: problems.groups(),
    versions: { stepladder: pkg.version, track: track.version },
    seed,
    hashes: { ...gold.sha256, predictions: await combinedHash(parts.flatMap(({ files }) => files)), kernels: kernels.sha256 },
    items: itemsOf(track, gold, sampled),
    ...(track.measure.events === undefined ? {} : { events: eventsTold(sampled.measured.events) }),
  };
}

/** The metrics a track shows, in its order. */
export function trackMetrics(track: AnyTrack): readonly Metric[] {
  return track.metrics.map((id) => metrics[id as MetricId]);
}

/** The columns of the track's statistics over items, from rows side by side; groups and events beside them. */
export function matrixOf(
  { measure }: Pick<AnyTrack, "measure">,
  { ids, groups }: Pick<Gold, "ids" | "groups">,
  { rows, events }: Measured,
): Matrix {
  const { statistics } = measure;
  const items = ids.length;
  const columns = statistics.map(({ id }, s) => {
    const column = new Float64Array(items);
    for (let i = 0; i < items; i++) column[i] = rows[i * statistics.length + s] as number;
    return [id, column] as const;
  });
  return {
    items,
    columns: Object.fromEntries(columns),
    ...(groups === undefined ? {} : { groups }),
    ...(measure.events === undefined ? {} : { events }),
  };
}

/** The figures of all metrics, with their `intervals`. */
function scoresOf(
  own: readonly Metric[],
  matrix: Matrix,
  sampled: Sampled,
  weights: Weights,
  intervals: readonly (Interval | undefined)[],
): Scores {
  return Object.fromEntries(
    own.map((metric, m) => {
      const { scored, total } = countOf(amongOf(metric, matrix), sampled, weights);
      const value = metric.value(matrix, weights);
      const interval = intervals[m];
      const ends = interval === undefined ? {} : { low: interval.low, high: interval.high };
      const told = value.kind === "value" ? { value: value.value, ...ends } : { reason: value.reason };
      return [metric.id, { ...told, scored, unscored: total - scored }];
    }),
  );
}

/** The intervals that need no resampling: slices and mended predictions have no others. */
function exactIntervals(own: readonly Metric[], matrix: Matrix, { clusters: given }: Gold, weights: Weights): (Interval | undefined)[] {
  const clusters = clustersOf({ systems: [matrix], weights, clusters: given });
  return own.map((metric) => {
    const value = metric.value(matrix, weights);
    return value.kind === "value" ? wilsonOf({ metric, matrix }, weights, clusters, value.value) : undefined;
  });
}

/** How many of the items that a metric asks about there are, and how many of them have a readable prediction. */
function countOf(among: Float64Array | undefined, { items, unscored }: Sampled, weights: Weights): { scored: number; total: number } {
  let scored = 0;
  let total = 0;
  for (let i = 0; i < items; i++) {
    if (weights?.[i] === 0 || among?.[i] === 0) continue;
    total++;
    if (unscored[i] === undefined) scored++;
  }
  return { scored, total };
}

function slicesOf(own: readonly Metric[], matrix: Matrix, sampled: Sampled, gold: Gold): Scorecard["slices"] {
  const scoresOn = (weights: Weights): Scores => scoresOf(own, matrix, sampled, weights, exactIntervals(own, matrix, gold, weights));
  return Object.fromEntries(
    gold.slices.map(({ id, values, of }) => {
      const cut = (code: number): Float64Array => {
        const weights = new Float64Array(of.length);
        for (let i = 0; i < of.length; i++) if (of[i] === code) weights[i] = 1;
        return weights;
      };
      const present = values.map((value, code) => [value, code] as const).filter(([, code]) => of.includes(code));
      return [id, Object.fromEntries(present.map(([value, code]) => [value, scoresOn(cut(code))]))];
    }),
  );
}

/** Curves look at single runs: with repeats every sample is one, and the samples of an item weigh 1 together. */
function curvesOf(track: AnyTrack, gold: Gold, sampled: Sampled, matrix: Matrix): Scorecard["curves"] {
  const curves = (runs: Matrix, lengths: Int32Array, weights: Float64Array): Scorecard["curves"] =>
    Object.fromEntries(track.curves.map((curve) => [curve.id, curve.points(runs, lengths, weights)]));
  if (!sampled.repeated) return curves(matrix, gold.lengths, new Float64Array(sampled.items).fill(1));
  const width = track.measure.statistics.length;
  const runs = gold.ids.flatMap((_, item) => {
    const samples = sampled.samples(item);
    if (samples.length === 0) return [{ item, row: { rows: sampled.measured.rows, at: item * width }, weight: 1 }];
    return samples.map((sample) => ({ item, row: sampled.row(sample), weight: 1 / samples.length }));
  });
  const columns = track.measure.statistics.map(
    ({ id }, s) => [id, Float64Array.from(runs, ({ row }) => row.rows[row.at + s] as number)] as const,
  );
  return curves(
    { items: runs.length, columns: Object.fromEntries(columns) },
    Int32Array.from(runs, ({ item }) => gold.lengths[item] as number),
    Float64Array.from(runs, ({ weight }) => weight),
  );
}

/** Ranked events as a scorecard tells them. */
function eventsTold(events: Measured["events"]): NonNullable<Scorecard["events"]> {
  return Object.fromEntries(
    Object.entries(events).map(([id, { items, classes, ties, hits, wanted }]) => [
      id,
      {
        items: [...items],
        classes: [...classes],
        ties: [...ties],
        hits: [...hits],
        wanted: { items: [...wanted.items], classes: [...wanted.classes], counts: [...wanted.counts] },
      },
    ]),
  );
}

function coverageOf({ items, unscored }: Sampled): Scorecard["coverage"] {
  const reasons: Partial<Record<UnscoredReason, number>> = {};
  for (const reason of unscored) if (reason !== undefined) reasons[reason] = (reasons[reason] ?? 0) + 1;
  const scored = items - unscored.filter((reason) => reason !== undefined).length;
  return { items, scored, unscored: Object.fromEntries(Object.entries(reasons).sort()), share: scored / items };
}

function extractionOf(parts: readonly Part[]): Scorecard["extraction"] | undefined {
  const rules: Record<string, number> = {};
  let attempted = 0;
  for (const { extraction } of parts) {
    attempted += extraction.attempted;
    for (const [rule, count] of Object.entries(extraction.rules)) rules[rule] = (rules[rule] ?? 0) + count;
  }
  const extracted = Object.values(rules).reduce((sum, count) => sum + count, 0);
  return attempted === 0 ? undefined : { attempted, extracted, rules: Object.fromEntries(Object.entries(rules).sort()) };
}

/**
 * A format mistake is told only where mending it would raise the metric that ranks, or another that it names: gold itself may look like
 * one. Where lower is better, wherever mending moves it: a mistake may flatter. Of those of a group the one that moves it most is told.
 */
function diagnosesOf(track: AnyTrack, own: readonly Metric[], gold: Gold, sampled: Sampled, matrix: Matrix): Diagnosis[] {
  const [ranking] = own as [Metric];
  const found = track.diagnoses.flatMap(({ id, title, explanation, fix, raises, chance, group }, d) => {
    const { measured, items } = sampled.mended(d);
    if (items.length === 0) return [];
    const mended = matrixOf(track, gold, measured);
    const metric = own.find((one) => one.id === raises) ?? ranking;
    const [given, value] = [metric.value(matrix, undefined), metric.value(mended, undefined)];
    if (value.kind !== "value" || given.kind !== "value") return [];
    if (metric.better === "higher" ? value.value <= given.value : value.value === given.value) return [];
    if (chance !== undefined && !isBeyondLuck(metric, mended, items, chance)) return [];
    const told = (): Diagnosis => {
      const examples = items.slice(0, 10).map((item) => gold.ids[item] as string);
      const scores = scoresOf(own, mended, sampled, undefined, exactIntervals(own, mended, gold, undefined));
      return { id, title, explanation, fix, items: items.length, examples, mended: scores };
    };
    return [{ group, gain: Math.abs(value.value - given.value), told }];
  });
  const isBest = (one: (typeof found)[number], at: number): boolean =>
    one.group === undefined ||
    found.every((other, i) => other.group !== one.group || other.gain < one.gain || (other.gain === one.gain && i >= at));
  return found.filter(isBest).map(({ told }) => told());
}

/** Whether the mean over these items is at least two standard errors above chance; a figure from 0 to 1 deviates by at most a half. */
function isBeyondLuck(metric: Metric, mended: Matrix, items: readonly number[], chance: number): boolean {
  const among = amongOf(metric, mended);
  const weights = new Float64Array(mended.items);
  for (const item of items) if (among?.[item] !== 0) weights[item] = 1;
  const count = weights.reduce((sum, weight) => sum + weight, 0);
  const value = metric.value(mended, weights);
  return value.kind === "value" && value.value >= chance + 1 / Math.sqrt(count);
}

function itemsOf(track: AnyTrack, gold: Gold, sampled: Sampled): Scorecard["items"] {
  const own = track.measure.statistics.map(({ id }) => id);
  return gold.ids.map((id, i) => {
    const reason = sampled.unscored[i];
    const statistics: Record<string, number> = {};
    for (let s = 0; s < own.length; s++) statistics[own[s] as string] = sampled.measured.rows[i * own.length + s] as number;
    return {
      id,
      ...(reason === undefined ? {} : { unscored: reason }),
      ...(sampled.repeated ? { samples: sampled.samples(i).length } : {}),
      ...(gold.groups === undefined ? {} : { group: gold.groups.names[gold.groups.of[i] as number] as string }),
      statistics,
    };
  });
}
