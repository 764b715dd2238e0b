import type { Standing } from "@stepladder/wasm/stats/contract.ts";
import { shareLetter } from "@stepladder/wasm/stats/letters.ts";
import { formatScore, inSentence, plural, titleWithUnit } from "../../format.ts";
import type { ChartMetric } from "../frame.ts";
import { type Cell, type Chart, figure, percent, whole } from "../table.ts";

/** A row of a board with how it stands; baselines have no rank. */
export interface Stander {
  readonly id: string;
  readonly name: string;
  readonly kind: "system" | "baseline";
  readonly standing: Standing;
}

/** A system that has a value, a rank and a rank range; `low` and `high` are absent where its interval would have no width. */
export interface Ranked {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly rank: number;
  readonly range: { readonly low: number; readonly high: number };
  readonly letters: string;
  /** Share of draws for each place, and for the first one. */
  readonly places: Float64Array;
  readonly first: number;
}

export interface RankingData {
  /** Best first. */
  readonly systems: readonly Ranked[];
  readonly baselines: readonly { readonly name: string; readonly value: number }[];
}

/** What ranking and rank distribution are drawn from; rows without a value or a rank are left out. */
export function rankingData(rows: readonly Stander[]): RankingData {
  const systems = rows.flatMap(({ id, name, kind, standing }): Ranked[] => {
    const { value, interval, rank, range, letters, ranks: places, first } = standing;
    if (kind !== "system" || value.kind === "none" || rank === undefined || range === undefined) return [];
    const ends = interval && { low: interval.low, high: interval.high };
    return [{ id, name, value: value.value, ...ends, rank, range, letters, places, first }];
  });
  const baselines = rows.flatMap(({ name, kind, standing: { value } }) =>
    kind === "baseline" && value.kind === "value" ? [{ name, value: value.value }] : [],
  );
  return { systems: systems.toSorted((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1)), baselines };
}

/** The best baseline, and the others that lie among the systems: what a drawing shows. Weaker ones would only make its scale coarse. */
export function shownBaselines({ systems, baselines }: RankingData, { better }: ChartMetric): RankingData["baselines"] {
  const sign = better === "higher" ? 1 : -1;
  const worst = Math.min(...systems.map(({ value, low = value, high = value }) => sign * (better === "higher" ? low : high)));
  return baselines.toSorted((a, b) => sign * (b.value - a.value)).filter(({ value }, i) => i === 0 || sign * value >= worst);
}

/** "3 (2-6)". */
export function rankText({ rank, range }: Pick<Ranked, "rank" | "range">): string {
  return range.low === range.high ? String(rank) : `${rank} (${range.low}-${range.high})`;
}

/** The ranking as a chart of a board. */
export function ranking(data: RankingData, metric: ChartMetric): Chart {
  const shown = shownBaselines(data, metric).length;
  const hidden = data.baselines.length - shown;
  const lines =
    shown === 0
      ? ""
      : ` The dashed ${shown === 1 ? "line is a baseline" : "lines are baselines"} without a model${hidden === 0 ? "" : `; ${hidden} weaker ${hidden === 1 ? "one is" : "ones are"} in the table only`}.`;
  return {
    id: "ranking",
    title: rankingTitle(data, metric),
    note: `Dots are values, lines 95 % intervals.${lines} Beside them rank, rank range (the places taken in the middle 95 % of paired draws) and letters: systems that share one are not separated when all are ranked at once.`,
    table: {
      head: ["System", titleWithUnit(metric), "Low", "High", "Rank", "Rank range", "Letters"],
      rows: [
        ...data.systems.map(({ name, value, low, high, rank, range, letters }): Cell[] => [
          name,
          ...[value, low, high].map((one) => figure(one, metric.unit)),
          whole(rank),
          `${range.low} to ${range.high}`,
          letters,
        ]),
        ...data.baselines.map(({ name, value }): Cell[] => [
          `${name} (baseline)`,
          figure(value, metric.unit),
          ...new Array<undefined>(5).fill(undefined),
        ]),
      ],
    },
  };
}

/** Whether number 1 is really number 1. */
export function rankingTitle({ systems }: RankingData, metric: ChartMetric): string {
  const [leader, ...others] = systems;
  if (leader === undefined) return "No system is ranked here";
  const alike = others.filter(({ letters }) => shareLetter(letters, leader.letters));
  const lead = `${leader.name} leads ${inSentence(metric.title)} at ${formatScore(leader.value, metric.unit)}`;
  if (alike.length === 0)
    return `${lead} and is separated from ${others.length === 1 ? "the other system" : `all ${others.length} others`}`;
  return `${lead}, but ${plural(alike.length, "system")} ${alike.length === 1 ? "is" : "are"} not separated from it`;
}

/** The rank distribution as a chart of a board. */
export function places(data: RankingData): Chart {
  return {
    id: "places",
    title: placesTitle(data),
    note: "For each system a bar over each place: the share of paired draws in which it has that place. The bar at its own rank is filled.",
    table: {
      head: ["System", "Rank", "P(first)", ...data.systems.map((_, place) => `Place ${place + 1}`)],
      rows: data.systems.map(({ name, rank, first, places: shares }): Cell[] => [
        name,
        whole(rank),
        { value: first, text: percent(first) },
        ...Array.from(shares, (share) => ({ value: share, text: percent(share) })),
      ]),
    },
  };
}

/** How sure the first place is, and whose place is the least sure. */
export function placesTitle({ systems }: RankingData): string {
  const [leader] = systems;
  if (leader === undefined) return "No system is ranked here";
  const spread = ({ range }: Ranked): number => range.high - range.low;
  const loosest = systems.reduce((most, one) => (spread(one) > spread(most) ? one : most));
  const first = `${leader.name} is first in ${percent(leader.first)} of draws`;
  if (spread(loosest) === 0) return `${first}, and every system keeps its place`;
  return `${first}; ${loosest === leader ? "it" : loosest.name} may stand anywhere from ${loosest.range.low} to ${loosest.range.high}`;
}
