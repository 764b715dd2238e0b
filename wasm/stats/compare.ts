import type { Kernels } from "../host/kernels.ts";
import type { Matrix, Metric } from "../metrics/contract.ts";
import type { Comparison, Drawing, Field, Interval, Pair } from "./contract.ts";
import { clustersOf } from "./draws.ts";
import { holm } from "./holm.ts";
import { quantile } from "./quantile.ts";
import { randomWord } from "./random.ts";
import { resampled } from "./resample.ts";

/** Holds systems against each other, pair by pair on the same draws; Holm's correction goes over all pairs asked for at once. */
export function comparePairs(kernels: Kernels, field: Field, pairs: readonly Pair[], drawing: Drawing): Comparison[] {
  const told = pairs.map((pair) => compare(kernels, field, pair, drawing));
  const adjusted = holm(told.map(({ p }) => p));
  return told.map((one, i) => ({ ...one, adjusted: adjusted[i] as number }));
}

function compare(kernels: Kernels, field: Field, { a, b }: Pair, drawing: Drawing): Omit<Comparison, "adjusted"> {
  const pair = { ...field, systems: [field.systems[a] as Matrix, field.systems[b] as Matrix] };
  const values = resampled(kernels, pair, drawing);
  const differences = Float64Array.from({ length: drawing.draws }, (_, d) => (values[2 * d] as number) - (values[2 * d + 1] as number));
  const point = difference(field.metric, pair.systems, field.weights);
  const interval = intervalOf(differences);
  return {
    a,
    b,
    ...(Number.isNaN(point) ? {} : { difference: point, ...(interval === undefined ? {} : { interval }) }),
    p: permutation(pair, Math.abs(point), drawing),
    test: "permutation",
    ...outcomes(pair),
  };
}

function intervalOf(differences: Float64Array): Interval | undefined {
  const sorted = differences.filter((value) => !Number.isNaN(value)).sort();
  return sorted.length === 0 ? undefined : { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975), by: "percentile" };
}

function difference(metric: Metric, [a, b]: readonly Matrix[], weights: Field["weights"]): number {
  const [one, other] = [a, b].map((matrix) => metric.value(matrix as Matrix, weights));
  return one?.kind === "value" && other?.kind === "value" ? one.value - other.value : Number.NaN;
}

/** Share of draws, in which the two systems' rows are swapped cluster by cluster, with at least the difference seen; the data as they are count as one. */
function permutation(field: Field, seen: number, { seed, draws }: Drawing): number {
  const { of, count } = clustersOf(field);
  const words = Math.ceil(count / 64);
  let reached = 1;
  for (let draw = 0; draw < draws; draw++) {
    const swaps = Array.from({ length: words }, (_, w) => randomWord(seed + 1, draw * words + w));
    const isSwapped = (i: number): boolean => {
      const cluster = of[i] as number;
      const word = swaps[cluster >> 6];
      return word !== undefined && (((cluster & 32 ? word.high : word.low) >>> (cluster & 31)) & 1) === 1;
    };
    const off = Math.abs(difference(field.metric, swapped(field.systems, isSwapped), field.weights));
    if (off >= seen - 1e-12) reached++;
  }
  return reached / (draws + 1);
}

function swapped([a, b]: readonly Matrix[], isSwapped: (item: number) => boolean): Matrix[] {
  const mixed = (mine: Matrix, other: Matrix): Matrix => {
    const columns = Object.keys(mine.columns).map((id) => {
      const [own, theirs] = [mine.columns[id] as Float64Array, other.columns[id] as Float64Array];
      return [id, own.map((value, i) => (isSwapped(i) ? (theirs[i] as number) : value))] as const;
    });
    return { ...mine, columns: Object.fromEntries(columns) };
  };
  return [mixed(a as Matrix, b as Matrix), mixed(b as Matrix, a as Matrix)];
}

function outcomes({ metric, systems: [a, b], weights }: Field): Pick<Comparison, "won" | "lost" | "tied"> {
  const [mine, theirs] = [itemValues(metric, a as Matrix), itemValues(metric, b as Matrix)];
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
  const weights = new Float64Array(matrix.items);
  return Float64Array.from({ length: matrix.items }, (_, i) => {
    weights[i] = 1;
    const value = metric.value(matrix, weights);
    weights[i] = 0;
    return value.kind === "value" ? value.value : Number.NaN;
  });
}
