import { plainText } from "./plain-text.ts";

/** A table as it is read: every row has a cell for each head. */
export interface ReadingTable {
  readonly title: string;
  readonly heads: readonly { readonly title: string; readonly number: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** A LaTeX table in the manner of booktabs, to be read in by `\input`. */
export function latexTable({ title, heads, rows }: ReadingTable): string {
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
