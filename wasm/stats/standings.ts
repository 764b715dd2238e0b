import type { Kernels } from "../host/kernels.ts";
import type { Metric, Value } from "../metrics/contract.ts";
import type { Drawing, Field, Interval, Places, Standing, Standings } from "./contract.ts";
import { clustersOf } from "./draws.ts";
import { compactLetters } from "./letters.ts";
import { quantile } from "./quantile.ts";
import { resampled } from "./resample.ts";

/** How the systems of a field stand, with what chance makes of it: every system is measured on the same draws. */
export function standingsOf(kernels: Kernels, field: Field, drawing: Drawing): Standings {
  const { metric, systems, weights } = field;
  const points = systems.map((matrix) => metric.value(matrix, weights));
  const { of, count } = clustersOf(field);
  const items = of.reduce((sum, cluster) => sum + Number(cluster >= 0), 0);
  const known = points.flatMap(({ kind }, s) => (kind === "value" ? [s] : []));
  const values =
    count > 1
      ? resampled(kernels, { ...field, systems: known.map((s) => systems[s] as Field["systems"][0]) }, drawing)
      : new Float64Array(0);
  const told = tellApart(
    known.map((s) => numberOf(points[s])),
    values,
    known.length,
    metric,
  );
  return {
    systems: points.map((value, s) =>
      known.includes(s)
        ? (told.systems[known.indexOf(s)] as Standing)
        : { value, ranks: new Float64Array(known.length), first: 0, letters: "" },
    ),
    items,
    clusters: count,
    ...(told.gap === undefined ? {} : { gap: told.gap }),
  };
}

function numberOf(value: Value | undefined): number {
  return value?.kind === "value" ? value.value : Number.NaN;
}

/** Ranks, rank ranges and what can be told apart, from points and from `values[draw * n + system]`. */
function tellApart(
  points: readonly number[],
  values: Float64Array,
  n: number,
  { better }: Pick<Metric, "better">,
): Pick<Standings, "systems" | "gap"> {
  const draws = n === 0 ? 0 : values.length / n;
  const sign = better === "higher" ? 1 : -1;
  const worth = (value: number): number => (Number.isNaN(value) ? Number.NEGATIVE_INFINITY : sign * value);
  const ranks = points.map((own) => 1 + points.filter((other) => worth(other) > worth(own)).length);
  const shares = points.map(() => new Float64Array(n));
  for (let draw = 0; draw < draws; draw++) {
    for (let s = 0; s < n; s++) {
      let place = 0;
      for (let o = 0; o < n; o++) if (worth(values[draw * n + o] as number) > worth(values[draw * n + s] as number)) place++;
      const share = shares[s] as Float64Array;
      share[place] = (share[place] as number) + 1 / draws;
    }
  }
  const { isBetter, gap } = simultaneous(points.map(worth), values, n, sign);
  const letters = compactLetters(ranks, (a, b) => isBetter(a, b) || isBetter(b, a));
  const systems = points.map((value, s): Standing => {
    const above = points.filter((_, o) => isBetter(o, s)).length;
    const below = points.filter((_, o) => isBetter(s, o)).length;
    const interval = percentile(values, n, s);
    return {
      value: { kind: "value", value },
      ...(interval === undefined ? {} : { interval }),
      rank: ranks[s] as number,
      ...(draws === 0 ? {} : { range: rangeOf(shares[s] as Float64Array, ranks[s] as number), set: { low: 1 + above, high: n - below } }),
      ranks: shares[s] as Float64Array,
      first: shares[s]?.[0] ?? 0,
      letters: letters[s] as string,
    };
  });
  return { systems, ...(gap === undefined ? {} : { gap }) };
}

function percentile(values: Float64Array, n: number, s: number): Interval | undefined {
  const own = values.filter((value, at) => at % n === s && !Number.isNaN(value)).sort();
  return own.length === 0 ? undefined : { low: quantile(own, 0.025), high: quantile(own, 0.975), by: "percentile" };
}

function rangeOf(shares: Float64Array, rank: number): Places {
  let sum = 0;
  let low = 0;
  let high = 0;
  for (let place = 0; place < shares.length; place++) {
    sum += shares[place] as number;
    if (low === 0 && sum > 0.025) low = place + 1;
    if (high === 0 && sum >= 0.975) high = place + 1;
  }
  return { low: Math.min(low, rank), high: Math.max(high, rank) };
}

/** Which system is better than which, all pairs at once at 5 %: studentised differences against the largest of them in each draw. */
function simultaneous(
  points: readonly number[],
  values: Float64Array,
  n: number,
  sign: number,
): { isBetter: (a: number, b: number) => boolean; gap: number | undefined } {
  const draws = n === 0 ? 0 : values.length / n;
  if (draws === 0) return { isBetter: () => false, gap: undefined };
  const largest = new Float64Array(draws);
  const spread = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const point = (points[a] as number) - (points[b] as number);
      const off = Float64Array.from(
        { length: draws },
        (_, d) => sign * ((values[d * n + a] as number) - (values[d * n + b] as number)) - point,
      );
      const squares = off.reduce((sum, one) => sum + (Number.isNaN(one) ? 0 : one * one), 0);
      const deviation = Math.sqrt(squares / draws);
      spread[a * n + b] = deviation;
      spread[b * n + a] = deviation;
      if (deviation === 0) continue;
      for (let d = 0; d < draws; d++) largest[d] = Math.max(largest[d] as number, Math.abs(off[d] as number) / deviation || 0);
    }
  }
  const limit = quantile(largest.toSorted(), 0.95);
  const order = points.map((_, s) => s).sort((a, b) => (points[b] as number) - (points[a] as number));
  const gaps = order.slice(1).map((b, i) => 1.959963984540054 * (spread[(order[i] as number) * n + b] as number));
  return {
    isBetter: (a, b) => (points[a] as number) - (points[b] as number) > limit * (spread[a * n + b] as number),
    gap: gaps.length === 0 ? undefined : quantile(Float64Array.from(gaps).sort(), 0.5),
  };
}
