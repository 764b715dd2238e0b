import type { Entry } from "@stepladder/schema";
import type { BoardStandings } from "@stepladder/wasm/host/board.ts";
import { UNITS } from "@stepladder/wasm/metrics/contract.ts";
import type { Listed, MetricInfo } from "./describe.ts";
import type { MetricGroup } from "./order.ts";

/** A column of facts about an entry beside its scores. */
export interface FactColumn {
  readonly id: string;
  readonly title: string;
  readonly better: "asc" | "desc";
  /** What is shown, ordered by, and said on asking; `undefined` where it is not known. */
  readonly of: (entry: Listed) => { readonly text: string; readonly value: number | string; readonly title?: string } | undefined;
}

const unscored = (reason: keyof NonNullable<Entry["coverage"]>["unscored"], title: string): FactColumn => ({
  id: reason,
  title,
  better: "asc",
  of: ({ coverage }) => {
    const count = coverage && (coverage.unscored[reason] ?? 0);
    return count === undefined ? undefined : { text: String(count), value: count };
  },
});

const COLUMNS: readonly FactColumn[] = [
  {
    id: "coverage",
    title: "Coverage, %",
    better: "desc",
    of: ({ coverage }) => {
      if (coverage === undefined) return undefined;
      const share = coverage.items === 0 ? 0 : coverage.scored / coverage.items;
      return { text: (share * 100).toFixed(1), value: share, title: `${coverage.scored} of ${coverage.items} items answered` };
    },
  },
  unscored("unreadable", "Unreadable"),
  unscored("no-prediction", "Unanswered"),
  {
    id: "size",
    title: "Size, B",
    better: "asc",
    of: ({ system: { parameters } }) =>
      parameters === undefined ? undefined : { text: String(parameters), value: parameters, title: `${parameters} billion parameters` },
  },
  {
    id: "cost",
    title: "Cost, US$",
    better: "asc",
    of: ({ cost }) => (cost === undefined ? undefined : { text: cost.toFixed(2), value: cost, title: `${cost} US dollars for all items` }),
  },
];

/** The columns that say anything of these entries; coverage always does. */
export function factColumns(entries: readonly Listed[]): FactColumn[] {
  return COLUMNS.filter(({ id, of }) => id === "coverage" || entries.some((entry) => (of(entry)?.value ?? 0) !== 0));
}

/** Ids of all columns that a reader can pick on a board, in the order in which they stand. */
export function pickable(groups: readonly MetricGroup[], entries: readonly Listed[]): { readonly id: string; readonly title: string }[] {
  const scores = groups.flatMap(({ metrics: [, ...others] }) => others);
  return [{ id: "evidence", title: "Evidence" }, ...scores, ...factColumns(entries), { id: "date", title: "Date" }];
}

/**
 * What a table says in the head of its whiskers, and the scale that they share: for a fraction the tenths that hold all systems with
 * their intervals, so that these can be seen; else from 0 to the largest end. What lies beyond, a weak baseline, is drawn as such.
 */
export function scaleOf(
  metric: MetricInfo,
  entries: readonly Listed[],
  standings: BoardStandings | undefined,
): { readonly domain: readonly [number, number]; readonly title: string } {
  const { factor, sign } = UNITS[metric.unit];
  const systems = entries.filter(({ system }) => system.kind === "system");
  const ends = (systems.length > 0 ? systems : entries).flatMap(({ id, scores }) => {
    const { low, high } = standings?.of.get(id)?.interval ?? {};
    return [scores[metric.id]?.value, low, high].filter((end) => end !== undefined);
  });
  const domain = metric.unit === "fraction" ? tenths(ends) : ([Math.min(0, ...ends), Math.max(0, ...ends)] as const);
  const [from, to] = domain.map((end) => Number((end * factor).toFixed(1)));
  return { domain, title: `${from} to ${to} ${sign}`.trim() };
}

function tenths(ends: readonly number[]): readonly [number, number] {
  if (ends.length === 0) return [0, 1];
  const [low, high] = [Math.floor(Math.min(...ends) * 10), Math.ceil(Math.max(...ends) * 10)];
  return low === high ? [0, 1] : [low / 10, high / 10];
}
