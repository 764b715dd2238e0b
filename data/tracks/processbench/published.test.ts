import { readSource } from "@stepladder/wasm/intake/read.ts";
import { expect, it } from "vitest";
import { goldenFiles } from "../golden.ts";
import { SUBSETS } from "./formats.ts";
import parity from "./parity.ts";
import { rowSource, rows } from "./published.ts";

const files = await goldenFiles(parity.folder);

type Row = Readonly<Record<string, string>>;

async function table(name: string): Promise<Row[]> {
  const source = typeof files === "string" ? undefined : files.get(name);
  const all: unknown[] = [];
  if (source !== undefined)
    for await (const batch of readSource(source, { problem: () => {} })) for (const { value } of batch) all.push(value);
  return all as Row[];
}

const TABLES = { vote: ["T5", "T7"], single: ["T5", "T7"], prm: ["T5", "T7"], greedy: ["T9"], "own-thresholds": ["T6", "T8"] } as const;

it("the figures are those of the paper's tables", async (context) => {
  const [cells, means] = [await table("results_breakdown.csv"), await table("results_table3.csv")];
  if (cells.length === 0) return context.skip("results_breakdown.csv is not at hand");
  expect(rows).toHaveLength(25 + 17 + 2);
  for (const row of rows) {
    const own = SUBSETS.map((subset) =>
      cells.find(
        (one) =>
          one.model?.replace(/ \(.*/, "") === row.name &&
          one.subset === subset &&
          (TABLES[row.setting] as readonly string[]).includes(one.table ?? ""),
      ),
    );
    expect([row.name, row.erroneous, row.errorFree, row.f1]).toEqual([
      row.name,
      ...["error_acc", "correct_acc", "f1"].map((column) => own.map((cell) => cell?.[column]).join(" ")),
    ]);
    const mean = means.find(({ model }) => model?.replace(/ \(.*/, "") === row.name)?.average;
    expect(row.mean).toBe(row.setting === "greedy" || row.setting === "own-thresholds" ? undefined : mean);
  }
});

it("every printed F1 is the harmonic mean, and every mean the plain one, as far as rounded cells tell", () => {
  const numbers = (text: string): number[] => text.split(" ").map(Number);
  for (const row of rows) {
    const [a, b, f1] = [numbers(row.erroneous), numbers(row.errorFree), numbers(row.f1)];
    for (const [i, value] of f1.entries()) {
      const [x, y] = [a[i] as number, b[i] as number];
      expect(Math.abs((2 * x * y) / (x + y) - value), `${row.name} ${i}`).toBeLessThan(0.16);
    }
    if (row.mean !== undefined) expect(Math.abs(f1.reduce((sum, one) => sum + one, 0) / 4 - Number(row.mean)), row.name).toBeLessThan(0.11);
  }
});

it("ids of rows are file names, each once", () => {
  const ids = rows.map((row) => rowSource(row).id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9][a-z0-9.-]*[a-z0-9]$/);
});
