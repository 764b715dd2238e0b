import type { Matrix, Metric } from "../metrics/contract.ts";
import type { Drawing, Field } from "./contract.ts";
import { clustersOf, countsOf, swapsOf } from "./draws.ts";
import { quantile } from "./quantile.ts";

// The slow and obvious way, for tests: every draw weighs the items anew and asks the metric for its value.

/** Values of all systems in all draws: `values[system][draw]`, NaN where the metric has none. */
export function valuesInDraws(field: Field, { seed, draws }: Drawing): Float64Array[] {
  const { metric, systems } = field;
  const clusters = clustersOf(field);
  const values = systems.map(() => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw++) {
    const counts = countsOf(seed, draw, clusters.count);
    const weights = Float64Array.from(clusters.of, (cluster) => (cluster < 0 ? 0 : (counts[cluster] as number)));
    for (const [s, matrix] of systems.entries()) (values[s] as Float64Array)[draw] = numberOf(metric, matrix, weights);
  }
  return values;
}

function numberOf(metric: Metric, matrix: Matrix, weights: Field["weights"]): number {
  const value = metric.value(matrix, weights);
  return value.kind === "value" ? value.value : Number.NaN;
}

/** How often each system takes each place, from the best on: `places[system][place]`. */
export function placesOf(values: readonly Float64Array[], sign: number): number[][] {
  const worth = (s: number, draw: number): number => {
    const value = sign * (values[s]?.[draw] as number);
    return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
  };
  const places = values.map(() => values.map(() => 0));
  for (let draw = 0; draw < (values[0]?.length ?? 0); draw++) {
    for (const s of values.keys()) {
      const place = values.filter((_, o) => worth(o, draw) > worth(s, draw)).length;
      (places[s] as number[])[place] = (places[s]?.[place] as number) + 1;
    }
  }
  return places;
}

/** Standard deviations of all pairs' differences, and the limit that the largest of them over theirs keeps in 95 % of draws. */
export function simultaneousOf(values: readonly Float64Array[], points: readonly number[]): { spread: number[][]; limit: number } {
  const draws = values[0]?.length ?? 0;
  const off = (a: number, b: number, draw: number): number =>
    (values[a]?.[draw] as number) - (values[b]?.[draw] as number) - ((points[a] as number) - (points[b] as number)) || 0;
  const each = Array.from({ length: draws }, (_, draw) => draw);
  const deviation = (a: number, b: number): number => Math.sqrt(each.reduce((sum, draw) => sum + off(a, b, draw) ** 2, 0) / draws);
  // Rounding alone is no spread.
  const spread = values.map((_, a) => values.map((_, b) => (deviation(a, b) < 1e-12 ? 0 : deviation(a, b))));
  const scaled = (a: number, b: number, draw: number): number => {
    const scale = spread[a]?.[b] as number;
    return scale === 0 ? 0 : Math.abs(off(a, b, draw)) / scale;
  };
  const largest = each.map((draw) => Math.max(0, ...values.flatMap((_, a) => values.map((_, b) => scaled(a, b, draw)))));
  return { spread, limit: quantile(Float64Array.from(largest).sort(), 0.95) };
}

/** Share of draws, in which two systems' rows are swapped cluster by cluster, with at least the difference seen, or none; the data count as one. */
export function permutationOf(field: Field, seen: number, { seed, draws }: Drawing): number {
  const { of, count } = clustersOf(field);
  const [a, b] = field.systems as readonly [Matrix, Matrix];
  let reached = 1;
  for (let draw = 0; draw < draws; draw++) {
    const swaps = swapsOf(seed + 1, draw, count);
    const mixed = (mine: Matrix, other: Matrix): Matrix => {
      const columns = Object.keys(mine.columns).map((id) => {
        const [own, theirs] = [mine.columns[id] as Float64Array, other.columns[id] as Float64Array];
        return [id, own.map((value, i) => (swaps[of[i] as number] ? (theirs[i] as number) : value))] as const;
      });
      return { ...mine, columns: Object.fromEntries(columns) };
    };
    const [one, two] = [mixed(a, b), mixed(b, a)].map((matrix) => numberOf(field.metric, matrix, field.weights)) as [number, number];
    if (Number.isNaN(one - two) || Math.abs(one - two) >= Math.abs(seen) - 1e-12) reached++;
  }
  return reached / (draws + 1);
}
