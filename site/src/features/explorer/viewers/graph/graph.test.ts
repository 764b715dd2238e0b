import type { GraphPanel } from "@stepladder/wasm/host/panels.ts";
import { describe, expect, it } from "vitest";
import { laidOut, wrapped } from "./layout.ts";
import { graphPlan, graphSteps } from "./steps.ts";
import { faultsOf, namesOf, stopWords } from "./words.ts";

const nodes = ["boil", "fill", "pour", "stir", "drink"].map((id) => ({ id, text: `${id} it` }));
const gold = [
  ["fill", "boil"],
  ["boil", "pour"],
  ["pour", "stir"],
  ["stir", "drink"],
] as const;
const predicted = [
  ["fill", "boil"],
  ["pour", "boil"],
  ["fill", "pour"],
  ["pour", "stir"],
  ["drink", "fill"],
] as const;
const panel: GraphPanel = { kind: "graph", title: "Order", nodes, gold, predicted };

describe("edges of the two graphs", () => {
  it("are each told once: what is turned around is not missing too, and what follows from gold is not wrong", () => {
    const verdicts = graphPlan(panel).edges.map(({ from, to, verdict }) => `${from} ${to} ${verdict}`);
    expect(verdicts).toEqual([
      "fill boil right",
      "pour stir right",
      "stir drink missing",
      "fill pour implied",
      "pour boil reversed",
      "drink fill wrong",
    ]);
  });

  it("are gold's alone without a prediction, and nothing is wrong", () => {
    const alone: GraphPanel = { kind: "graph", title: "Order", nodes, gold };
    expect(graphPlan(alone).edges.every(({ verdict }) => verdict === "gold")).toBe(true);
    expect(faultsOf(graphPlan(alone))).toEqual([]);
    expect(graphSteps(alone).errors).toEqual([]);
  });

  it("stand in a list with the gravest first", () => {
    expect(faultsOf(graphPlan(panel)).map(({ verdict }) => verdict)).toEqual(["missing", "reversed", "wrong", "implied"]);
  });
});

describe("steps of a graph", () => {
  it("are nodes after what they need, and wrong where an edge to them is", () => {
    expect(graphPlan(panel).stops.map(({ node }) => node)).toEqual(["fill", "boil", "pour", "stir", "drink"]);
    expect(graphSteps(panel).errors).toEqual([0, 1, 2, 4]);
  });

  it("are those of the observed paths, one after the other, and say what is not yet done", () => {
    const walked = {
      ...panel,
      paths: [
        { title: "A", nodes: ["fill", "boil"] },
        { title: "B", nodes: ["boil", "stir"] },
      ],
    };
    const steps = graphSteps(walked);
    expect(steps.count).toBe(4);
    expect(steps.text?.(3)).toBe("stir it");
    expect(stopWords(walked, graphPlan(walked), 3, namesOf(walked))).toEqual([
      "B, step 2 of 2: “stir it”.",
      "Needs first in gold: “pour it” (not yet done here).",
      "Needs first as predicted: “pour it” (not yet done here).",
    ]);
  });

  it("hold a cycle, which a panel may", () => {
    const cycle = { ...panel, gold: [["boil", "fill"] as const, ["fill", "boil"] as const] };
    expect(graphPlan(cycle).stops.length).toBe(5);
  });

  it("are the first procedure's actions of an alignment", () => {
    const sides: GraphPanel = {
      kind: "graph",
      title: "Which correspond",
      nodes: [
        { id: "a", text: "mix", side: 0 },
        { id: "b", text: "bake", side: 0 },
        { id: "x", text: "stir", side: 1 },
        { id: "y", text: "bake", side: 1 },
      ],
      gold: [["a", "x"]],
      predicted: [
        ["a", "y"],
        ["b", "y"],
      ],
    };
    expect(graphSteps(sides)).toMatchObject({ count: 2, errors: [0, 1] });
    expect(stopWords(sides, graphPlan(sides), 0, namesOf(sides))[1]).toBe("Counterpart in gold: “stir”.");
  });
});

describe("layout", () => {
  it("puts every node below what it needs, and no node over another", () => {
    const { nodes: placed, width, height } = laidOut({ nodes, edges: gold, width: 400 });
    const at = new Map(placed.map((node) => [node.id, node]));
    for (const [from, to] of gold) expect(at.get(to)?.y).toBeGreaterThan(at.get(from)?.y ?? 0);
    for (const { x, y, width: own, height: high } of placed) {
      expect(x - own / 2).toBeGreaterThanOrEqual(0);
      expect(x + own / 2).toBeLessThanOrEqual(width);
      expect(y + high / 2).toBeLessThanOrEqual(height);
    }
  });

  it("frames a group of steps in one layer", () => {
    const grouped = [...nodes, { id: "sing", text: "sing it" }].map((node) =>
      ["stir", "sing"].includes(node.id) ? { ...node, group: "any order" } : node,
    );
    const { boxes } = laidOut({ nodes: grouped, edges: [...gold, ["pour", "sing"], ["sing", "drink"]], width: 400 });
    expect(boxes.map(({ name }) => name)).toEqual(["any order"]);
  });

  it("stands a loop and two ways between the same nodes", () => {
    const { bends } = laidOut({
      nodes,
      edges: [
        ["boil", "boil"],
        ["boil", "fill"],
        ["fill", "boil"],
      ],
      width: 400,
    });
    expect(bends.map(({ length }) => length > 0)).toEqual([false, true, true]);
  });

  it("keeps the two procedures of an alignment apart, on a narrow page too", () => {
    const { nodes: placed } = laidOut({ nodes: nodes.map((node, i) => ({ ...node, side: (i % 2) as 0 | 1 })), edges: [], width: 280 });
    const right = (of: typeof placed): number => Math.max(...of.map(({ x, width }) => x + width / 2));
    const left = (of: typeof placed): number => Math.min(...of.map(({ x, width }) => x - width / 2));
    expect(right(placed.filter((_, i) => i % 2 === 0))).toBeLessThan(left(placed.filter((_, i) => i % 2 === 1)));
  });
});

it("a text is broken between words, within what is too long, and cut behind three lines", () => {
  expect(wrapped("fill the kettle with cold water", 12, 3)).toEqual(["fill the", "kettle with", "cold water"]);
  expect(wrapped("abcdefghijklmnop", 6, 3)).toEqual(["abcdef", "ghijkl", "mnop"]);
  expect(wrapped("one two three four five six", 5, 3)).toEqual(["one", "two", "thre…"]);
  expect(wrapped("")).toEqual([""]);
});
