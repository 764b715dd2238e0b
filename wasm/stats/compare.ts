import type { Kernels } from "../host/kernels.ts";
import { isRanked, type Matrix, type Metric, type RankedMetric } from "../metrics/contract.ts";
import { Columns, type Figure, unroll } from "./columns.ts";
import type { Comparison, Drawing, Field, Interval, Pair } from "./contract.ts";
import { clustersOf } from "./draws.ts";
import { holm } from "./holm.ts";
import { resampledInterval, trialsOf } from "./intervals.ts";
import { mcnemar } from "./mcnemar.ts";
import { permutationTests } from "./permutation.ts";
import { isSummed, type Sampler, samplerOf, summedSampler } from "./sampler.ts";
import { Worths } from "./worths.ts";

/** Holds systems against each other, pair by pair on the same draws; Holm's correction goes over all pairs asked for at once. */
export function comparePairs(kernels: Kernels, field: Field, pairs: readonly Pair[], drawing: Drawing): Comparison[] {
  const told = compare(kernels, field, pairs, drawing);
  const adjusted = holm(told.map(({ p }) => p));
  return told.map((one, i) => ({ ...one, adjusted: adjusted[i] as number }));
}

/** One system of the field with what all its pairs need. */
interface Side {
  readonly value: number | undefined;
  /** The value of each item alone. */
  readonly items: Float64Array;
  /** Number of the column that says which items it is asked about, where it is a mean of as many independent draws of 0 or 1. */
  readonly trials: number | undefined;
}

function compare(kernels: Kernels, field: Field, pairs: readonly Pair[], drawing: Drawing): Omit<Comparison, "adjusted">[] {
  const { metric, systems, weights } = field;
  const clusters = clustersOf(field);
  const columns = new Columns(clusters);
  const figures = systems.map((matrix): Figure => ({ metric, matrix }));
  const placed = figures.filter(isSummed).map((figure) => columns.place(figure));
  const sides = systems.map((matrix, s): Side => {
    const value = metric.value(matrix, weights);
    return {
      value: value.kind === "value" ? value.value : undefined,
      items: itemValues(metric, matrix),
      trials: trialsOf({ metric, matrix }, weights, clusters) === undefined ? undefined : placed[s]?.parts[0]?.weight,
    };
  });
  const sampler = isRanked(metric) ? samplerOf(kernels, figures, clusters, drawing) : summedSampler(kernels, columns, placed, drawing);
  const differences = drawDifferences(kernels, sampler, clusters.count, sides, pairs);
  const isExact = ({ a, b }: Pair): boolean =>
    sides[a]?.trials !== undefined && sides[a]?.trials === sides[b]?.trials && pointOf(sides, { a, b }) !== undefined;
  const permuted = isRanked(metric) ? [] : pairs.filter((pair) => !isExact(pair) && pointOf(sides, pair) !== undefined);
  const seen = permuted.map((pair) => pointOf(sides, pair) as number);
  const permutations = new Map(permutationTests(kernels, columns, placed, permuted, seen, drawing).map((p, i) => [permuted[i], p]));
  return pairs.map((pair, i) => {
    const point = pointOf(sides, pair);
    const counts = outcomes(sides, pair, field);
    const { interval, p = 1 } = differences[i] ?? {};
    // Without a difference nothing speaks for one.
    const tested = (): Pick<Comparison, "p" | "test"> => {
      if (isExact(pair)) return { p: mcnemar(counts.won, counts.lost), test: "mcnemar" };
      return isRanked(metric) ? { p, test: "bootstrap" } : { p: permutations.get(pair) ?? 1, test: "permutation" };
    };
    return {
      a: pair.a,
      b: pair.b,
      ...(point === undefined ? {} : { difference: point, ...(interval === undefined ? {} : { interval }) }),
      ...tested(),
      ...counts,
    };
  });
}

function pointOf(sides: readonly Side[], { a, b }: Pair): number | undefined {
  const [one, other] = [sides[a]?.value, sides[b]?.value];
  return one === undefined || other === undefined ? undefined : one - other;
}

/** What draws say of a difference. */
interface DrawnDifference {
  readonly interval?: Interval | undefined;
  readonly p?: number;
}

/** Twice the share of draws on the rarer side of 0, those at 0 and without a value on both; the data as they are count as one. */
function twoSided(draws: Float64Array): number {
  const below = draws.filter((difference) => !(difference > 0)).length;
  const above = draws.filter((difference) => !(difference < 0)).length;
  return Math.min(1, (2 * (Math.min(below, above) + 1)) / (draws.length + 1));
}

/** Differences in the same draws of all systems. */
function drawDifferences(
  kernels: Kernels,
  sampler: Sampler,
  clusters: number,
  sides: readonly Side[],
  pairs: readonly Pair[],
): (DrawnDifference | undefined)[] {
  if (clusters < 2) return [];
  const mark = kernels.arena.mark();
  const values = new Worths(kernels, sampler, clusters, 1);
  const leftOut = sides.map((_, s) => sampler.leftOut(s));
  const told = pairs.map((pair): DrawnDifference | undefined => {
    const point = pointOf(sides, pair);
    if (point === undefined) return undefined;
    const draws = minus(values.of(pair.a), values.of(pair.b));
    return {
      interval: resampledInterval(kernels, sampler, draws, point, minus(leftOut[pair.a] as Float64Array, leftOut[pair.b] as Float64Array)),
      // Others have a test of their own.
      ...(sampler.isRanked ? { p: twoSided(draws) } : {}),
    };
  });
  kernels.arena.release(mark);
  return told;
}

function minus(one: Float64Array, other: Float64Array): Float64Array {
  return one.map((value, i) => value - (other[i] as number));
}

function outcomes(sides: readonly Side[], { a, b }: Pair, { metric, weights }: Field): Pick<Comparison, "won" | "lost" | "tied"> {
  const [mine, theirs] = [sides[a]?.items as Float64Array, sides[b]?.items as Float64Array];
  const sign = metric.better === "higher" ? 1 : -1;
  const counts = { won: 0, lost: 0, tied: 0 };
  for (let i = 0; i < mine.length; i++) {
    if (weights?.[i] === 0) continue;
    const off = sign * ((mine[i] as number) - (theirs[i] as number));
    if (off > 0) counts.won++;
    else if (off < 0) counts.lost++;
    else counts.tied++;
  }
  return counts;
}

/** The metric of each item alone, NaN where it has no value there. */
export function itemValues(metric: Metric, matrix: Matrix): Float64Array {
  if (isRanked(metric)) return rankedItemValues(metric, matrix);
  const items = new Columns(clustersOf({ systems: [matrix], weights: undefined }));
  const { columns, finish } = unroll(items.place({ metric, matrix }));
  const own = columns.map((column) => items.kept[column] as Float64Array);
  const row = new Float64Array(own.length);
  return Float64Array.from({ length: matrix.items }, (_, i) => {
    for (let k = 0; k < own.length; k++) row[k] = own[k]?.[i] as number;
    return finish(row, 0);
  });
}

function rankedItemValues(metric: RankedMetric, matrix: Matrix): Float64Array {
  const weights = new Float64Array(matrix.items);
  return weights.map((_, i) => {
    weights[i] = 1;
    const value = metric.value(matrix, weights);
    weights[i] = 0;
    return value.kind === "value" ? value.value : Number.NaN;
  });
}
