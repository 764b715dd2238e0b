import type { Kernels } from "../host/kernels.ts";
import { amongOf, type Weights } from "../metrics/contract.ts";
import { bcaInterval } from "./bca.ts";
import type { Figure } from "./columns.ts";
import type { Drawing, Field, Interval } from "./contract.ts";
import { type Clusters, clustersOf } from "./draws.ts";
import { quantile } from "./quantile.ts";
import { isSummed, type Sampler, samplerOf } from "./sampler.ts";
import { sorted } from "./sort/sorted.ts";
import { wilson } from "./wilson.ts";

/**
 * The 95 % intervals of figures, all from the same draws; whichever others are asked for with it, a figure's interval is the same to
 * the last bit. Absent where a figure has no value, where fewer than two clusters are drawn, and where it would have no width.
 */
export function intervalsOf(
  kernels: Kernels,
  figures: readonly Figure[],
  { weights, clusters: given }: Pick<Field, "weights" | "clusters">,
  drawing: Drawing,
): (Interval | undefined)[] {
  const clusters = clustersOf({ systems: figures.map(({ matrix }) => matrix), weights, clusters: given });
  const points = figures.map(({ metric, matrix }) => metric.value(matrix, weights));
  const intervals = figures.map((figure, f) => {
    const point = points[f];
    return point?.kind === "value" ? wilsonOf(figure, weights, clusters, point.value) : undefined;
  });
  const left = figures.flatMap((_, f) => (points[f]?.kind === "value" && intervals[f] === undefined ? [f] : []));
  if (clusters.count < 2 || left.length === 0) return intervals;
  for (const kind of [left.filter((f) => isSummed(figures[f] as Figure)), left.filter((f) => !isSummed(figures[f] as Figure))]) {
    if (kind.length === 0) continue;
    const sampler = samplerOf(
      kernels,
      kind.map((f) => figures[f] as Figure),
      clusters,
      drawing,
    );
    const values = new Float64Array(kind.length * sampler.draws);
    sampler.fill(() => values, sampler.draws, 1);
    for (const [k, f] of kind.entries()) {
      const point = points[f];
      if (point?.kind !== "value") continue;
      const own = values.slice(k * sampler.draws, (k + 1) * sampler.draws);
      intervals[f] = resampledInterval(kernels, sampler, own, point.value, sampler.leftOut(k));
    }
  }
  return intervals;
}

/** Wilson's interval, where every item is a draw of its own and every row 0 or 1. */
export function wilsonOf(figure: Figure, weights: Weights, clusters: Clusters, value: number): Interval | undefined {
  const trials = trialsOf(figure, weights, clusters);
  const interval = trials === undefined || clusters.count < 2 ? undefined : wilson(value, trials);
  return interval && { ...interval, by: "wilson" };
}

/** How many independent draws of 0 or 1 a figure is the mean of; absent where it is no such mean. */
export function trialsOf(figure: Figure, weights: Weights, clusters: Clusters): number | undefined {
  if (!isSummed(figure)) return undefined;
  const { metric, matrix } = figure;
  const [statistic = ""] = metric.statistics;
  const column = matrix.columns[statistic];
  if (!metric.binary || clusters.count !== clusters.items || column === undefined) return undefined;
  const among = amongOf(metric, matrix);
  let trials = 0;
  for (let i = 0; i < matrix.items; i++) {
    if (weights?.[i] === 0 || among?.[i] === 0) continue;
    if (column[i] !== 0 && column[i] !== 1) return undefined;
    trials++;
  }
  return trials;
}

/** Least share of draws of a ranked figure on either side of its value. */
const EVEN = 0.1;

/**
 * The interval of a sampler's `draws` of a figure: BCa, or the middle of the draws where that cannot be made. None where it would have no
 * width: that hardly anything varies among these items does not make the figure certain. None for a ranked figure whose draws lie nearly
 * all on one side of its value: drawing distorts it, for a class with few things to find loses them or finds them twice.
 */
export function resampledInterval(
  kernels: Kernels,
  { isRanked }: Pick<Sampler, "isRanked">,
  draws: Float64Array,
  point: number,
  leftOut: Float64Array,
): Interval | undefined {
  const rising = sorted(kernels, draws);
  if (rising.length === 0) return undefined;
  if (isRanked && (quantile(rising, EVEN) > point || quantile(rising, 1 - EVEN) < point)) return undefined;
  const corrected = bcaInterval(rising, point, leftOut);
  const { low, high } = corrected ?? { low: quantile(rising, 0.025), high: quantile(rising, 0.975) };
  return low < high ? { low, high, by: corrected === undefined ? "percentile" : "bca" } : undefined;
}
