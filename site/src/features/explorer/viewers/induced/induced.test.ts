import type { InducedPanel } from "@stepladder/wasm/host/panels.ts";
import { describe, expect, it } from "vitest";
import { tea, wide } from "../../../../../test/induced.ts";
import { laidOut } from "../graph/layout.ts";
import { jobOf, linesOf, nodesOf } from "./drawn.ts";
import { inducedPlan, inducedSteps, keeping, lateAt } from "./steps.ts";
import { cutWords, inducedAnswer, noteWords, pathWords, stopWords } from "./words.ts";

const panel: InducedPanel = { kind: "induced", title: "Step graph", graph: tea };
const plan = inducedPlan(tea);
/** The stop of a path and a place in it. */
const stopOf = (path: number, place: number): number => plan.stops.findIndex((stop) => stop.path === path && stop.place === place);

describe("inducedPlan", () => {
  it("is the graph as it was induced without a cut, and at the cut that it was induced by", () => {
    expect(plan.edges).toBe(tea.edges);
    expect(inducedPlan(tea, 0.8)).toMatchObject({ edges: tea.edges, gone: [], come: [] });
  });

  it("tells what goes and what comes at another cut", () => {
    // Milk comes before tea in 9 of the 14 paths with both; that what is drawn is poured then follows.
    const { gone, come } = inducedPlan(tea, 0.6);
    expect(come).toEqual([expect.objectContaining({ before: 6, after: 7, support: 9 })]);
    expect(gone).toEqual([expect.objectContaining({ before: 5, after: 7 })]);
  });

  it("holds with a file whose edges run in a circle", () => {
    const edges = [...tea.edges, { before: 7, after: 0, support: 1, confidence: 0.1 }];
    expect(inducedPlan({ ...tea, edges }).order.has(0, 7)).toBe(true);
  });
});

describe("walks", () => {
  it("leave the order where what comes before comes later on the path", () => {
    // Path 4 puts tea into the pot before the water is boiled; that it should not follows over the warm pot.
    const stop = plan.stops[stopOf(3, 1)];
    expect(stop && lateAt(tea, plan, stop)).toEqual([1]);
    expect(inducedSteps(panel).errors).toEqual([stopOf(3, 1)]);
    expect(keeping(tea, plan)).toBe(23);
  });

  it("keep to it where a step is left out, or done again", () => {
    for (const path of [1, 4]) expect(plan.stops.filter((stop) => stop.path === path && lateAt(tea, plan, stop).length > 0)).toEqual([]);
  });

  it("break more orders where a cut keeps more of them", () => {
    expect(inducedSteps(panel, 0.6).errors).toEqual([stopOf(2, 6), stopOf(3, 1)]);
  });

  it("say where they are", () => {
    expect(inducedSteps(panel).place?.(stopOf(1, 2))).toBe("Path 2 of 5, step 3 of 6");
    expect(stopWords(tea, plan, stopOf(3, 1))).toEqual([
      "Path 4, taken by 3 of 26, step 2 of 6: “Put tea into the pot”.",
      "26 paths do it. Needs first: “Warm the pot” (not on this path).",
      "✗ The path leaves the order here: “Boil the water” should come before.",
    ]);
    expect(stopWords(tea, plan, stopOf(4, 6))[0]).toContain("“Pour the water”, done again.");
    expect(stopWords({ ...tea, seen: [] }, inducedPlan({ ...tea, seen: [] }), 0)).toEqual(["No path was kept to walk."]);
  });
});

describe("words", () => {
  it("answer first", () => {
    expect(inducedAnswer(tea, plan)).toBe(
      `23 of 26 paths keep to the order of the graph: ${tea.edges.length} edges between 8 steps; 2 steps are optional.`,
    );
  });

  it("say what a cut changes", () => {
    expect(cutWords(tea, plan, false)).toBe(`${tea.edges.length} edges, as induced.`);
    expect(cutWords(tea, inducedPlan(tea, 0.8), true)).toBe(`${tea.edges.length} edges: the same as induced.`);
    expect(cutWords(tea, inducedPlan(tea, 0.6), true)).toMatch(
      /^\d edges: 1 goes \(“Let it draw” before “Pour the tea”\); 1 comes \(“Pour milk into the cup” before “Pour the tea”\)\.$/,
    );
  });

  it("say that a graph was induced without a cut", () => {
    const other = { ...tea, method: "mdl", settings: {} };
    expect(cutWords(other, plan, false)).toContain("as induced by mdl, which has no such cut; moved, the slider draws");
  });

  it("tell paths apart by the orders that they break and by their steps", () => {
    expect(pathWords(tea, plan, 3)).toBe(
      `Path 4: 3 of 26 paths, breaks 1 order; steps ${tea.seen[3]?.path.map((step) => step + 1).join(" ")}`,
    );
    expect(pathWords(tea, plan, 0)).toContain("keeps to the order; steps 1 2");
  });

  it("say what else the graph holds", () => {
    expect(noteWords({ ...tea, branches: [[[1], [2, 3]]] })).toEqual([
      "In any order: “Pour milk into the cup” and “Pour the tea”.",
      "One way of these: “Boil the water”, or “Warm the pot” then “Put tea into the pot”.",
      "From “Pour the tea” 2 paths go back to “Pour the water”.",
    ]);
  });
});

describe("the drawing", () => {
  const lines = linesOf(tea, plan, stopOf(3, 1));

  it("is the wider, the more paths support an edge", () => {
    const widthOf = (before: number, after: number) => lines.find(({ from, to }) => from === String(before) && to === String(after))?.width;
    expect(widthOf(4, 5)).toBe(6);
    expect(widthOf(0, 1)).toBe(6);
    expect(widthOf(2, 3)).toBe(Math.round((1 + 5 * (14 / 26)) * 10) / 10);
  });

  it("marks the broken order and the way back", () => {
    expect(lines.filter(({ kind }) => kind === "broken").map(({ from, to }) => [from, to])).toEqual([["1", "3"]]);
    expect(lines.filter(({ kind }) => kind === "loop").map(({ from, to }) => [from, to])).toEqual([["7", "4"]]);
  });

  it("draws a broken order that follows from others too", () => {
    const far = { ...tea, seen: [{ path: [7, 0], count: 1 }] };
    const broken = linesOf(far, inducedPlan(far), 0).filter(({ kind }) => kind === "broken");
    expect(broken).toEqual([expect.objectContaining({ from: "0", to: "7" })]);
  });

  it("has layers by the order, whatever runs back, and frames for what may change places", () => {
    const { nodes, bends, boxes } = laidOut(jobOf(tea, plan));
    const y = (step: number): number => nodes[step]?.y ?? 0;
    for (const { before, after } of plan.edges) expect(y(before)).toBeLessThan(y(after));
    expect(bends).toHaveLength(plan.edges.length + 1);
    expect(boxes.map(({ name }) => name)).toEqual(["any order"]);
    expect(nodesOf(tea)[2]).toMatchObject({ id: "2", optional: true });
  });

  it("lays 60 steps out", () => {
    const graph = wide("wide", 60);
    expect(laidOut(jobOf(graph, inducedPlan(graph))).nodes).toHaveLength(60);
  });
});
