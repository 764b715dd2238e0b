import { COMMON, type Cut } from "@stepladder/wasm/host/board.ts";
import { readCut, writeCut } from "./cut.ts";

/** A column of one of a board's tables, and which way it orders the rows. */
export interface BoardSort {
  readonly table: string;
  readonly column: string;
  readonly order: "asc" | "desc";
}

/** From and to, both included, in billions of parameters; an end that is absent is open. */
export interface Sizes {
  readonly from?: number;
  readonly to?: number;
}

/** What the address of a board says; all empty where the page is as it was built. */
export interface BoardQuery {
  /** Text that a system's name holds. */
  readonly search: string;
  /** What is left out: kinds of evidence, `baseline`, and systems that are `open`, `closed` or of `unknown` openness. */
  readonly hidden: readonly string[];
  readonly size: Sizes;
  /** First day of the entries shown. */
  readonly since?: string;
  /** Columns shown of those that can be picked; absent: all. */
  readonly columns?: readonly string[];
  /** The items that count. */
  readonly cut: Cut;
  /** Whether only items count that every ranked system answered. */
  readonly common: boolean;
  /** At most one for each table. */
  readonly sorts: readonly BoardSort[];
}

/** What a board has to choose from: columns that can be picked, and the values of each slice, in its order. */
export interface BoardChoices {
  readonly columns: readonly string[];
  readonly slices: Readonly<Record<string, readonly string[]>>;
}

const KINDS = ["recomputed", "published", "secondary", "self-reported", "baseline", "open", "closed", "unknown"];

/** Reads `?q=qwen&hide=published&slice=dataset:bfcl&common&sort=scores:step-accuracy:asc`, in any order; what is malformed or not of this board counts as absent. */
export function readBoardQuery(search: string, choices: BoardChoices): BoardQuery {
  const query = new URLSearchParams(search);
  const listed = (name: string): string[] => query.get(name)?.split(",") ?? [];
  const sorts = query.getAll("sort").flatMap((text) => {
    // A column may be any text, the values of a slice among them.
    const [, table, column, order] = /^([^:]+):(.+):(asc|desc)$/s.exec(text) ?? [];
    return table === undefined || column === undefined ? [] : [{ table, column, order: order as BoardSort["order"] }];
  });
  const since = query.get("since") ?? "";
  const read: BoardQuery = {
    search: query.get("q") ?? "",
    hidden: KINDS.filter((kind) => listed("hide").includes(kind)),
    size: readSizes(query.get("size") ?? ""),
    ...(isDay(since) ? { since } : {}),
    cut: {},
    common: query.has("common"),
    sorts,
  };
  const cut = Object.entries(readCut(query)).reduce((all, [slice, values]) => withSlice(all, slice, values, choices), read);
  const columns = listed("cols").filter((column) => choices.columns.includes(column));
  return query.get("cols") === "" || columns.length > 0 ? withColumns(cut, columns, choices) : cut;
}

/** The query that leads back to this view, as a person can read it; empty for the page as it was built. */
export function writeBoardQuery({ search, hidden, size, since, columns, cut, common, sorts }: BoardQuery): string {
  const query = new URLSearchParams();
  if (search !== "") query.set("q", search);
  if (hidden.length > 0) query.set("hide", hidden.join(","));
  if (size.from !== undefined || size.to !== undefined) query.set("size", `${size.from ?? ""}-${size.to ?? ""}`);
  if (since !== undefined) query.set("since", since);
  if (columns !== undefined) query.set("cols", columns.join(","));
  writeCut(query, cut);
  if (common) query.set("common", "");
  for (const { table, column, order } of sorts) query.append("sort", `${table}:${column}:${order}`);
  // Neither sign needs its escape in a query.
  const text = query.toString().replaceAll("%3A", ":").replaceAll("%2C", ",");
  return text === "" ? "" : `?${text.replace(/\bcommon=(?=&|$)/, "common")}`;
}

/** The query with the values of one slice that count; all of them are no cut, and neither is none. */
export function withSlice(query: BoardQuery, slice: string, values: readonly string[], { slices }: BoardChoices): BoardQuery {
  if (!Object.hasOwn(slices, slice)) return query;
  const known = slices[slice] ?? [];
  const chosen = known.filter((value) => values.includes(value));
  const cut = { ...query.cut, [slice]: chosen };
  const isCut = (id: string): boolean => (cut[id]?.length ?? 0) > 0 && cut[id]?.length !== slices[id]?.length;
  // In the board's order, so that one cut has one address.
  const kept = Object.keys(slices).filter(isCut);
  return { ...query, cut: Object.fromEntries(kept.map((id) => [id, cut[id] as readonly string[]])) };
}

/** The query with the columns that are shown of those that can be picked; all of them are no choice. */
export function withColumns({ columns: _, ...query }: BoardQuery, columns: readonly string[], choices: BoardChoices): BoardQuery {
  const shown = choices.columns.filter((column) => columns.includes(column));
  return shown.length === choices.columns.length ? query : { ...query, columns: shown };
}

/** The query with another first day; none where it is no day. */
export function withSince({ since: _, ...query }: BoardQuery, since: string): BoardQuery {
  return isDay(since) ? { ...query, since } : query;
}

/** The whole cut, the items that all answered included, as what computes it takes it; empty where all items count. */
export function cutOf({ cut, common }: BoardQuery): Cut {
  return common ? { ...cut, [COMMON.slice]: [COMMON.value] } : cut;
}

/** The query after a click on a column's header: first its own best order, then the other way round; `built` is how the page stands without one. */
export function sortedBy(
  query: BoardQuery,
  next: Omit<BoardSort, "order">,
  best: BoardSort["order"],
  built: BoardSort | undefined,
): BoardQuery {
  const now = query.sorts.find(({ table }) => table === next.table) ?? built;
  const turned = now?.column === next.column ? (now.order === "asc" ? "desc" : "asc") : best;
  const rest = query.sorts.filter(({ table }) => table !== next.table);
  const isBuilt = built?.column === next.column && built.order === turned;
  return { ...query, sorts: isBuilt ? rest : [...rest, { ...next, order: turned }] };
}

/** Reads "4-30", "4-", "-30"; nothing where it is none of them, or ends before it begins. */
export function readSizes(text: string): Sizes {
  const [, from = "", to = ""] = /^(\d+(?:\.\d+)?)?-(\d+(?:\.\d+)?)?$/.exec(text) ?? [];
  if (from !== "" && to !== "" && Number(from) > Number(to)) return {};
  return { ...(from === "" ? {} : { from: Number(from) }), ...(to === "" ? {} : { to: Number(to) }) };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}
