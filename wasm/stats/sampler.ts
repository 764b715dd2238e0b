import type { Kernels } from "../host/kernels.ts";
import { isRanked, type RankedMetric, type SummedMetric } from "../metrics/contract.ts";
import { Columns, type Figure, finishOf, jackknife, type Placed } from "./columns.ts";
import { type Drawing, drawingOf } from "./contract.ts";
import { type Clusters, countsOf } from "./draws.ts";
import { bootstrap, bootstrapPlaces } from "./resample.ts";

/** The same draws of clusters for some figures, whatever these are computed from. */
export interface Sampler {
  readonly figures: number;
  readonly draws: number;
  readonly isRanked: boolean;
  /** Writes `sign` times the value of figure f in draw d to place f * room + d; NaN without a value. `target` is asked for once memory has grown. */
  fill(target: () => Float64Array, room: number, sign: 1 | -1): void;
  /** A figure without each cluster in turn (the jackknife). */
  leftOut(figure: number): Float64Array;
}

/** Draws figures that are all sums, or all ranked. */
export function samplerOf(kernels: Kernels, figures: readonly Figure[], clusters: Clusters, drawing: Drawing): Sampler {
  const summed = figures.flatMap((figure) => (isSummed(figure) ? [figure] : []));
  if (summed.length < figures.length) return rankedSampler(figures as readonly Figure<RankedMetric>[], clusters, drawing);
  const columns = new Columns(clusters);
  const placed = summed.map((figure) => columns.place(figure));
  return summedSampler(kernels, columns, placed, drawing);
}

/** Whether a figure's metric is a formula over sums. */
export function isSummed(figure: Figure): figure is Figure<SummedMetric> {
  return !isRanked(figure.metric);
}

/** Draws sums of columns, and finishes figures from them. */
export function summedSampler(kernels: Kernels, columns: Columns, placed: readonly Placed[], drawing: Drawing): Sampler {
  return {
    figures: placed.length,
    draws: drawing.draws,
    isRanked: false,
    fill: (target, room, sign) => {
      const places = bootstrapPlaces(columns);
      const finishes = placed.map((one) => finishOf(one, places));
      // A view asked for late: the bootstrap may grow the memory before the first draw.
      let values: Float64Array = new Float64Array(0);
      bootstrap(kernels, columns, drawing, (row, at, draw) => {
        if (values.length === 0) values = target();
        let to = draw;
        for (const finish of finishes) {
          values[to] = sign * finish(row, at);
          to += room;
        }
      });
    },
    leftOut: (figure) => jackknife(columns, placed[figure] as Placed),
  };
}

/** Ranks anew in every draw, an event as often as its item was drawn; fewer draws than of sums, for each costs a walk over all events. */
function rankedSampler(figures: readonly Figure<RankedMetric>[], { of, count }: Clusters, drawing: Drawing): Sampler {
  const { seed, draws } = drawingOf((figures[0] as Figure).metric, drawing);
  const weights = new Float64Array(of.length);
  const weigh = (counts: ArrayLike<number>): void => {
    for (let i = 0; i < of.length; i++) weights[i] = (of[i] as number) < 0 ? 0 : (counts[of[i] as number] as number);
  };
  const drawn = ({ metric, matrix }: Figure): number => {
    const value = metric.value(matrix, weights);
    return value.kind === "value" ? value.value : Number.NaN;
  };
  return {
    figures: figures.length,
    draws,
    isRanked: true,
    fill: (target, room, sign) => {
      const values = target();
      for (let draw = 0; draw < draws; draw++) {
        weigh(countsOf(seed, draw, count));
        for (const [f, figure] of figures.entries()) values[f * room + draw] = sign * drawn(figure);
      }
    },
    leftOut: (figure) => {
      const counts = new Uint8Array(count).fill(1);
      return Float64Array.from({ length: count }, (_, cluster) => {
        counts[cluster] = 0;
        weigh(counts);
        counts[cluster] = 1;
        return drawn(figures[figure] as Figure);
      });
    },
  };
}
