import { inSentence, titleWithUnit } from "../../format.ts";
import type { ChartMetric } from "../frame.ts";
import { type Cell, type Chart, figure } from "../table.ts";

/** One slice: the metric of each system for each of its values; absent where there is none. */
export interface SliceData {
  readonly slice: { readonly id: string; readonly title: string };
  readonly values: readonly string[];
  /** Best first overall. */
  readonly systems: readonly { readonly name: string; readonly scores: readonly (number | undefined)[] }[];
}

/** A slice's heat map as a chart of a board. */
export function slices(data: SliceData, metric: ChartMetric): Chart {
  return {
    id: `heat-${data.slice.id}`,
    title: slicesTitle(data, metric),
    note: `The figure of each system by ${inSentence(data.slice.title)}; systems are in the order of the board. The stronger the ground, the ${metric.better} the value.`,
    table: {
      head: ["System", ...data.values.map((value) => `${value}: ${titleWithUnit(metric)}`)],
      rows: data.systems.map(({ name, scores }): Cell[] => [name, ...scores.map((value) => figure(value, metric.unit))]),
    },
  };
}

/** Which value of a slice is the hardest for most systems, and whether one system leads everywhere. */
export function slicesTitle({ slice, values, systems }: SliceData, { better }: ChartMetric): string {
  const sign = better === "higher" ? 1 : -1;
  const worth = (value: number | undefined): number => (value === undefined ? Number.NaN : sign * value);
  const worst = values.map((_, v) => systems.filter(({ scores }) => isLeast(scores.map(worth), v)).length);
  const most = Math.max(...worst);
  const hardest = values[worst.indexOf(most)];
  const leaders = values.flatMap((_, v) => {
    const column = systems.map(({ scores }) => -worth(scores[v]));
    return systems.flatMap(({ name }, s) => (isLeast(column, s) ? [name] : []));
  });
  const lead = new Set(leaders).size === 1 ? `${leaders[0]} leads everywhere` : `${new Set(leaders).size} different systems lead somewhere`;
  return `By ${inSentence(slice.title)}: ${hardest} is the hardest for ${most === systems.length ? `all ${most} systems` : `${most} of ${systems.length} systems`}; ${lead}`;
}

/** Whether no known value is less than that at `place`. */
function isLeast(values: readonly number[], place: number): boolean {
  const own = values[place] as number;
  return !Number.isNaN(own) && !values.some((value) => value < own);
}
