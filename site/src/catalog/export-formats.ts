import { csvCell } from "@stepladder/wasm/host/csv.ts";
import { latexTable } from "@stepladder/wasm/host/latex.ts";
import { markdownTable } from "@stepladder/wasm/host/markdown.ts";
import type { Cell, ExportTable } from "./export-table.ts";

/** CSV (RFC 4180) for spreadsheets and programs. */
export function toCsv({ columns, rows }: ExportTable): string {
  return [columns, ...rows].map((row) => `${row.map(safeCell).join(",")}\r\n`).join("");
}

/** A spreadsheet would run text that begins like a formula: an apostrophe before it makes it text. Numbers are left as they are. */
function safeCell(cell: Cell): string {
  return csvCell(typeof cell === "string" && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : (cell ?? ""));
}

/** A JSON array with one object for each row; what cannot be said is absent. */
export function toJson({ columns, rows }: ExportTable): string {
  const records = rows.map((row) =>
    Object.fromEntries(columns.flatMap((column, i) => (row[i] === undefined ? [] : [[column, row[i] as string | number]]))),
  );
  return `${JSON.stringify(records, null, 2)}\n`;
}

/** The table for reading as Markdown. */
export function toMarkdown({ reading }: ExportTable): string {
  return markdownTable(reading);
}

/** The table for reading as LaTeX. */
export function toLatex({ title, reading }: ExportTable): string {
  return latexTable({ title, ...reading });
}
