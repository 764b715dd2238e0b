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
  readonly groups?: Groups;
  /** What was said with a score, by the id of its list, for figures that are no function of sums (mAP, ROC-AUC). */
  readonly events?: Readonly<Record<string, Events>>;
}

/** Group of each item, numbered from 0. */
export interface Groups {
  readonly of: Int32Array;
  readonly count: number;
}

/** Something that a system says of an item with a score: a detected segment, a sentence called alignable. */
export interface Event {
  /** What it is ranked among, as gold numbers it: figures are made class by class. */
  readonly class: number;
  /** Finite. */
  readonly score: number;
  /** Its place in the submission, from 0: of equal scores the later one stands first, as in a sort that is turned around. */
  readonly order: number;
  /** Bit t tells whether it is right at threshold t of its list. */
  readonly hits: number;
}

/** All events of one list, ranked: by class, then by falling score, of equal scores the later in the submission first. One column each. */
export interface Events {
  readonly items: Int32Array;
  readonly classes: Int32Array;
  /** 1 where an event has the score of the one before it, in the same class. */
  readonly ties: Int32Array;
  readonly hits: Int32Array;
  /** How many things of a class there are to be found in an item, a row for each pair that has any. */
  readonly wanted: { readonly items: Int32Array; readonly classes: Int32Array; readonly counts: Int32Array };
}

/** Takes what a measurer finds beside its rows; `row` is the place of the prediction among those that are queued. */
export interface EventSink {
  event(list: string, row: number, event: Event): void;
  wanted(list: string, row: number, ofClass: number, count: number): void;
}

/** A figure, or why there is none. Never NaN, null or 0 in place of "cannot be said". */
export type Value = { readonly kind: "value"; readonly value: number } | { readonly kind: "none"; readonly reason: string };

/** How items are weighted: a slice is 0 / 1, a bootstrap draw a count per item; absent means all 1. */
export type Weights = Float64Array | undefined;

/** What a metric's numbers are: fractions are shown as percent, a coefficient lies in -1 to 1, points on a scale of the metric's own, the others are counts. */
export type Unit = "fraction" | "coefficient" | "points" | "steps" | "edits" | "failures" | "grades" | "seconds";

/** How a unit is written: a value times `factor` with `digits` decimals, and the sign after it (empty: none). */
export const UNITS: Readonly<Record<Unit, { readonly sign: string; readonly factor: number; readonly digits: number }>> = {
  fraction: { sign: "%", factor: 100, digits: 1 },
  coefficient: { sign: "", factor: 1, digits: 3 },
  steps: { sign: "steps", factor: 1, digits: 2 },
  edits: { sign: "edits", factor: 1, digits: 2 },
  points: { sign: "points", factor: 1, digits: 2 },
  failures: { sign: "failures", factor: 1, digits: 2 },
  grades: { sign: "grades", factor: 1, digits: 2 },
  seconds: { sign: "s", factor: 1, digits: 2 },
};

/** A value as a table whose header names the unit shows it. */
export function inUnit(value: number, unit: Unit): string {
  const { factor, digits } = UNITS[unit];
  return (value * factor).toFixed(digits);
}

/** "74.8 [73.0, 76.4]": a value with its interval, where it has one, under a header that names the unit. */
export function withInterval(
  value: number,
  { low, high }: { readonly low?: number | undefined; readonly high?: number | undefined },
  unit: Unit,
): string {
  const interval = low === undefined || high === undefined ? "" : ` [${inUnit(low, unit)}, ${inUnit(high, unit)}]`;
  return inUnit(value, unit) + interval;
}

/** No-break space: a number stays with its unit. */
export const NBSP = "\u00a0";

/** A value for reading, with the sign of its unit: "71.2 %", "2.50 steps"; a coefficient has none. */
export function withUnit(value: number, unit: Unit): string {
  return signed(inUnit(value, unit), UNITS[unit].sign);
}

/** A number with a sign behind it, where there is one. */
export function signed(number: string, sign: string): string {
  return sign === "" ? number : `${number}${NBSP}${sign}`;
}

/** What stands in a table's header: the metric's name and its unit, where it has one. */
export function titleWithUnit({ title, unit }: { readonly title: string; readonly unit: Unit }): string {
  const { sign } = UNITS[unit];
  return sign === "" ? title : `${title},${NBSP}${sign}`;
}

/** A title inside a sentence: "Prefix accuracy" -> "prefix accuracy"; one that begins with an abbreviation or a sign stays. */
export function inSentence(title: string): string {
  return /^\p{Lu}\p{Ll}+(?![\p{L}\p{N}]|'s\b)/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** What a reader sees of a metric, however its value is got. */
interface Told {
  readonly id: string;
  readonly title: string;
  /** Heading it stands under: neighbours of one group form a table on the board. */
  readonly group?: string;
  readonly unit: Unit;
  readonly better: "higher" | "lower";
  /** Whether a row's statistic is 0 or 1 and the value its mean, which gives it exact intervals and pass@k. */
  readonly binary: boolean;
  /** Statistic that is 1 for the items which this metric asks about and 0 for the others, which it leaves out; absent: it asks about all. */
  readonly among?: string;
  /** What it says, in one sentence, with its source. */
  readonly explains: string;
  readonly source: string;
  /** Family whose kernel measures its statistics. */
  readonly family: string;
  value(matrix: Matrix, weights: Weights): Value;
}

/** A metric whose value is a formula over weighted sums of its statistics (DESIGN section 1). */
export interface SummedMetric extends Told {
  readonly statistics: readonly string[];
  /** `sums[i]` belongs to `statistics[i]`; `weight` is the sum of weights of the items it asks about. With groups it is called once per group and the results averaged. */
  finish(sums: Float64Array, weight: number): Value;
  readonly byGroup?: boolean;
}

/** A metric over ranked events, which is no function of sums: every draw ranks anew. */
export interface RankedMetric extends Told {
  /** Id of the list of events that it ranks. */
  readonly events: string;
  /** Thresholds of tIoU by the bits of an event's hits; absent where an event is right or wrong and nothing between. */
  readonly thresholds?: readonly number[];
  /** That it is a figure of the file as a whole, which depends on how that is cut: no slice, no interval and no rank is made of it. */
  readonly whole?: true;
  readonly binary: false;
}

export type Metric = SummedMetric | RankedMetric;

export function isRanked(metric: Metric): metric is RankedMetric {
  return "events" in metric;
}

/** A metric before `additive` gives it its value. */
export type AdditiveMetric = Omit<SummedMetric, "value">;

/** Makes a metric over ranked events; `of` gives its value, events of items without weight leave it as it is. */
export function ranked({
  of,
  ...metric
}: Omit<RankedMetric, "value" | "binary"> & { of(events: Events, weights: Weights, items: number): Value }): RankedMetric {
  return {
    ...metric,
    binary: false,
    value: ({ events, items }, weights) => {
      if (metric.whole && weights !== undefined) return { kind: "none", reason: "a part of the file has no such figure" };
      const own = events?.[metric.events];
      return own === undefined ? { kind: "none", reason: "nothing was said with a score" } : of(own, weights, items);
    },
  };
}

// `finish` runs for every draw of a resampling: reading by place takes a fraction of what destructuring does.

/** How an additive metric is finished: the mean of one statistic over the items that the metric asks about; `none` says what is missing where there are none. */
export function meanOf(statistic: string, none = "no items"): Pick<AdditiveMetric, "statistics" | "finish"> {
  return { statistics: [statistic], finish: (sums, weight) => quotient(sums[0] ?? 0, weight, none) };
}

/** How an additive metric is finished: one sum over another. `none` says what is missing where the lower one is 0. */
export function ratioOf(upper: string, lower: string, none: string): Pick<AdditiveMetric, "statistics" | "finish"> {
  return { statistics: [upper, lower], finish: (sums) => quotient(sums[0] ?? 0, sums[1] ?? 0, none) };
}

/**
 * How a metric of a family is finished that not every item asks for (asked.ts): the mean of one statistic over the items that do,
 * where any of them is answered. A system that answers other questions only has no score of 0 here. `what` names an answer.
 */
export function meanOfAnswered(
  statistic: string,
  family: string,
  what: string,
): Pick<AdditiveMetric, "statistics" | "finish"> & { readonly among: string } {
  return {
    among: `${family}-asked`,
    statistics: [statistic, `${family}-answered`],
    finish: (sums, weight) => answeredOr(quotient(sums[0] ?? 0, weight, `no item asks for a ${what}`), sums[1] ?? 0, weight, what),
  };
}

/** The value, unless items ask for it and none is answered. */
export function answeredOr(value: Value, answered: number, asked: number, what: string): Value {
  return asked > 0 && answered === 0 ? { kind: "none", reason: `no ${what} was predicted` } : value;
}

/** `upper / lower`, or the reason why there is none. */
export function quotient(upper: number, lower: number, none: string): Value {
  return lower > 0 ? { kind: "value", value: upper / lower } : { kind: "none", reason: none };
}

/**
 * What measures: a kernel family joined with a track's own encoding (`states(codec)`). Gold becomes columns once; a
 * `Measurer` then takes predictions one by one and runs the kernel over whole batches.
 */
export interface Measure<Item, Prediction> {
  readonly family: string;
  readonly statistics: readonly Statistic[];
  /** Ids of the lists of events that it finds beside its rows. */
  readonly events?: readonly string[];
  /** Of lists that tell of batches of so many items in gold's order, and of no single one: the size of a batch by the list's id. */
  readonly batches?: Readonly<Record<string, number>>;
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
  /** Queues a prediction for the item at gold index `item`; whatever cannot be measured the track's formats have refused. */
  add(item: number, prediction: Prediction): void;
  /** One row (all statistics side by side) for each queued prediction, in order. A measure with events hands them to the sink. */
  flush(sink?: EventSink): Float64Array<ArrayBuffer>;
}

/** Makes a metric from its formula: weighted column sums in item order, left to right, then `finish`. */
export function additive(metric: AdditiveMetric): SummedMetric {
  return {
    ...metric,
    value: (matrix, weights) => (metric.byGroup ? meanOverGroups(metric, matrix, weights) : finish(metric, matrix, weights)),
  };
}

function finish(metric: AdditiveMetric, matrix: Matrix, weights: Weights, group?: number): Value {
  const over = { matrix, weights, among: amongOf(metric, matrix), group };
  return metric.finish(
    Float64Array.from(metric.statistics, (id) => weightedSum(over, matrix.columns[id])),
    weightedSum(over),
  );
}

/** The column that tells the items which a metric asks about; `undefined` where it asks about all. */
export function amongOf({ among }: Pick<Metric, "among">, { columns }: Matrix): Float64Array | undefined {
  return among === undefined ? undefined : columns[among];
}

/** What a sum is taken over: all items but those of weight 0, those not asked about and those of other groups. */
interface Over {
  readonly matrix: Matrix;
  readonly weights: Weights;
  readonly among?: Float64Array | undefined;
  readonly group?: number | undefined;
}

/** Sum of w_i * x_i (x = 1 where absent). Plain left-to-right order is what the official scorers use, to the last bit. */
function weightedSum({ matrix: { items, groups }, weights, among, group }: Over, column?: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < items; i++) {
    if ((group !== undefined && groups?.of[i] !== group) || among?.[i] === 0) continue;
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
    if (weightedSum({ matrix, weights, group: g }) === 0) continue;
    const value = finish(metric, matrix, weights, g);
    if (value.kind === "none") return value;
    sum += value.value;
    groups++;
  }
  return groups === 0 ? { kind: "none", reason: "no items" } : { kind: "value", value: sum / groups };
}
