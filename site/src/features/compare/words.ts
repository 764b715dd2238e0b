import { inUnit, UNITS, type Unit } from "@stepladder/wasm/metrics/contract.ts";
import type { Comparison } from "@stepladder/wasm/stats/contract.ts";
import type { CompareTrack } from "../../catalog/compare.ts";
import { formatDifference, inSentence, plural } from "../../format.ts";

export type CompareMetric = CompareTrack["metrics"][number];

/** What of a comparison is read with the better one in mind. */
type Told = Pick<Comparison, "difference" | "interval" | "p" | "adjusted">;

/** By how much A is ahead, in the metric's own unit: positive where it is the better one, whichever way the metric counts. */
export interface Lead {
  readonly by: number;
  readonly low?: number;
  readonly high?: number;
}

/** `undefined` where one of the two has no value. */
export function leadOf(
  { difference, interval }: Pick<Comparison, "difference" | "interval">,
  better: CompareMetric["better"],
): Lead | undefined {
  if (difference === undefined) return undefined;
  if (better === "higher") return { by: difference, ...(interval && { low: interval.low, high: interval.high }) };
  return { by: 0 - difference, ...(interval && { low: 0 - interval.high, high: 0 - interval.low }) };
}

/** At this level a difference is called more than chance; Holm's correction comes before it. */
export const LEVEL = 0.05;

/** The answer in one sentence. `pairs` is the number of pairs that were tested together. */
export function answer(names: readonly [string, string], told: Told, metric: CompareMetric, pairs: number): string {
  const [a, b] = names;
  const lead = leadOf(told, metric.better);
  const name = inSentence(metric.title);
  if (lead === undefined) return `${a} and ${b} cannot be held against each other by ${name} here: one of them has no value.`;
  if (lead.by === 0) return `${a} and ${b} have the same ${name} here.`;
  const [first, second] = lead.by > 0 ? [a, b] : [b, a];
  const p = pairs > 1 ? `${pWords(told.adjusted)} after Holm’s correction over ${pairs} pairs` : pWords(told.p);
  const amount = formatDifference(lead.by, 0, metric.unit);
  const ahead = `${first} is ${amount} better than ${second} in ${name}`;
  return told.adjusted <= LEVEL ? `${ahead}, more than chance explains (${p}).` : `${ahead}, which chance alone could explain (${p}).`;
}

/** With fewer clusters no exchange of rows gives a p below the level: the least is 2 of the 2^n ways in which n clusters can fall. */
const FEWEST_CLUSTERS = 1 - Math.log2(LEVEL);

/** What the interval of a lead shows; that it leaves zero out is told only where the test agrees. */
export function intervalTitle({ low, high }: Lead, p: number, clusters: number): string {
  const bare = "By how much A is ahead of B";
  if (low === undefined || high === undefined) return bare;
  if (low <= 0 && high >= 0) return "The interval of the difference holds zero: the lead could be none";
  if (p < LEVEL) return "The whole interval of the difference lies on one side of zero";
  return clusters < FEWEST_CLUSTERS ? `${plural(clusters, "cluster")}: too few for the interval to be trusted` : bare;
}

/** "p = 0.19", "p = 0.004", "p < 0.001": as many digits as a reader can use. */
export function pWords(p: number): string {
  return p < 0.001 ? "p < 0.001" : `p = ${pDigits(p)}`;
}

/** The number alone, for the inside of a table. */
export function pDigits(p: number): string {
  if (p < 0.001) return "< 0.001";
  return p.toFixed(p < 0.0995 ? 3 : 2);
}

/** The test by its name, and why it is this one. */
export const TESTS: Record<Comparison["test"], string> = {
  mcnemar: "exact McNemar test: every item is right or wrong, and each is a draw of its own",
  permutation: "paired permutation test: the two systems’ rows change places, cluster by cluster",
  bootstrap: "paired bootstrap test: how often the difference falls on the other side of 0 when items are drawn again",
};

/** A lead in a table whose header names the unit: "+3.1", "−0.4", "0.0". */
export function signed(value: number, unit: Unit): string {
  const text = inUnit(Math.abs(value), unit);
  return Number(text) === 0 ? text : `${value > 0 ? "+" : "−"}${text}`;
}

/** What differences of a unit are counted in. */
export function differenceUnit(unit: Unit): string {
  return unit === "fraction" ? "points" : UNITS[unit].sign;
}

/** Items won, lost and tied in words, seen from A. */
export function outcomeWords({ won, lost, tied }: Pick<Comparison, "won" | "lost" | "tied">): string {
  return `${plural(won + lost + tied, "item")}: A better on ${won}, B better on ${lost}, equal on ${tied}`;
}
