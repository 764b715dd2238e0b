import { describe, expect, it } from "vitest";
import { drawnPaths, needed } from "../../data/graphs/draw.ts";
import { type WrittenGraph, writtenGraphs } from "../../data/graphs/written.ts";
import { closureOfGraph, induceGraph } from "./graph.ts";
import { inducers } from "./index.ts";
import { settingsOf, type Task } from "./task.ts";

const graphs = writtenGraphs();

/** The tasks of the written graphs as they are seen where lookers-on slip so often, in a thousand. */
function tasks(slips: WrittenGraph["slips"]): Task[] {
  return drawnPaths(slips).map((line) => {
    const { steps, ...task } = JSON.parse(line) as { id: string; goal: string; steps: string[]; paths: number[][] };
    return { ...task, steps: steps.map((text) => ({ key: text, text })) };
  });
}

/** F1 of all orders of all graphs together against what the written graphs say. Orders across ways that exclude each other are no orders. */
function closureF1(inducer: (typeof inducers)[number], slips: WrittenGraph["slips"]): number {
  let [hits, found, gold] = [0, 0, 0];
  for (const [i, task] of tasks(slips).entries()) {
    const written = graphs[i] as WrittenGraph;
    const before = closureOfGraph(induceGraph(task, inducer, settingsOf(inducer)));
    const needs = needed(written);
    for (const [a, one] of written.steps.entries())
      for (const [b, other] of written.steps.entries()) {
        const [told, right] = [before.has(a, b), needs.get(other.key)?.has(one.key) === true];
        if (told) found++;
        if (right) gold++;
        if (told && right) hits++;
      }
  }
  return (2 * hits) / (found + gold);
}

const CLEAN = { overlooked: 0, swapped: 0 };
const SLIPS = { overlooked: 10, swapped: 15 };
const MANY = { overlooked: 50, swapped: 50 };

describe.each(inducers)("$id", (inducer) => {
  // Measured, rounded down.
  const least = {
    frequency: [0.98, 0.98, 0.96],
    "beam-count": [0.93, 0.93, 0.93],
    likelihood: [0.97, 0.98, 0.99],
    mdl: [0.99, 0.99, 0.98],
  }[inducer.id] as number[];

  it.each([
    ["nobody slips", CLEAN, 0],
    ["lookers-on slip now and then", SLIPS, 1],
    ["they slip often", MANY, 2],
  ])("finds what comes before what where %s", (_, slips, place) => {
    expect(closureF1(inducer, slips)).toBeGreaterThan(least[place] as number);
  });

  it("gives the same graph whatever the order of the paths", () => {
    for (const task of tasks(SLIPS)) {
      const graph = induceGraph(task, inducer, settingsOf(inducer));
      expect(induceGraph({ ...task, paths: task.paths.toReversed() }, inducer, settingsOf(inducer))).toEqual(graph);
    }
  });
});

describe("what stands beside the edges", () => {
  const [bread, tea, tyre, rice, , tube] = tasks(SLIPS).map((task) =>
    induceGraph(task, inducers[0] as (typeof inducers)[number], { cut: 0.95 }),
  );
  const named = (graph: typeof tea, places: readonly number[]) => places.map((place) => graph?.steps[place]?.text);

  it("are steps that may be left out, and those alone", () => {
    for (const [i, graph] of [bread, tea, tyre, rice].entries()) {
      const written = graphs[i] as WrittenGraph;
      const free = written.steps.filter(
        ({ key, skipped }) => skipped !== undefined || written.ways.some(({ ways }) => ways.flat().includes(key)),
      );
      expect(graph?.steps.filter(({ optional }) => optional).map(({ text }) => text)).toEqual(free.map(({ text }) => text));
    }
  });

  it("are ways of which one is taken", () => {
    expect(tea?.branches.map((ways) => ways.map((way) => named(tea, way)))).toEqual([
      [["Switch the electric kettle on."], ["Put the pan of water on the stove.", "Watch the pan until large bubbles rise."]],
    ]);
    expect(rice?.branches).toEqual([
      [
        [1, 9],
        [2, 8],
      ],
    ]);
    expect(tube?.branches).toEqual([[[5], [6, 7]]]);
    expect(bread?.branches).toEqual([]);
  });

  it("are steps that are gone through again", () => {
    expect(rice?.loops.map(({ steps }) => named(rice, steps))).toEqual([["Let the rice simmer for some minutes.", "Taste a grain."]]);
    expect(tube?.loops.map(({ steps }) => steps)).toEqual([[10, 11]]);
    expect(tyre?.loops).toEqual([]);
  });

  it("are steps that may change places", () => {
    expect(named(tea, tea?.interchangeable.at(-1) ?? [])).toEqual(["Add a drop of milk.", "Add a spoon of sugar."]);
    expect(tyre?.interchangeable).toContainEqual([1, 2, 3]);
  });

  it("are counts that agree with the paths", () => {
    for (const graph of [bread, tea, tyre, rice]) {
      expect(graph?.seen.reduce((sum, { count }) => sum + count, 0)).toBe(graph?.paths);
      for (const { before, after, support, confidence } of graph?.edges ?? []) {
        const holds = graph?.seen.filter(({ path }) => path.includes(before) && path.indexOf(before) < path.indexOf(after)) ?? [];
        expect(holds.reduce((sum, { count }) => sum + count, 0)).toBe(support);
        expect(confidence).toBeGreaterThan(0.5);
      }
    }
  });
});
