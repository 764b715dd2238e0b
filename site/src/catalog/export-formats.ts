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

/** A LaTeX table in the manner of booktabs, to be read in by `\input`. */
export function toLatex({ title, reading: { heads, rows } }: ExportTable): string {
  const line = (cells: readonly string[]): string => `    ${cells.map(latexText).join(" & ")} \\\\\n`;
  return [
    "% Needs \\usepackage{booktabs}.\n",
    "\\begin{table}\n  \\centering\n",
    `  \\caption{${latexText(title)}}\n`,
    `  \\begin{tabular}{${heads.map(({ number }) => (number ? "r" : "l")).join("")}}\n    \\toprule\n`,
    line(heads.map((head) => head.title)),
    "    \\midrule\n",
    ...rows.map(line),
    "    \\bottomrule\n  \\end{tabular}\n\\end{table}\n",
  ].join("");
}

const LATEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
  // A row that begins with one would be the option of the row's end before it.
  "[": "{[}",
  "]": "{]}",
  "–": "--",
  "\u00a0": "~",
};

/** Text that LaTeX sets as it is: no command, no comment, no formula. */
export function latexText(text: string): string {
  return plainText(text).replace(/[\\~^<>|[\]–\u00a0#$%&_{}]/g, (sign) => LATEX[sign] ?? `\\${sign}`);
}

/** One line without what the eye cannot see: control characters, and those that turn the direction of the text after them. */
export function plainText(text: string): string {
  return text
    .replace(/[\t\n\r\f\v\u2028\u2029]+/g, " ")
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/\p{Cs}/gu, "\ufffd");
}
