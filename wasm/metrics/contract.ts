import type { Kernels } from "../host/kernels.ts";

/** One number measured per item. */
export interface Statistic {
  readonly id: string;
  readonly title: string;
}

/** The whole result of one system on one track: items x statistics, one column each, in gold order. */
export interface Matrix {
  readonly items: number;
  readonly columns: Readonly<Record<string, Float64Array>>;
  /** Group of each item, for figures that are means over groups. */
  readonly groups?: { readonly of: Int32Array; readonly count: number };
}

/** A figure, or why there is none. Never NaN, null or 0 in place of "cannot be said". */
export type Value = { readonly kind: "value"; readonly value: number } | { readonly kind: "none"; readonly reason: string };

/** How items are weighted: a slice is 0 / 1, a bootstrap draw a count per item; absent means all 1. */
export type Weights = Float64Array | undefined;

/** What a reader sees of a metric, and the one way to get its value. */
export interface Metric {
  readonly id: string;
  readonly title: string;
  readonly unit: "fraction" | "steps";
  readonly better: "higher" | "lower";
  /** Whether a row's statistic is 0 or 1, which gives it exact intervals and pass@k. */
  readonly binary: boolean;
  /** What it says, in one sentence, with its source. */
  readonly explains: string;
  readonly source: string;
  /** Family whose kernel measures its statistics. */
  readonly family: string;
  readonly statistics: readonly string[];
  value(matrix: Matrix, weights: Weights): Value;
}

/** A metric that is a formula over weighted sums of its statistics (DESIGN section 1). */
export type AdditiveMetric = Omit<Metric, "value"> & {
  /** `sums[i]` belongs to `statistics[i]`; `weight` is the sum of weights. With groups it is called once per group and the results averaged. */
  finish(sums: Float64Array, weight: number): Value;
  readonly byGroup?: boolean;
};

/**
 * What measures: a kernel family joined with a track's own encoding (`states(codec)`). Gold becomes columns once; a
 * `Measurer` then takes predictions one by one and runs the kernel over whole batches.
 */
export interface Measure<Item, Prediction> {
  readonly family: string;
  readonly statistics: readonly Statistic[];
  gold(): GoldColumns<Item, Prediction>;
}

/** Gold as columns, filled item by item; the host keeps no gold records, only these bytes. */
export interface GoldColumns<Item, Prediction> {
  /** Adds the next item; throws RecordProblem where it cannot be gold. */
  add(item: Item): void;
  /** Copies the columns into an instance's arena, once; nothing may be added after. */
  measurer(kernels: Kernels): Measurer<Prediction>;
}

export interface Measurer<Prediction> {
  /** Number of predictions waiting for `flush`. */
  readonly queued: number;
  /** Queues a prediction for the item at gold index `item`; throws RecordProblem where it cannot be encoded. */
  add(item: number, prediction: Prediction): void;
  /** One row (all statistics side by side) for each queued prediction, in order. */
  flush(): Float64Array<ArrayBuffer>;
}

/** Makes a metric from its formula: weighted column sums in item order, left to right, then `finish`. */
export function additive(metric: AdditiveMetric): Metric {
  return {
    ...metric,
    value: (matrix, weights) => (metric.byGroup ? meanOverGroups(metric, matrix, weights) : finish(metric, matrix, weights)),
  };
}

function finish(metric: AdditiveMetric, matrix: Matrix, weights: Weights, group?: number): Value {
  const sums = Float64Array.from(metric.statistics, (id) => weightedSum(matrix, matrix.columns[id] as Float64Array, weights, group));
  return metric.finish(sums, weightedSum(matrix, undefined, weights, group));
}

/** Sum of w_i * x_i (x = 1 where absent). Plain left-to-right order is what the official scorers use, to the last bit. */
function weightedSum({ items, groups }: Matrix, column: Float64Array | undefined, weights: Weights, group: number | undefined): number {
  let sum = 0;
  for (let i = 0; i < items; i++) {
    if (group !== undefined && groups?.of[i] !== group) continue;
    const weight = weights === undefined ? 1 : (weights[i] as number);
    if (weight !== 0) sum += weight * (column === undefined ? 1 : (column[i] as number));
  }
  return sum;
}

/** The plain mean of the figure over groups that hold any weight. */
function meanOverGroups(metric: AdditiveMetric, matrix: Matrix, weights: Weights): Value {
  if (matrix.groups === undefined) return { kind: "none", reason: "items carry no group" };
  let sum = 0;
  let groups = 0;
  for (let g = 0; g < matrix.groups.count; g++) {
    if (weightedSum(matrix, undefined, weights, g) === 0) continue;
    const value = finish(metric, matrix, weights, g);
    if (value.kind === "none") return value;
    sum += value.value;
    groups++;
  }
  return groups === 0 ? { kind: "none", reason: "no items" } : { kind: "value", value: sum / groups };
}
