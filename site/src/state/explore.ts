import type { Cut } from "@stepladder/wasm/host/board.ts";
import { readCut, writeCut } from "./cut.ts";
import { type PanelPlace, place, readPanelPlace, writePanelPlace } from "./panel.ts";

/** What the list of items is ordered by: gold's order, the id, the value of the metric, the number of steps, the first failing step, or how far ahead of another entry. */
export const SORTS = ["gold", "id", "value", "length", "step", "gap"] as const;
export type Sort = (typeof SORTS)[number];

/** Which items are listed by how they were answered: all, those with points lost, those without, those not scored, those on which another entry differs. */
export const SHOWS = ["all", "lost", "best", "unscored", "differs"] as const;
export type Show = (typeof SHOWS)[number];

/** What the address says of the explorer: which items are listed, and what is looked at. */
export interface ExploreQuery extends PanelPlace {
  /** Words that an id or a value of a slice holds, all of them. */
  readonly search: string;
  readonly cut: Cut;
  readonly show: Show;
  /** Id of a kind of failure that an item shows. */
  readonly kind?: string | undefined;
  readonly sort: Sort;
  readonly order: "asc" | "desc";
  /** Absent: the metric that ranks the track. */
  readonly metric?: string | undefined;
  /** Entry of the board that the items are held against. */
  readonly against?: string | undefined;
  /** Id of the item that is looked at. */
  readonly item?: string | undefined;
  /** Which of the records of the item, and which of its panels, from 0 on. */
  readonly record: number;
  readonly panel: number;
}

/** What the address of the page for exploring says beside that. */
export interface ExplorePlace {
  readonly track?: string | undefined;
  /** Entry of its board, by whose figures the items are told. */
  readonly entry?: string | undefined;
}

/** Reads `?track=procladder&entry=empty`. */
export function readExplorePlace(search: string): ExplorePlace {
  const query = new URLSearchParams(search);
  const [track, entry] = [query.get("track"), query.get("entry")];
  return { ...(track ? { track } : {}), ...(track && entry ? { entry } : {}) };
}

/** The query that leads to a track, or to an entry of its board. */
export function writeExplorePlace({ track, entry }: ExplorePlace): string {
  if (track === undefined) return "";
  return `?${new URLSearchParams({ track, ...(entry === undefined ? {} : { entry }) })}`;
}

/** All items in gold's order, and none looked at. */
export const FIRST_LOOK: ExploreQuery = {
  search: "",
  cut: {},
  show: "all",
  sort: "gold",
  order: "asc",
  record: 0,
  panel: 0,
  step: 0,
};

/** Parameters that are the explorer's own, whatever page it stands on. */
const OWN = ["q", "slice", "show", "kind", "sort", "metric", "against", "item", "record", "panel", "step", "least"] as const;

/** Reads `?q=x&slice=length:long&show=lost&kind=ran-on&sort=value:asc&metric=m&against=e&item=i&record=2&panel=1&step=3&least=0.5`; places count from 1, what is malformed counts as absent. */
export function readExploreQuery(search: string): ExploreQuery {
  const query = new URLSearchParams(search);
  const [sort, order] = (query.get("sort") ?? "").split(":");
  const isSort = SORTS.some((one) => one === sort) && (order === "asc" || order === "desc");
  const named = (name: "kind" | "metric" | "against" | "item") => {
    const value = query.get(name);
    return value ? { [name]: value } : {};
  };
  return {
    search: query.get("q") ?? "",
    cut: readCut(query),
    show: SHOWS.find((one) => one === query.get("show")) ?? FIRST_LOOK.show,
    sort: isSort ? (sort as Sort) : FIRST_LOOK.sort,
    order: isSort ? (order as "asc" | "desc") : FIRST_LOOK.order,
    ...named("kind"),
    ...named("metric"),
    ...named("against"),
    ...named("item"),
    record: place(query.get("record")),
    panel: place(query.get("panel")),
    ...readPanelPlace(query),
  };
}

/** A query with the explorer's part of it replaced, and all else as it was; empty where nothing is left. */
export function writeExploreQuery(search: string, look: ExploreQuery): string {
  const query = new URLSearchParams(search);
  for (const name of OWN) query.delete(name);
  if (look.search !== "") query.set("q", look.search);
  writeCut(query, look.cut);
  if (look.show !== FIRST_LOOK.show) query.set("show", look.show);
  if (look.kind !== undefined) query.set("kind", look.kind);
  if (look.sort !== FIRST_LOOK.sort || look.order !== FIRST_LOOK.order) query.set("sort", `${look.sort}:${look.order}`);
  if (look.metric !== undefined) query.set("metric", look.metric);
  if (look.against !== undefined) query.set("against", look.against);
  if (look.item !== undefined) {
    query.set("item", look.item);
    for (const name of ["record", "panel"] as const) if (look[name] > 0) query.set(name, String(look[name] + 1));
    writePanelPlace(query, look);
  }
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** The explorer's part of one address, taken over into the query of another. */
export function keepExploreQuery(from: string, to: string): string {
  const [kept, query] = [new URLSearchParams(from), new URLSearchParams(to)];
  const own = [...kept].filter(([name]) => OWN.some((one) => one === name));
  if (own.length === 0) return to;
  for (const [name, value] of own) query.append(name, value);
  return `?${query}`;
}
