import { weightsOf } from "@stepladder/wasm/host/board.ts";
import { endOf } from "@stepladder/wasm/host/gain.ts";
import type { ExploreQuery } from "../../state/explore.ts";
import { folded } from "../../state/procedures.ts";
import type { ItemFailures, ItemList } from "../../workers/messages.ts";
import { type DisagreedItem, disagreed } from "../compare/items.ts";
import type { ItemFigures } from "./explored.ts";

/** A metric as items are ordered by it. */
export interface ItemMetric {
  readonly id: string;
  readonly unit: string;
  readonly better: "higher" | "lower";
}

/** All that is known of the items, as far as it was fetched. */
export interface Known {
  readonly list: ItemList;
  readonly figures?: ItemFigures | undefined;
  readonly failures?: ItemFailures | undefined;
  /** Values of the entry that they are held against, by the metric of the query. */
  readonly against?: Float64Array | undefined;
}

/** An item as the list shows it. */
export interface Row {
  /** Place in gold's order. */
  readonly at: number;
  readonly id: string;
  readonly length: number;
  /** Absent where the item has none by the metric. */
  readonly value?: number;
  readonly unscored?: string;
  /** The first failing step, from 0 on. */
  readonly step?: number;
  /** How far ahead of the other entry; absent where the two do not differ. */
  readonly gap?: number;
}

/** The items that a query asks for, in its order. What is not known yet neither cuts nor orders. */
export function rowsOf(known: Known, query: ExploreQuery, metric: ItemMetric | undefined): Row[] {
  const { list, figures, failures, against } = known;
  const values = metric && figures?.values[metric.id];
  const index = { ids: [...list.ids], slices: list.slices.map(({ id, values, of }) => ({ id, values: [...values], of: Array.from(of) })) };
  const cut = knownCut(list, query.cut);
  const weights = weightsOf(index, cut);
  const gaps = new Map<number, DisagreedItem>();
  if (values !== undefined && against !== undefined && metric !== undefined) {
    for (const item of disagreed(index, [values, against], metric.better, cut)) gaps.set(item.at, item);
  }
  const best = values === undefined || metric === undefined ? Number.NaN : bestOf(values, metric);
  const kind = failures?.kinds.findIndex(({ id }) => id === query.kind) ?? -1;
  const words = folded(query.search).split(" ").filter(Boolean);
  const rows: Row[] = [];
  for (const [at, id] of list.ids.entries()) {
    if (weights?.[at] === 0) continue;
    if (words.length > 0 && !isNamed(list, at, words)) continue;
    if (kind >= 0 && failures?.shown[kind]?.[at] !== 1) continue;
    const value = values?.[at];
    const unscored = figures?.unscored[at];
    const step = failures?.first[at] ?? -1;
    const gap = gaps.get(at)?.lead;
    if (figures !== undefined && !isShown(query.show, { value, best, unscored, differs: gap !== undefined || against === undefined }))
      continue;
    rows.push({
      at,
      id,
      length: list.lengths[at] as number,
      ...(value === undefined || Number.isNaN(value) ? {} : { value }),
      ...(unscored === undefined ? {} : { unscored }),
      ...(step < 0 ? {} : { step }),
      ...(gap === undefined ? {} : { gap }),
    });
  }
  return sorted(rows, query);
}

/** The best value that an item can have: the end of a scale that has one, else the best among these. */
export function bestOf(values: Float64Array, { unit, better }: Pick<ItemMetric, "unit" | "better">): number {
  return endOf({ unit, better }) ?? values.reduce((best, value) => (value > best ? value : best), Number.NEGATIVE_INFINITY);
}

/** A cut without slices and values that there are not: an address may hold anything. */
export function knownCut({ slices }: Pick<ItemList, "slices">, cut: ExploreQuery["cut"]): ExploreQuery["cut"] {
  return Object.fromEntries(
    slices.flatMap(({ id, values }) => {
      const chosen = Object.hasOwn(cut, id) ? (cut[id] ?? []).filter((value) => values.includes(value)) : [];
      return chosen.length === 0 ? [] : [[id, chosen]];
    }),
  );
}

interface Answered {
  readonly value: number | undefined;
  readonly best: number;
  readonly unscored: string | undefined;
  readonly differs: boolean;
}

function isShown(show: ExploreQuery["show"], { value, best, unscored, differs }: Answered): boolean {
  switch (show) {
    case "all":
      return true;
    case "unscored":
      return unscored !== undefined;
    case "differs":
      return differs;
    case "best":
      return value === best;
    case "lost":
      return value !== undefined && !Number.isNaN(value) && value !== best;
  }
}

function isNamed({ ids, slices }: ItemList, at: number, words: readonly string[]): boolean {
  const told = folded([ids[at], ...slices.map(({ values, of }) => values[of[at] as number])].join(" "));
  return words.every((word) => told.includes(word));
}

function sorted(rows: Row[], { sort, order }: ExploreQuery): Row[] {
  const sign = order === "asc" ? 1 : -1;
  if (sort === "gold") return order === "asc" ? rows : rows.reverse();
  if (sort === "id") return rows.sort((a, b) => sign * COLLATOR.compare(a.id, b.id) || a.at - b.at);
  // Items that have no such number stand last, whichever way.
  const by = (row: Row): number | undefined => (sort === "gap" && row.gap !== undefined ? Math.abs(row.gap) : row[sort]);
  return rows.sort((a, b) => {
    const [x, y] = [by(a), by(b)];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined) || a.at - b.at;
    return sign * (x - y) || a.at - b.at;
  });
}

const COLLATOR = new Intl.Collator("en", { numeric: true });
