import { amongOf, type Matrix, type Metric, type SummedMetric } from "../metrics/contract.ts";
import type { Clusters } from "./draws.ts";

/** One figure: a metric of one system. */
export interface Figure<Of extends Metric = Metric> {
  readonly metric: Of;
  readonly matrix: Matrix;
}

/** What a figure is finished from, as numbers of columns; one for each group that it is a mean over. */
interface Part {
  readonly sums: readonly number[];
  readonly weight: number;
  /** Number of items, whether the metric asks about them or not: a group without any is left out of the mean. */
  readonly items: number;
}

/** A figure by the columns that it needs; without parts it never has a value. */
export interface Placed {
  readonly metric: SummedMetric;
  readonly parts: readonly Part[];
}

/** Sums within clusters of all that figures are finished from. Columns that are equal, as gold's are for all systems, are kept once. */
export class Columns {
  /** One number for each cluster. */
  readonly kept: Float64Array[] = [];
  readonly clusters: Clusters;
  #itemCounts: number | undefined;

  constructor(clusters: Clusters) {
    this.clusters = clusters;
  }

  /** Adds what a figure needs. */
  place({ metric, matrix }: Figure<SummedMetric>): Placed {
    const among = amongOf(metric, matrix);
    const partOf = (group?: number): Part => {
      const weight = among === undefined && group === undefined ? this.#ones(matrix) : this.#add(matrix, undefined, among, group);
      return {
        sums: metric.statistics.map((id) => this.#add(matrix, matrix.columns[id], among, group)),
        weight,
        items: group === undefined || among === undefined ? weight : this.#add(matrix, undefined, undefined, group),
      };
    };
    if (!metric.byGroup) return { metric, parts: [partOf()] };
    return { metric, parts: Array.from({ length: matrix.groups?.count ?? 0 }, (_, group) => partOf(group)) };
  }

  /** The number of the column that counts the items of each cluster: nearly every figure has it. */
  #ones(matrix: Matrix): number {
    this.#itemCounts ??= this.#add(matrix, undefined, undefined, undefined);
    return this.#itemCounts;
  }

  /** The number of a column: the sum over items of each cluster of their `column` (1 where absent). */
  #add({ groups }: Matrix, column: Float64Array | undefined, among: Float64Array | undefined, group: number | undefined): number {
    const { of, count } = this.clusters;
    const sums = new Float64Array(count);
    for (let i = 0; i < of.length; i++) {
      const cluster = of[i] as number;
      if (cluster < 0 || among?.[i] === 0 || (group !== undefined && groups?.of[i] !== group)) continue;
      sums[cluster] = (sums[cluster] as number) + (column === undefined ? 1 : (column[i] as number));
    }
    const held = this.kept.findIndex((other) => isEqual(sums, other));
    return held >= 0 ? held : this.kept.push(sums) - 1;
  }
}

function isEqual(a: Float64Array, b: Float64Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Finishes a figure from a row of sums that begins at `at`; column c stands at `places[c]` there. NaN where it has no value. */
export type Finish = (row: Float64Array, at: number) => number;

/** How a figure is finished from rows of sums. Its memory is its own: it must not be called while it runs. */
export function finishOf({ metric, parts }: Placed, places: Int32Array): Finish {
  const finishes = parts.map((part) => finishPart(metric, part, places));
  const [only] = finishes;
  if (!metric.byGroup && only !== undefined) return only;
  const items = parts.map((part) => places[part.items] as number);
  return (row, at) => {
    let sum = 0;
    let groups = 0;
    for (let g = 0; g < finishes.length; g++) {
      if (row[at + (items[g] as number)] === 0) continue;
      sum += (finishes[g] as Finish)(row, at);
      groups++;
    }
    return sum / groups;
  };
}

function finishPart(metric: SummedMetric, part: Part, places: Int32Array): Finish {
  const own = Int32Array.from(part.sums, (column) => places[column] as number);
  const weight = places[part.weight] as number;
  const sums = new Float64Array(own.length);
  return (row, at) => {
    for (let i = 0; i < own.length; i++) sums[i] = row[at + (own[i] as number)] as number;
    const value = metric.finish(sums, row[at + weight] as number);
    return value.kind === "value" ? value.value : Number.NaN;
  };
}

/** A figure by its own columns: those that it needs, and how it is finished from a row that holds just them, in this order. */
export interface Unrolled {
  readonly columns: readonly number[];
  readonly finish: Finish;
}

/** Gives a figure columns of its own, in the order in which it needs them. */
export function unroll({ metric, parts }: Placed): Unrolled {
  const columns: number[] = [];
  const own = (column: number): number => columns.push(column) - 1;
  const renumbered = parts.map(({ sums, weight, items }) => ({ sums: sums.map(own), weight: own(weight), items: own(items) }));
  return { columns, finish: finishOf({ metric, parts: renumbered }, Int32Array.from(columns.keys())) };
}

/** The figure without each cluster in turn (the jackknife). */
export function jackknife({ kept, clusters }: Columns, placed: Placed): Float64Array {
  const { columns, finish } = unroll(placed);
  const own = columns.map((column) => kept[column] as Float64Array);
  const totals = own.map(total);
  const row = new Float64Array(own.length);
  return Float64Array.from({ length: clusters.count }, (_, cluster) => {
    for (let k = 0; k < own.length; k++) row[k] = (totals[k] as number) - (own[k]?.[cluster] as number);
    return finish(row, 0);
  });
}

/** Sum of a column, left to right. */
export function total(column: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < column.length; i++) sum += column[i] as number;
  return sum;
}
