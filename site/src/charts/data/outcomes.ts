import { inSentence, plural } from "../../format.ts";
import { type ChartMetric, domainOf } from "../frame.ts";
import { linear } from "../scale.ts";
import { type Cell, type Chart, figure, whole } from "../table.ts";
import { type Clustering, clustered } from "./cluster.ts";

/** Neighbouring items as one column: their number, the first of them, and for each system the mean of their values; absent where none has one. */
export interface OutcomeColumn {
  readonly items: number;
  readonly first: string;
  readonly values: readonly (number | undefined)[];
}

export interface OutcomesData {
  /** In the order of `columns[].values`, alike ones beside each other. */
  readonly systems: readonly string[];
  readonly clustering: Clustering;
  readonly columns: readonly OutcomeColumn[];
  readonly items: number;
  /** Ends of the values of single items. */
  readonly domain: readonly [number, number];
  /** Items on which every system reaches the better end, and on which every one stays at the worse. */
  readonly all: number;
  readonly none: number;
  /** The two systems that differ least. */
  readonly closest: readonly [string, string];
}

/** Most columns of a drawing; more items than that share them. */
const COLUMNS = 240;
/** Bands of difficulty. */
const BANDS = 10;

/**
 * What the outcome matrix is drawn from: `values[s][i]`, the metric of item i alone for system s (best first), NaN where it has none.
 * Systems are clustered by mean absolute difference. Items go from the easiest to the hardest in ten bands of their mean over
 * systems; inside a band each is followed by the one most like it that is left.
 */
export function outcomesData(
  names: readonly string[],
  values: readonly Float64Array[],
  ids: readonly string[],
  { unit, better }: ChartMetric,
): OutcomesData {
  const domain: readonly [number, number] =
    unit === "fraction" ? [0, 1] : domainOf(values.flatMap((own) => [...own.filter((one) => !Number.isNaN(one))]));
  const worth = linear(better === "higher" ? domain : [domain[1], domain[0]], [0, 1]);
  const worths = values.map((own) => own.map(worth));
  const clustering = clustered(names.length, (a, b) => off(worths[a] as Float64Array, worths[b] as Float64Array));
  const order = seriated(worths);
  const known = clustering.order.map((s) => values[s] as Float64Array);
  const nearest = clustering.joins.reduce((least, one) => (one.distance < least.distance ? one : least));
  const systems = clustering.order.map((s) => names[s] as string);
  const at = (level: number): number => ids.filter((_, i) => worths.every((own) => own[i] === level)).length;
  return {
    systems,
    clustering,
    columns: columnsOf(order, known, ids),
    items: ids.length,
    domain,
    all: at(1),
    none: at(0),
    closest: [systems[nearest.from] as string, systems[nearest.to] as string],
  };
}

function columnsOf(order: readonly number[], values: readonly Float64Array[], ids: readonly string[]): OutcomeColumn[] {
  const each = Math.ceil(order.length / COLUMNS);
  return Array.from({ length: Math.ceil(order.length / each) }, (_, column) => {
    const items = order.slice(column * each, (column + 1) * each);
    return {
      items: items.length,
      first: ids[items[0] as number] as string,
      values: values.map((own) => mean(items.map((i) => own[i] as number))),
    };
  });
}

/** Mean of the values that there are. */
function mean(values: readonly number[]): number | undefined {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** Mean absolute difference over items of which both have a value. */
function off(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (const [i, value] of a.entries()) {
    const apart = Math.abs(value - (b[i] as number));
    if (Number.isNaN(apart)) continue;
    sum += apart;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

function seriated(worths: readonly Float64Array[]): number[] {
  const items = worths[0]?.length ?? 0;
  const bands = Array.from({ length: BANDS + 1 }, (): number[] => []);
  for (let i = 0; i < items; i++) bands[Math.round(BANDS * (mean(worths.map((own) => own[i] as number)) ?? 0))]?.push(i);
  const order: number[] = [];
  for (const band of bands.toReversed()) {
    const left = new Set(band);
    while (left.size > 0) {
      const last = order.at(-1);
      const next = last === undefined ? (band[0] as number) : nearestTo(last, left, worths);
      order.push(next);
      left.delete(next);
    }
  }
  return order;
}

function nearestTo(item: number, among: Iterable<number>, worths: readonly Float64Array[]): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const other of among) {
    let sum = 0;
    // A missing value is as far from a known one as can be, and no way from another missing one.
    for (const own of worths)
      sum += Math.abs((own[item] || 0) - (own[other] || 0)) + Number(Number.isNaN(own[item]) !== Number.isNaN(own[other]));
    if (sum < least) [best, least] = [other, sum];
    if (sum === 0) break;
  }
  return best;
}

/** The outcome matrix as a chart of a board. */
export function outcomes(data: OutcomesData, metric: ChartMetric): Chart {
  const most = data.columns[0]?.items ?? 1;
  const column = most === 1 ? "Each column is one item" : `Each column is the mean of ${most} neighbouring items`;
  return {
    id: "outcomes",
    title: outcomesTitle(data, metric),
    note: `${column}, from the easiest on the left to the hardest in ten bands, alike ones side by side. Systems are clustered by how much their values differ item by item; the further right two are joined, the less alike they are.`,
    table: {
      head: ["Column", "Items", "First item", ...data.systems],
      rows: data.columns.map(({ items, first, values }, c): Cell[] => [
        String(c + 1),
        whole(items),
        first,
        ...values.map((value) => figure(value, metric.unit)),
      ]),
    },
  };
}

/** How many items tell systems apart at all, and which two are the most alike. */
export function outcomesTitle({ items, all, none, closest: [a, b] }: OutcomesData, { title, unit }: ChartMetric): string {
  const alike = `${a} and ${b} are the most alike`;
  if (unit !== "fraction") return `Item by item, ${inSentence(title)}: ${alike}`;
  return `Of ${plural(items, "item")} all systems have full marks on ${share(all, items)} and none has any on ${share(none, items)}; ${alike}`;
}

function share(some: number, all: number): string {
  return `${((100 * some) / all).toFixed(1)}\u00a0%`;
}
