import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { drawnPaths, needed, PATHS } from "./draw.ts";
import { writtenGraphs } from "./written.ts";

const graphs = writtenGraphs();

it("paths.jsonl is what is drawn", () => {
  expect(readFileSync(PATHS, "utf8").trimEnd().split("\n")).toEqual(drawnPaths());
});

describe.each(graphs.map((graph, i) => [graph.id, graph, i] as const))("%s", (_, graph, number) => {
  const keys = graph.steps.map(({ key }) => key);

  it("names its own steps alone, each once, and has no circle", () => {
    const named = [
      ...graph.steps.flatMap(({ needs }) => needs),
      ...graph.ways.flatMap(({ ways }) => ways.flat()),
      ...graph.again.flatMap(({ steps }) => steps),
    ];
    expect(named.filter((key) => !keys.includes(key))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => needed(graph).get(key)?.has(key))).toEqual([]);
  });

  it("is gone through as it says where nobody slips", () => {
    const { paths } = JSON.parse(drawnPaths({ overlooked: 0, swapped: 0 })[number] as string) as { paths: number[][] };
    const before = needed(graph);
    expect(paths).toHaveLength(graph.paths);
    for (const path of paths) {
      const done = path.map((step) => keys[step] as string);
      for (const [i, key] of done.entries())
        for (const later of done.slice(i + 1)) if (!done.slice(0, i).includes(later)) expect(before.get(key)).not.toContain(later);
      for (const { ways } of graph.ways) expect(ways.filter((way) => way.some((key) => done.includes(key)))).toHaveLength(1);
      for (const { key, skipped } of graph.steps)
        if (skipped === undefined && !graph.ways.some(({ ways }) => ways.flat().includes(key))) expect(done).toContain(key);
    }
  });
});
