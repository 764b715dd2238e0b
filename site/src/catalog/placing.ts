import type { Placing } from "@stepladder/schema";
import type { Standing } from "@stepladder/wasm/stats/contract.ts";
import { formatScore } from "../format.ts";
import type { Listed, MetricInfo } from "./describe.ts";
import { isRankedEntry } from "./order.ts";

/** How an entry stands by a metric: its own figure, and where its pack could be drawn beside the others' the interval and ranks of the draws. */
export function placing(entry: Listed, metric: string, standing: Standing | undefined): Placing {
  const { value, reason, low, high } = entry.scores[metric] ?? {};
  if (value === undefined) return reason === undefined ? {} : { reason };
  const interval = standing?.interval ?? (low === undefined || high === undefined ? undefined : { low, high });
  return {
    value,
    ...(interval === undefined ? {} : { low: interval.low, high: interval.high }),
    ...(standing === undefined || !isRankedEntry(entry) ? {} : ranked(standing)),
  };
}

function ranked({ rank, range, first, letters }: Standing): Placing {
  if (rank === undefined) return {};
  // Without a range nothing was drawn, and there is no share of draws.
  return { rank, ...(range === undefined ? {} : { rankLow: range.low, rankHigh: range.high, pFirst: first }), letters };
}

/** "3 (2–6)": a rank with the places that chance could have given; nothing where there is no rank. */
export function rankText({ rank, rankLow, rankHigh }: Placing): string {
  if (rank === undefined) return "";
  if (rankLow === undefined || rankHigh === undefined || rankLow === rankHigh) return String(rank);
  return `${rank} (${rankLow}–${rankHigh})`;
}

/** "rank 3 (2–6) · 74.8 %"; where there is no rank the kind of evidence stands in its place. */
export function placingText(entry: Listed, placed: Placing, { unit }: Pick<MetricInfo, "unit">): string {
  const word = entry.system.kind === "baseline" ? "baseline" : entry.evidence.kind;
  const place = placed.rank === undefined ? word : `rank ${rankText(placed)}`;
  return `${place} · ${placed.value === undefined ? "no value" : formatScore(placed.value, unit)}`;
}
