import type { ReadingTable } from "./latex.ts";
import { plainText } from "./plain-text.ts";

/** A table of GitHub's Markdown; all in it is text, and nothing markup. */
export function markdownTable({ heads, rows }: Pick<ReadingTable, "heads" | "rows">): string {
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
