import type { Standing } from "@stepladder/wasm/stats/contract.ts";
import { formatScore, inSentence, titleWithUnit } from "../../format.ts";
import type { ChartMetric } from "../frame.ts";
import { type Cell, type Chart, figure, whole } from "../table.ts";

/** Items of `from` to `to` steps, and how many they are. */
export interface LengthBin {
  readonly from: number;
  readonly to: number;
  readonly items: number;
}

/** A value with its interval, where it has one. */
export interface LengthPoint {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
}

export interface LengthData {
  readonly bins: readonly LengthBin[];
  /** Best first overall; a point for each bin. */
  readonly systems: readonly { readonly name: string; readonly points: readonly (LengthPoint | undefined)[] }[];
}

/** Neighbouring lengths put together until each bin holds a tenth of the items, and 20 at least. */
export function lengthBins(lengths: readonly number[]): LengthBin[] {
  const least = Math.max(20, lengths.length / 10);
  const bins: { from: number; to: number; items: number }[] = [];
  for (const length of lengths.toSorted((a, b) => a - b)) {
    const last = bins.at(-1);
    if (last === undefined || (last.items >= least && length !== last.to)) bins.push({ from: length, to: length, items: 1 });
    else {
      last.to = length;
      last.items++;
    }
  }
  const [before, rest] = bins.slice(-2);
  if (before === undefined || rest === undefined || rest.items >= least) return bins;
  return [...bins.slice(0, -2), { from: before.from, to: rest.to, items: before.items + rest.items }];
}

/** Weights of the items of a bin: 1 for those in it, 0 for the others. */
export function weightsOfBin(lengths: readonly number[], { from, to }: LengthBin): Float64Array {
  return Float64Array.from(lengths, (length) => Number(from <= length && length <= to));
}

/** A system's standing on the items of one bin as a point. */
export function pointOf({ value, interval }: Standing): LengthPoint | undefined {
  return value.kind === "none" ? undefined : { value: value.value, ...(interval && { low: interval.low, high: interval.high }) };
}

/** "4" or "8 to 12". */
export function binText({ from, to }: LengthBin): string {
  return from === to ? String(from) : `${from} to ${to}`;
}

/** The curve by length as a chart of a board. */
export function lengths(data: LengthData, metric: ChartMetric): Chart {
  const shown = highlighted(data.systems.length);
  return {
    id: "lengths",
    title: lengthsTitle(data, metric),
    note: "Bands are 95 % intervals over the items of that length. The first, the middle and the last system of the board are set off, the others are thin lines; grey bars say how many items there are.",
    table: {
      head: [
        "Steps",
        "Items",
        ...data.systems.flatMap(({ name }, s) => [`${name}: ${titleWithUnit(metric)}`, ...(shown.includes(s) ? ["Low", "High"] : [])]),
      ],
      rows: data.bins.map((bin, b): Cell[] => [
        binText(bin),
        whole(bin.items),
        ...data.systems.flatMap(({ points }, s) => {
          const point = points[b];
          return shown.includes(s)
            ? [point?.value, point?.low, point?.high].map((value) => figure(value, metric.unit))
            : [figure(point?.value, metric.unit)];
        }),
      ]),
    },
  };
}

/** The systems that are set off: the first, the middle and the last. */
export function highlighted(count: number): number[] {
  return [...new Set([0, Math.floor(count / 2), count - 1])];
}

/** What length does to the leader: beyond chance where its intervals on the shortest and on the longest items do not meet. */
export function lengthsTitle({ bins, systems: [leader] }: LengthData, { title, unit, better }: ChartMetric): string {
  const [first, last] = [leader?.points[0], leader?.points.at(-1)];
  const [shortest, longest] = [bins[0], bins.at(-1)];
  if (leader === undefined || first === undefined || last === undefined || shortest === undefined || longest === undefined) {
    return `${title} by number of steps`;
  }
  const path = `from ${formatScore(first.value, unit)} at ${stepsText(shortest)} to ${formatScore(last.value, unit)} at ${stepsText(longest)}`;
  const apart = meet(first, last) ? undefined : last.value > first.value === (better === "higher");
  if (apart === undefined) return `Length changes ${inSentence(title)} of ${leader.name} no more than chance does: ${path}`;
  return `Longer items are ${apart ? "easier" : "harder"} for ${leader.name}: ${path}`;
}

function stepsText(bin: LengthBin): string {
  return `${binText(bin)} ${bin.to === 1 ? "step" : "steps"}`;
}

function meet(a: LengthPoint, b: LengthPoint): boolean {
  const [low, high] = a.value < b.value ? [a, b] : [b, a];
  return (low.high ?? Number.POSITIVE_INFINITY) >= (high.low ?? Number.NEGATIVE_INFINITY);
}
