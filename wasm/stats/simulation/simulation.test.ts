import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { loadKernels } from "../../host/node.ts";
import type { Kernels } from "../../host/kernels.ts";
import { Stream } from "./stream.ts";
import { CLUSTERS, cell, line, type Row, TABLES } from "./tables.ts";
import * as worlds from "./worlds.ts";

const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
const rows = TABLES.flatMap((table) => table.rows);
let kernels: Kernels;
beforeAll(async () => {
  kernels = await loadKernels();
});

/** The cells of a row as the datasheet prints them. */
function printed({ title }: Row): readonly string[] {
  const found = readme.split("\n").find((row) => row.startsWith(`| ${title} |`));
  return found?.split(" | ").slice(1).map((text) => text.replace(" |", "")) ?? [];
}

describe("the datasheet's tables", () => {
  it.each(rows.filter(({ promised }) => promised !== undefined))("$title: keeps its promise from 200 clusters on", (row) => {
    const [low, high] = row.promised as readonly [number, number];
    const cells = printed(row).filter((_, i) => (CLUSTERS[i] as number) >= 200);
    expect(cells).toHaveLength(2);
    for (const text of cells) {
      expect(Number(text)).toBeGreaterThanOrEqual(low);
      expect(Number(text)).toBeLessThanOrEqual(high);
    }
  });

  it("hold what the script prints: a whole row", () => {
    expect(readme.split("\n")).toContain(line(kernels, rows[0] as Row));
  });

  it.each(rows)("hold what the script prints: $title, 20 clusters", (row) => {
    expect(cell(kernels, row, 20)).toBe(printed(row)[0]);
  });
});

describe("a smaller run of the code as it is", () => {
  // 300 samples: four standard errors around the promise, which misses by chance once in 16,000 and is the same in every run.
  it.each(rows.filter(({ promised }) => promised !== undefined))("$title, 200 clusters", (row) => {
    const [low, high] = row.promised as readonly [number, number];
    const share = Number(cell(kernels, { ...row, trial: { ...row.trial, repetitions: 300 } }, 200));
    const noise = 100 * 4 * Math.sqrt((0.05 * 0.95) / 300);
    expect(share).toBeGreaterThan((low + high) / 2 - noise);
    expect(share).toBeLessThan((low + high) / 2 + noise);
  });
});

describe("worlds have the truths that they tell", () => {
  it.each(Object.entries(worlds).filter((entry): entry is [string, worlds.World] => typeof entry[1] === "object"))("%s", (_, world) => {
    const { metric, systems } = world.sample(new Stream(1), 200_000);
    for (const [s, matrix] of systems.entries()) {
      const value = metric.value(matrix, undefined);
      expect(value).toEqual({ kind: "value", value: expect.closeTo(world.truths[s] as number, 2) });
    }
  });
});
