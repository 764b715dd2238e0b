import type { Paper } from "@stepladder/schema";

/** The bytes of a paper's file: indented, but each row of figures and each short object on a line of its own. */
export function paperText(paper: Paper): string {
  const lines = JSON.stringify({ ...paper, figures: undefined }, null, 1).slice(0, -2);
  const tables = paper.figures.map(({ rows, ...head }) => {
    const told = Object.entries(head).map(([key, value]) => `   ${JSON.stringify(key)}: ${spaced(value)}`);
    return `  {\n${told.join(",\n")},\n   "rows": [\n${rows.map((row) => `    ${spaced(row)}`).join(",\n")}\n   ]\n  }`;
  });
  return `${lines},\n "figures": [${tables.length === 0 ? "" : `\n${tables.join(",\n")}\n `}]\n}\n`;
}

/** JSON on one line, with a blank behind commas and colons. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, own]) => `${JSON.stringify(key)}: ${spaced(own)}`)
    .join(", ")} }`;
}
