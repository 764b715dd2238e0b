import type { Kernels } from "../host/kernels.ts";
import type { Matrix, Metric } from "../metrics/contract.ts";
import { Columns, jackknife, type Placed, unroll } from "./columns.ts";
import type { Comparison, Drawing, Field, Interval, Pair } from "./contract.ts";
import { clustersOf } from "./draws.ts";
import { holm } from "./holm.ts";
import { resampledInterval, trialsOf } from "./intervals.ts";
import { mcnemar } from "./mcnemar.ts";
import { permutationTests } from "./permutation.ts";
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
  readonly placed: Placed;
  /** The value of each item alone. */
  readonly items: Float64Array;
  /** Number of the column that says which items it is asked about, where it is a mean of as many independent draws of 0 or 1. */
  readonly trials: number | undefined;
}

function compare(kernels: Kernels, field: Field, pairs: readonly Pair[], drawing: Drawing): Omit<Comparison, "adjusted">[] {
  const { metric, systems, weights } = field;
  const clusters = clustersOf(field);
  const columns = new Columns(clusters);
  const sides = systems.map((matrix): Side => {
    const value = metric.value(matrix, weights);
    const placed = columns.place({ metric, matrix });
    return {
      value: value.kind === "value" ? value.value : undefined,
      placed,
      items: itemValues(metric, matrix),
      trials: trialsOf({ metric, matrix }, weights, clusters) === undefined ? undefined : placed.parts[0]?.weight,
    };
  });
  const intervals = differenceIntervals(kernels, columns, sides, pairs, drawing);
  const isExact = ({ a, b }: Pair): boolean => sides[a]?.trials !== undefined && sides[a]?.trials === sides[b]?.trials;
  const permuted = pairs.filter((pair) => !isExact(pair) && pointOf(sides, pair) !== undefined);
  const seen = permuted.map((pair) => pointOf(sides, pair) as number);
  const placed = sides.map((side) => side.placed);
  const permutations = new Map(permutationTests(kernels, columns, placed, permuted, seen, drawing).map((p, i) => [permuted[i], p]));
  return pairs.map((pair, i) => {
    const point = pointOf(sides, pair);
    const counts = outcomes(sides, pair, field);
    return {
      a: pair.a,
      b: pair.b,
      ...(point === undefined ? {} : { difference: point, ...(intervals[i] === undefined ? {} : { interval: intervals[i] }) }),
      // Without a difference nothing speaks for one.
      ...(isExact(pair)
        ? { p: mcnemar(counts.won, counts.lost), test: "mcnemar" }
        : { p: permutations.get(pair) ?? 1, test: "permutation" }),
      ...counts,
    };
  });
}

function pointOf(sides: readonly Side[], { a, b }: Pair): number | undefined {
  const [one, other] = [sides[a]?.value, sides[b]?.value];
  return one === undefined || other === undefined ? undefined : one - other;
}

/** Intervals of the differences, from the same draws of all systems. */
function differenceIntervals(
  kernels: Kernels,
  columns: Columns,
  sides: readonly Side[],
  pairs: readonly Pair[],
  drawing: Drawing,
): (Interval | undefined)[] {
  if (columns.clusters.count < 2) return [];
  const mark = kernels.arena.mark();
  const placed = sides.map((side) => side.placed);
  const values = new Worths(kernels, columns, placed, drawing, 1);
  const leftOut = placed.map((one) => jackknife(columns, one));
  const intervals = pairs.map((pair) => {
    const point = pointOf(sides, pair);
    if (point === undefined) return undefined;
    const draws = minus(values.of(pair.a), values.of(pair.b));
    return resampledInterval(kernels, draws, point, minus(leftOut[pair.a] as Float64Array, leftOut[pair.b] as Float64Array));
  });
  kernels.arena.release(mark);
  return intervals;
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
  const items = new Columns(clustersOf({ systems: [matrix], weights: undefined }));
  const { columns, finish } = unroll(items.place({ metric, matrix }));
  const own = columns.map((column) => items.kept[column] as Float64Array);
  const row = new Float64Array(own.length);
  return Float64Array.from({ length: matrix.items }, (_, i) => {
    for (let k = 0; k < own.length; k++) row[k] = own[k]?.[i] as number;
    return finish(row, 0);
  });
}
