import type { Standing } from "@stepladder/wasm/stats/contract.ts";

/** First and last place. */
export type Span = readonly [low: number, high: number];

/** What a page tells of how a row stands by one metric; a baseline has an interval alone. */
export interface Told {
  /** Ends of the 95 % interval, in the metric's own unit. */
  readonly interval?: Span;
  readonly rank?: number;
  /** Rank range over paired draws. */
  readonly range?: Span;
  /** Simultaneous rank set. */
  readonly set?: Span;
  /** Share of draws in which it is first. */
  readonly first?: number;
  readonly letters?: string;
}

/** Entry id to how it stands. */
export type ToldRows = Readonly<Record<string, Told>>;

/** A standing as a page carries it; shares to four decimals. */
export function toldOf({ interval, rank, range, set, first, letters }: Standing): Told {
  return {
    ...(interval === undefined ? {} : { interval: [interval.low, interval.high] }),
    ...(rank === undefined ? {} : { rank, first: Math.round(first * 1e4) / 1e4, letters }),
    ...(range === undefined ? {} : { range: [range.low, range.high] }),
    ...(set === undefined ? {} : { set: [set.low, set.high] }),
  };
}

/** All rows of a board by one metric; a system that is alone shares no letter with anybody. */
export function toldRows(standings: ReadonlyMap<string, Standing>): ToldRows {
  const isAlone = [...standings.values()].filter(({ rank }) => rank !== undefined).length < 2;
  return Object.fromEntries([...standings].map(([id, standing]) => [id, toldOf(isAlone ? { ...standing, letters: "" } : standing)]));
}

/** "2–6"; nothing where it is the rank alone. */
export function rangeText({ rank, range }: Told): string {
  return range === undefined || (range[0] === rank && range[1] === rank) ? "" : `${range[0]}–${range[1]}`;
}

/** What a rank rests on, in a sentence or two. `by` is the metric's title as it stands inside a sentence. */
export function rankTitle({ rank, range, set, first = 0, letters = "" }: Told, by: string, systems: number): string {
  if (rank === undefined) return "not ranked";
  const drawn = range && `${spanText(range)} in the middle 95 % of paired draws of items`;
  const simultaneous = set && `${spanText(set)} with 95 % confidence for all systems at once`;
  const leads = range && `first in ${shareText(first)} of draws`;
  const parts = [`Rank ${rank} of ${systems} by ${by}`, drawn, simultaneous, leads].filter((part) => part !== undefined);
  const shared =
    letters === "" ? "" : ` Systems that share one of its letters (${letters}) are not separated from it when all are ranked at once.`;
  return `${parts.join("; ")}.${shared}`;
}

function spanText([low, high]: Span): string {
  return low === high ? `${low}` : `${low} to ${high}`;
}

/** A share of draws in per cent: never a flat 0 or 100 where it is only near it. */
export function shareText(share: number): string {
  if (share === 0 || share === 1) return `${share * 100} %`;
  return share < 0.001 ? "under 0.1 %" : share > 0.999 ? "over 99.9 %" : `${(share * 100).toFixed(1)} %`;
}
