import { isRanked, type Matrix, type Metric, type Value, type Weights } from "../metrics/contract.ts";

/** Systems that one metric compares on the same items. */
export interface Field {
  readonly metric: Metric;
  /** One for each system, rows of the same items in the same order. Seeds of one system are averaged within items before. */
  readonly systems: readonly Matrix[];
  /** The reader's slice: 1 for an item in it, 0 for the others; absent: all items. */
  readonly weights: Weights;
  /** Cluster of each item: items of one are drawn together. Absent: every item is a draw of its own. */
  readonly clusters?: Int32Array | undefined;
}

/** What decides every random draw: the same numbers give the same bytes on every host. */
export interface Drawing {
  readonly seed: number;
  readonly draws: number;
}

/** What boards, scorecards and command line draw unless told otherwise. */
export const DRAWING: Drawing = { seed: 1, draws: 10_000 };

/** Most draws of a ranked figure: each walks over all events. */
export const RANKED_DRAWS = 1_000;

/** The draws that a metric is given where `drawing` is asked for. */
export function drawingOf(metric: Metric, { seed, draws }: Drawing): Drawing {
  return { seed, draws: isRanked(metric) ? Math.min(draws, RANKED_DRAWS) : draws };
}

/** A 95 % interval, and how it was made. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly by: "wilson" | "bca" | "percentile";
}

/** First and last place, 1 is the best. */
export interface Places {
  readonly low: number;
  readonly high: number;
}

/** How one system stands among all of a field. */
export interface Standing {
  readonly value: Value;
  /** Absent without a value, where fewer than two clusters are drawn, and where it would have no width. */
  readonly interval?: Interval;
  /** 1 + the number of systems with a better value; equal values share the better place. Absent without a value and for a figure of the whole file, with all that follows. */
  readonly rank?: number;
  /** Rank range: the places that it takes in the middle 95 % of paired draws, and its rank. */
  readonly range?: Places;
  /** Its places in 95 % simultaneous rank sets (Mogstad et al. 2024): with this confidence all systems' true ranks lie in their sets at once. */
  readonly set?: Places;
  /** `ranks[r - 1]`: share of paired draws in which it has rank r. Systems that are equal in a draw share the better rank. */
  readonly ranks: Float64Array;
  /** Share of draws in which no system is better. */
  readonly first: number;
  /** Compact letter display of the same simultaneous comparison: systems that share a letter cannot be told apart. */
  readonly letters: string;
}

/** How all systems of a field stand. */
export interface Standings {
  /** In the order of the field's systems. */
  readonly systems: readonly Standing[];
  /** Items with weight, and the clusters that they form. */
  readonly items: number;
  readonly clusters: number;
  readonly draws: number;
  /** Smallest detectable gap: the difference between neighbours that a test at 5 % would just find here (median over neighbours). Absent where none of them varies. */
  readonly gap?: number;
}

/** Two systems of a field, by their places in it. */
export interface Pair {
  readonly a: number;
  readonly b: number;
}

/** One system held against another. */
export interface Comparison extends Pair {
  /** Value of `a` minus that of `b`, in the metric's own unit, with its interval from paired draws. Absent where one has no value. */
  readonly difference?: number;
  readonly interval?: Interval;
  /**
   * Two-sided p of the paired test: exact McNemar where every row is 0 or 1 and every cluster one item; for ranked figures, whose systems'
   * scores cannot be mixed, the share of paired draws on the other side of 0; else a permutation of clusters.
   */
  readonly p: number;
  /** The same after Holm's correction over all pairs asked for at once. */
  readonly adjusted: number;
  readonly test: "mcnemar" | "permutation" | "bootstrap";
  /** Items on which `a` alone is better, `b` alone is better, and neither: by the metric's value of that item alone. */
  readonly won: number;
  readonly lost: number;
  readonly tied: number;
}
