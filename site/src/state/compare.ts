import type { Cut } from "@stepladder/wasm/host/board.ts";
import { readCut, writeCut } from "./cut.ts";

/** Names of the rows in the address; what is compared in detail are the first two that are given. */
export const LETTERS = ["a", "b", "c", "d", "e", "f", "g", "h"] as const;

/** What the list of items is ordered by: how far apart the two are, the item's id, or the value of either. */
export const ITEM_SORTS = ["gap", "item", "a", "b"] as const;
export type ItemSort = (typeof ITEM_SORTS)[number];

/** Which of the items that the first two rows disagree on are listed: all, or those on which one is better. */
export const ITEM_SHOWS = ["all", "won", "lost"] as const;
export type ItemShow = (typeof ITEM_SHOWS)[number];

/** How the list of items is looked at. */
export interface ItemsView {
  readonly show: ItemShow;
  readonly sort: ItemSort;
  readonly order: "asc" | "desc";
  /** 1 is the first. */
  readonly page: number;
  /** Id of the item that is opened. */
  readonly item?: string;
}

/** What the address of the compare page says. */
export interface CompareQuery {
  readonly track?: string;
  /** Entries by id, the reader's own as `mine:<name>`; each once. */
  readonly rows: readonly string[];
  /** Absent: the metric that ranks the track. */
  readonly metric?: string;
  readonly cut: Cut;
  readonly view: ItemsView;
}

/** The list as it is before anybody touches it: the largest differences first. */
export const FIRST_VIEW: ItemsView = { show: "all", sort: "gap", order: "desc", page: 1 };

/** Reads `?track=t&a=x&b=mine:run 2&metric=m&slice=length:1-3&sort=item:asc&page=2&item=i`; what is malformed counts as absent. */
export function readCompareQuery(search: string): CompareQuery {
  const query = new URLSearchParams(search);
  const rows = LETTERS.flatMap((letter) => query.get(letter) || []);
  const [track, metric] = [query.get("track"), query.get("metric")];
  return {
    ...(track ? { track } : {}),
    rows: [...new Set(rows)],
    ...(metric ? { metric } : {}),
    cut: readCut(query),
    view: readView(query),
  };
}

function readView(query: URLSearchParams): ItemsView {
  const [sort, order] = (query.get("sort") ?? "").split(":");
  const isSort = ITEM_SORTS.some((one) => one === sort) && (order === "asc" || order === "desc");
  const page = Number(query.get("page") ?? 1);
  const item = query.get("item");
  return {
    show: ITEM_SHOWS.find((one) => one === query.get("show")) ?? FIRST_VIEW.show,
    ...(isSort ? { sort: sort as ItemSort, order: order as ItemsView["order"] } : { sort: FIRST_VIEW.sort, order: FIRST_VIEW.order }),
    page: Number.isInteger(page) && page > 0 ? page : 1,
    ...(item ? { item } : {}),
  };
}

/** The query that leads back to this choice; empty where nothing is chosen. */
export function writeCompareQuery({ track, rows, metric, cut, view }: CompareQuery): string {
  const query = new URLSearchParams(track === undefined ? {} : { track });
  for (const [i, letter] of LETTERS.entries()) if (rows[i] !== undefined) query.set(letter, rows[i]);
  if (metric !== undefined) query.set("metric", metric);
  writeCut(query, cut);
  if (view.show !== FIRST_VIEW.show) query.set("show", view.show);
  if (view.sort !== FIRST_VIEW.sort || view.order !== FIRST_VIEW.order) query.set("sort", `${view.sort}:${view.order}`);
  if (view.page !== 1) query.set("page", String(view.page));
  if (view.item !== undefined) query.set("item", view.item);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

const OWN = "mine:";

/** Id of a row of the reader's own, by its name. */
export function mineId(name: string): string {
  return OWN + name;
}

/** Name of a row of the reader's own; `undefined` for the id of an entry. */
export function mineName(id: string): string | undefined {
  return id.startsWith(OWN) ? id.slice(OWN.length) : undefined;
}
