import { latexTable } from "@stepladder/wasm/host/latex.ts";
import { plainText } from "@stepladder/wasm/host/plain-text.ts";
import type { Cell, ExportTable } from "./export-table.ts";

/** CSV (RFC 4180) for spreadsheets and programs. */
export function toCsv({ columns, rows }: ExportTable): string {
  return [columns, ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

/** A spreadsheet would run text that begins like a formula: an apostrophe before it makes it text. Numbers are left as they are. */
function csvCell(cell: Cell): string {
  if (typeof cell !== "string") return cell === undefined ? "" : String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A JSON array with one object for each row; what cannot be said is absent. */
export function toJson({ columns, rows }: ExportTable): string {
  const records = rows.map((row) =>
    Object.fromEntries(columns.flatMap((column, i) => (row[i] === undefined ? [] : [[column, row[i] as string | number]]))),
  );
  return `${JSON.stringify(records, null, 2)}\n`;
}

/** A table of GitHub's Markdown. */
export function toMarkdown({ reading: { heads, rows } }: ExportTable): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  return [
    line(heads.map(({ title }) => markdownText(title))),
    line(heads.map(({ number }) => (number ? "---:" : "---"))),
    ...rows.map((row) => line(row.map(markdownText))),
  ].join("");
}

/** Text that Markdown shows as it is: nothing in it is markup, a link or a cell's end. */
export function markdownText(text: string): string {
  return plainText(text).replace(/[\\`*_~[\]<>|&#!]/g, (sign) => `\\${sign}`);
}

/** The table for reading as LaTeX. */
export function toLatex({ title, reading }: ExportTable): string {
  return latexTable({ title, ...reading });
}
