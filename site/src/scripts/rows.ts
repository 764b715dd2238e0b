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

/** Whether a row is shown: its kind is not left out, and its system's name holds the text asked for. */
export function isShown(
  row: { readonly name: string; readonly kind: string; readonly evidence: string },
  { search, hidden }: { readonly search: string; readonly hidden: readonly string[] },
): boolean {
  const kind = row.kind === "baseline" ? "baseline" : row.evidence;
  return !hidden.includes(kind) && row.name.toLowerCase().includes(search.trim().toLowerCase());
}
