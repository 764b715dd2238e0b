import type { Kernels } from "../host/kernels.ts";
import { isRanked } from "../metrics/contract.ts";
import type { Figure } from "./columns.ts";
import { type Drawing, drawingOf, type Field, type Interval, type Places, type Standing, type Standings } from "./contract.ts";
import { type Clusters, clustersOf } from "./draws.ts";
import { resampledInterval, wilsonOf } from "./intervals.ts";
import { compactLetters } from "./letters.ts";
import { samplerOf } from "./sampler.ts";
import { signOf, Worths } from "./worths.ts";

/** A system that has a value on the slice. */
interface Known extends Figure {
  readonly value: number;
}

/** How the systems of a field stand, with what chance makes of it: every system is measured on the same draws. Figures of a whole file have no rank. */
export function standingsOf(kernels: Kernels, field: Field, drawing: Drawing): Standings {
  const { metric, systems, weights } = field;
  const clusters = clustersOf(field);
  const points = systems.map((matrix) => metric.value(matrix, weights));
  const isWhole = isRanked(metric) && metric.whole;
  const known = isWhole ? [] : points.flatMap((point, s) => (point.kind === "value" ? [s] : []));
  const figures = known.map((s): Known => {
    const point = points[s];
    return { metric, matrix: systems[s] as Figure["matrix"], value: point?.kind === "value" ? point.value : Number.NaN };
  });
  const told = stand(kernels, field, figures, clusters, drawing);
  const standings = points.map((value): Standing => ({ value, ranks: new Float64Array(known.length), first: 0, letters: "" }));
  for (const [i, s] of known.entries()) standings[s] = told.systems[i] as Standing;
  return {
    systems: standings,
    items: clusters.items,
    clusters: clusters.count,
    draws: drawingOf(metric, drawing).draws,
    ...(told.gap === undefined ? {} : { gap: told.gap }),
  };
}

function stand(
  kernels: Kernels,
  { metric, weights }: Field,
  figures: readonly Known[],
  clusters: Clusters,
  drawing: Drawing,
): Pick<Standings, "systems" | "gap"> {
  const sign = signOf(metric);
  const points = Float64Array.from(figures, ({ value }) => sign * value);
  const ranks = [...points].map((own) => 1 + points.filter((other) => other > own).length);
  if (clusters.count < 2 || figures.length === 0)
    return { systems: figures.map((figure, s) => alone(figure, ranks[s] as number, figures.length)) };
  const mark = kernels.arena.mark();
  const sampler = samplerOf(kernels, figures, clusters, drawing);
  const worths = new Worths(kernels, sampler, clusters.count, sign);
  const places = worths.places();
  const { isBetter, gap } = worths.simultaneous(points);
  const letters = compactLetters(ranks, (a, b) => isBetter(a, b) || isBetter(b, a));
  const intervalOf = (figure: Known, s: number): Interval | undefined =>
    wilsonOf(figure, weights, clusters, figure.value) ??
    resampledInterval(
      kernels,
      sampler,
      worths.of(s).map((worth) => sign * worth),
      figure.value,
      sampler.leftOut(s),
    );
  const systems = figures.map((figure, s): Standing => {
    const interval = intervalOf(figure, s);
    const rank = ranks[s] as number;
    const counts = places.subarray(s * figures.length, (s + 1) * figures.length);
    const above = figures.filter((_, o) => isBetter(o, s)).length;
    const below = figures.filter((_, o) => isBetter(s, o)).length;
    return {
      value: { kind: "value", value: figure.value },
      ...(interval === undefined ? {} : { interval }),
      rank,
      range: rangeOf(counts, worths.draws, rank),
      set: { low: 1 + above, high: figures.length - below },
      ranks: Float64Array.from(counts, (count) => count / worths.draws),
      first: (counts[0] as number) / worths.draws,
      letters: letters[s] as string,
    };
  });
  kernels.arena.release(mark);
  return { systems, ...(gap === undefined ? {} : { gap }) };
}

/** One of `n` systems of which nothing but the value is known. */
function alone({ value }: Known, rank: number, n: number): Standing {
  return { value: { kind: "value", value }, rank, ranks: new Float64Array(n), first: 0, letters: "a" };
}

/** The places of the middle 95 % of draws, and the rank. */
function rangeOf(counts: Uint32Array, draws: number, rank: number): Places {
  let sum = 0;
  let low = 0;
  let high = 0;
  for (let place = 0; place < counts.length; place++) {
    sum += counts[place] as number;
    if (low === 0 && sum / draws > 0.025) low = place + 1;
    if (high === 0 && sum / draws >= 0.975) high = place + 1;
  }
  return { low: Math.min(low, rank), high: Math.max(high, rank) };
}
