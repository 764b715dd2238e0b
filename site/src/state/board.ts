/** A column of one of a board's tables, and which way it orders the rows. */
export interface BoardSort {
  readonly table: string;
  readonly column: string;
  readonly order: "asc" | "desc";
}

/** What the address of a board says; all empty where the page is as it was built. */
export interface BoardQuery {
  /** Text that a system's name holds. */
  readonly search: string;
  /** Kinds of evidence, and `baseline`, that are left out. */
  readonly hidden: readonly string[];
  /** At most one for each table. */
  readonly sorts: readonly BoardSort[];
}

/** Reads `?q=qwen&hide=published&sort=scores:prefix-accuracy:asc`; what is malformed counts as absent. */
export function readBoardQuery(search: string): BoardQuery {
  const query = new URLSearchParams(search);
  const sorts = query.getAll("sort").flatMap((text) => {
    // A column may be any text, the values of a slice among them.
    const [, table, column, order] = /^([^:]+):(.+):(asc|desc)$/s.exec(text) ?? [];
    return table === undefined || column === undefined ? [] : [{ table, column, order: order as BoardSort["order"] }];
  });
  const hidden = query.get("hide")?.split(",").filter(Boolean) ?? [];
  return { search: query.get("q") ?? "", hidden, sorts };
}

/** The query that leads back to this view; empty for the page as it was built. */
export function writeBoardQuery({ search, hidden, sorts }: BoardQuery): string {
  const query = new URLSearchParams();
  if (search !== "") query.set("q", search);
  if (hidden.length > 0) query.set("hide", hidden.join(","));
  for (const { table, column, order } of sorts) query.append("sort", `${table}:${column}:${order}`);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
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
