import { latexText } from "@stepladder/wasm/host/latex.ts";
import { plainText } from "@stepladder/wasm/host/plain-text.ts";
import { describe, expect, it, test } from "vitest";
import { entry, metric } from "../../test/entries.ts";
import { bibliography, bibtex } from "./export-bibtex.ts";
import { markdownText, toCsv, toJson, toLatex, toMarkdown } from "./export-formats.ts";
import { exportTable } from "./export-table.ts";
import type { MetricGroup } from "./order.ts";

const group: MetricGroup = { id: "scores", metrics: [metric("accuracy"), metric("distance", { unit: "edits", better: "lower" })] };
const entries = [
  entry("Beta", { accuracy: 0.748, distance: 3 }),
  entry("=cmd|' /C calc'!A0", { accuracy: 0.5 }),
  entry('A "quoted", one', { accuracy: 0.25 }, { evidence: "published" }),
  entry("Guess", { distance: 9 }, { kind: "baseline" }),
  entry("Silent", {}),
];
const table = exportTable("Toy: Scores", group, entries, ({ id }) =>
  id === "beta" ? { value: 0.748, low: 0.7, high: 0.8, rank: 1, rankLow: 1, rankHigh: 2, pFirst: 0.9 } : {},
);

describe("a table of a board", () => {
  it("has the entries with a value, a rank only where one is given, and nothing where nothing can be said", () => {
    expect(table.rows.map(([id]) => id)).not.toContain("silent");
    const beta = Object.fromEntries(table.columns.map((column, i) => [column, table.rows[0]?.[i]]));
    expect(beta).toMatchObject({ system: "Beta", rank: 1, rank_low: 1, rank_high: 2, accuracy: 0.748, accuracy_low: 0.7, distance: 3 });
    expect(beta.items).toBeUndefined();
  });

  it("is CSV that every row of has as many cells as the head, and in which no text begins like a formula", () => {
    const lines = toCsv(table).trimEnd().split("\r\n");
    expect(lines[0]?.split(",")).toEqual(table.columns);
    expect(lines[1]).toBe("beta,Beta,system,recomputed,1,1,2,0.9,0.748,0.7,0.8,3,,,,,2026-11-22");
    expect(lines.find((line) => line.includes("cmd"))).toContain(",'=cmd|' /C calc'!A0,");
    expect(lines.find((line) => line.includes("quoted"))).toContain('"A ""quoted"", one"');
  });

  it("is JSON without a field that is not known", () => {
    const [beta, , , guess] = JSON.parse(toJson(table));
    expect(beta).toMatchObject({ entry: "beta", p_first: 0.9, date: "2026-11-22" });
    expect(Object.keys(guess)).toEqual(["entry", "system", "kind", "evidence", "distance", "date"]);
  });

  it("is Markdown whose rows all have the cells of its head", () => {
    const lines = toMarkdown(table).trimEnd().split("\n");
    const cells = (line: string): number => line.replaceAll(/\\./g, "").split("|").length - 2;
    expect(lines.map(cells)).toEqual(lines.map(() => 7));
    expect(lines[2]).toBe("| 1 (1–2) | Beta | recomputed | 74.8 \\[70.0, 80.0\\] | 3.00 | – | 2026-11-22 |");
    expect(lines.at(-1)).toContain("| Guess (baseline) |");
  });

  it("is LaTeX whose rows all have the columns that it declares", () => {
    const text = toLatex(table);
    const [, columns = ""] = /\\begin\{tabular\}\{(\w+)\}/.exec(text) ?? [];
    const rows = text.split("\n").filter((line) => line.endsWith("\\\\"));
    expect(rows.map((row) => row.replaceAll(/\\[&%]/g, "").split(" & ").length)).toEqual(rows.map(() => columns.length));
    expect(rows[0]).toContain("Accuracy,~\\%");
    expect(text).toContain("1 (1--2) & Beta");
  });
});

test("text that means something to Markdown or LaTeX is shown as it is", () => {
  expect(markdownText("a|b `c` *d* [e](f) <img> \\ _g_\nh")).toBe("a\\|b \\`c\\` \\*d\\* \\[e\\](f) \\<img\\> \\\\ \\_g\\_ h");
  expect(latexText("50 % of $x_1 & #2 {a} \\input{b} ~ ^ <c>|")).toBe(
    "50 \\% of \\$x\\_1 \\& \\#2 \\{a\\} \\textbackslash{}input\\{b\\} \\textasciitilde{} \\textasciicircum{} \\textless{}c\\textgreater{}\\textbar{}",
  );
});

test("characters that cannot be seen, turn the direction or are half of one are gone", () => {
  expect(plainText("a\u202egnp.exe\u2066b\u0000\u0007c\ud800")).toBe("agnp.exebc\ufffd");
  expect(plainText("schön 步 🪜")).toBe("schön 步 🪜");
});

describe("BibTeX", () => {
  it("has arXiv's number and year where the address tells them, and no author", () => {
    expect(bibtex({ title: "ProcBench: 50 % & more", url: "https://arxiv.org/abs/2410.03117" })).toBe(
      `@misc{procbench-2024,
  title = {{ProcBench: 50 \\% \\& more}},
  year = {2024},
  eprint = {2410.03117},
  archiveprefix = {arXiv},
  url = {https://arxiv.org/abs/2410.03117}
}
`,
    );
    expect(bibtex({ title: "步", url: "https://example.org/{a}?b=%7B" })).toBe(
      "@misc{work,\n  title = {{步}},\n  url = {https://example.org/%7Ba%7D?b=%7B}\n}\n",
    );
  });

  it("tells works with one name apart", () => {
    const works = ["https://example.org/1", "https://example.org/2", "https://example.org/3"].map((url) => ({ title: "Steps", url }));
    expect(bibliography(works).match(/@misc\{[^,]+/g)).toEqual(["@misc{steps", "@misc{steps-a", "@misc{steps-b"]);
  });
});
