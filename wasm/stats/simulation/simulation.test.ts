import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import type { Kernels } from "../../host/kernels.ts";
import { loadKernels } from "../../host/node.ts";
import { Stream } from "./stream.ts";
import { ALARMS, CLUSTERS, cell, INTERVALS, RANKS, type Row, TABLES } from "./tables.ts";
import * as worlds from "./worlds.ts";

const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
const promising = TABLES.flatMap(({ rows }) => rows).filter(({ promised }) => promised !== undefined);
let kernels: Kernels;
beforeAll(async () => {
  kernels = await loadKernels();
});

/** The cells of a row as the datasheet prints them. */
function printed({ title }: Row): readonly string[] {
  const found = readme.split("\n").find((row) => row.startsWith(`| ${title} |`));
  return (
    found
      ?.split(" | ")
      .slice(1)
      .map((text) => text.replace(" |", "")) ?? []
  );
}

describe("the datasheet's tables", () => {
  it.each(promising)("$title: keeps its promise from 200 clusters on", (row) => {
    const [low, high] = row.promised as readonly [number, number];
    const cells = printed(row).filter((_, i) => (CLUSTERS[i] as number) >= 200);
    expect(cells).toHaveLength(2);
    for (const text of cells) {
      expect(Number(text)).toBeGreaterThanOrEqual(low);
      expect(Number(text)).toBeLessThanOrEqual(high);
    }
  });

  // The cheap ones, each of another table or way.
  it.each([INTERVALS.rows[0], INTERVALS.rows[2], ALARMS.rows[0], RANKS.rows[5]] as Row[])("hold what the script prints: $title", (row) => {
    expect(cell(kernels, row, CLUSTERS[0])).toBe(printed(row)[0]);
  });
});

describe("a smaller run of the code as it is", () => {
  // 200 samples stray by 1.5 points (one standard error at 95 %): two of them are allowed beyond the promise.
  it.each(promising)("$title, 200 clusters", (row) => {
    const [low, high] = row.promised as readonly [number, number];
    const share = Number(cell(kernels, { ...row, trial: { ...row.trial, repetitions: 200 } }, 200));
    expect(share).toBeGreaterThan(low - 3);
    expect(share).toBeLessThan(high + 3);
  });
});

describe("worlds have the truths that they tell", () => {
  it.each(Object.entries(worlds).filter((entry): entry is [string, worlds.World] => typeof entry[1] === "object"))("%s", (_, world) => {
    const { metric, systems } = world.sample(new Stream(1), 20_000);
    for (const [s, matrix] of systems.entries()) {
      const value = metric.value(matrix, undefined);
      expect(value).toEqual({ kind: "value", value: expect.closeTo(world.truths[s] as number, 2) });
    }
  });
});
