import type { BoardQuery } from "../../state/board.ts";

/** What a cell is ordered by: a number, text, or nothing. */
export type CellValue = number | string | undefined;

/** A cell's value as its attribute gives it. */
export function cellValue(text: string | undefined): CellValue {
  if (text === undefined || text === "") return undefined;
  const number = Number(text);
  return Number.isNaN(number) ? text : number;
}

/** Positions of rows in order; a row without a value comes last either way, and equal ones keep the order in which the page was built. */
export function orderOf(values: readonly CellValue[], order: "asc" | "desc"): number[] {
  const sign = order === "asc" ? 1 : -1;
  return [...values.keys()].sort((a, b) => {
    const [x, y] = [values[a], values[b]];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined) || a - b;
    const difference = typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y), "en");
    return sign * difference || a - b;
  });
}

/** What a row is filtered by. */
export interface RowFacts {
  readonly name: string;
  readonly kind: string;
  readonly evidence: string;
  readonly open: string;
  /** Billions of parameters, where they are known. */
  readonly parameters: number | undefined;
  readonly date: string;
}

/** Whether a row is shown. Openness and size are of systems: a baseline has neither, and stays the line that it is. */
export function isShown(
  { name, kind, evidence, open, parameters, date }: RowFacts,
  { search, hidden, size, since }: Pick<BoardQuery, "search" | "hidden" | "size" | "since">,
): boolean {
  if (!name.toLowerCase().includes(search.trim().toLowerCase())) return false;
  // What the reader keeps is what the others are held against.
  if (kind === "mine") return true;
  if (since !== undefined && date < since) return false;
  if (kind === "baseline") return !hidden.includes("baseline");
  const fits =
    (size.from === undefined || (parameters !== undefined && parameters >= size.from)) &&
    (size.to === undefined || (parameters !== undefined && parameters <= size.to));
  return fits && !hidden.includes(evidence) && !hidden.includes(open);
}
