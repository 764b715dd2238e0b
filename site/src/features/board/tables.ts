import type { BoardQuery, BoardSort } from "../../state/board.ts";
import { restoreCell } from "./cells.ts";
import { cellValue, isShown, orderOf, type RowFacts } from "./rows.ts";

/** A row of a table, with the row that the page was built with. */
export interface BoardRow {
  /** Id of its entry. */
  readonly id: string;
  readonly row: HTMLTableRowElement;
  readonly built: HTMLTableRowElement;
}

/** A board's table as the page was built, with what its headers order by. */
export interface BoardTable {
  readonly id: string;
  readonly table: HTMLTableElement;
  /** Rows in the order in which the page was built, those of the band below not among them. */
  readonly rows: readonly BoardRow[];
  /** Rows that stand apart: measured on other gold, or by other kernels. */
  readonly apart: readonly BoardRow[];
  /** Rows of the reader's own, by name; none when the page is built. */
  own: readonly BoardRow[];
  readonly heads: readonly HTMLTableCellElement[];
  readonly built: BoardSort | undefined;
}

/** Reads all tables of the page. */
export function boardTables(): BoardTable[] {
  return Array.from(document.querySelectorAll<HTMLTableElement>("table[data-board]"), tableOf);
}

function tableOf(table: HTMLTableElement): BoardTable {
  const id = table.dataset.board ?? "";
  const heads = [...table.querySelectorAll<HTMLTableCellElement>("thead th[data-col]")];
  const sorted = heads.find((head) => head.ariaSort !== null);
  const order = sorted?.ariaSort === "ascending" ? "asc" : "desc";
  const rows = (body: HTMLTableSectionElement | undefined): BoardRow[] =>
    [...(body?.rows ?? [])].flatMap((row) => {
      const { entry } = row.dataset;
      return entry === undefined ? [] : [{ id: entry, row, built: row.cloneNode(true) as HTMLTableRowElement }];
    });
  return {
    id,
    table,
    rows: rows(table.tBodies[0]),
    apart: rows(table.tBodies[1]),
    own: [],
    heads,
    built: sorted && { table: id, column: sorted.dataset.col ?? "", order },
  };
}

/** How a query sorts a table; a column that it does not have counts as none. */
export function sortOf({ id, heads, built }: BoardTable, { sorts }: BoardQuery): BoardSort | undefined {
  const asked = sorts.find(({ table }) => table === id);
  return heads.some(({ dataset }) => dataset.col === asked?.column) ? asked : built;
}

/** The cell of a column in a row. */
export function cellOf({ heads }: BoardTable, { row }: Pick<BoardRow, "row">, column: string): HTMLTableCellElement | undefined {
  const at = heads.find(({ dataset }) => dataset.col === column)?.cellIndex;
  return at === undefined ? undefined : row.cells[at];
}

/** Gives every cell back what it was built with. */
export function restore({ rows, apart }: BoardTable): void {
  for (const one of [...rows, ...apart]) restoreRow(one);
}

/** Gives every cell of a row back what it was built with. */
export function restoreRow({ row, built }: BoardRow): void {
  for (const [at, cell] of [...row.cells].entries()) restoreCell(cell, built.cells[at] as HTMLTableCellElement);
}

/** Orders, filters and shows columns. `isBuilt`: the figures are those that the page was built with, and so their order is at hand. */
export function arrange(board: BoardTable, query: BoardQuery, isBuilt: boolean): void {
  const { table, apart, heads, built } = board;
  const rows = [...board.rows, ...board.own];
  const sort = sortOf(board, query);
  for (const head of heads) {
    head.ariaSort = head.dataset.col === sort?.column ? (sort?.order === "asc" ? "ascending" : "descending") : null;
  }
  const column = sort === built && isBuilt && board.own.length === 0 ? undefined : sort?.column;
  const values = rows.map((row) => (column === undefined ? 0 : cellValue(cellOf(board, row, column)?.dataset.value)));
  table.tBodies[0]?.append(...orderOf(values, sort?.order ?? "asc").map((position) => (rows[position] as BoardRow).row));
  for (const { row } of [...rows, ...apart]) row.hidden = !isShown(factsOf(row), query);
  const band = table.tBodies[1];
  if (band !== undefined) band.hidden = apart.every(({ row }) => row.hidden);
  showColumns(board, query.columns);
}

function showColumns({ table, heads }: BoardTable, columns: readonly string[] | undefined): void {
  for (const { dataset, cellIndex } of heads) {
    if (dataset.pick === undefined) continue;
    const hidden = columns !== undefined && !columns.includes(dataset.col ?? "");
    for (const row of table.rows) {
      const cell = row.cells[cellIndex];
      if (cell !== undefined) cell.hidden = hidden;
    }
  }
}

function factsOf({ dataset, cells }: HTMLTableRowElement): RowFacts {
  const { kind = "", evidence = "", open = "unknown", parameters, date = "" } = dataset;
  const name = [...cells].find(({ tagName }) => tagName === "TH")?.dataset.value ?? "";
  return { name, kind, evidence, open, parameters: parameters === undefined ? undefined : Number(parameters), date };
}

/** Turns the header's words into a button. */
export function withButton(head: HTMLTableCellElement): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  const [title] = head.childNodes;
  title?.replaceWith(button);
  if (title !== undefined) button.append(title);
  return button;
}
