import { describe, expect, it } from "vitest";
import { type Arc, acyclic, Closure, closureOf, confidenceOf, countPairs, majorities, precedenceEdges, reduced } from "./precedence.ts";

const arcs = (edges: readonly { before: number; after: number }[]): Arc[] => edges.map(({ before, after }) => [before, after]);

describe("countPairs", () => {
  it("counts each two steps once, in order of places, by where they were first done", () => {
    expect(
      countPairs(3, [
        [0, 1],
        [1, 0, 1],
        [2, 0],
      ]),
    ).toEqual([
      { before: 0, after: 1, both: 2, ordered: 1 },
      { before: 0, after: 2, both: 1, ordered: 0 },
    ]);
  });
});

describe("precedenceEdges", () => {
  const paths = [
    [0, 1, 2],
    [0, 1, 2],
    [0, 2, 1],
    [0, 1, 2],
  ];

  it("keeps the orders that enough paths agree on, and leaves out what follows", () => {
    const pairs = countPairs(3, paths);
    expect(precedenceEdges(3, pairs, 1)).toEqual([
      { before: 0, after: 1, support: 4, confidence: confidenceOf(4, 4) },
      { before: 0, after: 2, support: 4, confidence: confidenceOf(4, 4) },
    ]);
    expect(arcs(precedenceEdges(3, pairs, 0.75))).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(arcs(precedenceEdges(3, pairs, 0.76))).toEqual([
      [0, 1],
      [0, 2],
    ]);
  });

  it("takes neither of two orders that are as frequent, at any cut", () => {
    const pairs = countPairs(2, [
      [0, 1],
      [1, 0],
    ]);
    expect(precedenceEdges(2, pairs, 0.5)).toEqual([]);
  });

  it("leaves the order with the least evidence out of a circle", () => {
    const pairs = [
      { before: 0, after: 1, both: 10, ordered: 9 },
      { before: 1, after: 2, both: 10, ordered: 8 },
      { before: 0, after: 2, both: 10, ordered: 3 },
    ];
    expect(arcs(precedenceEdges(3, pairs, 0.5))).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it("knows what comes before what in paths that all agree, however they are cut", () => {
    const order = [3, 1, 4, 0, 2];
    const pairs = countPairs(5, [order.slice(0, 3), order.slice(1, 4), order.slice(2), order]);
    expect(arcs(precedenceEdges(5, pairs, 1))).toEqual([
      [0, 2],
      [1, 4],
      [3, 1],
      [4, 0],
    ]);
  });
});

describe("majorities", () => {
  it("turn a pair towards its more frequent order", () => {
    expect(majorities([{ before: 0, after: 1, both: 4, ordered: 1 }])).toEqual([
      { before: 1, after: 0, support: 3, confidence: confidenceOf(3, 4), share: 0.75 },
    ]);
  });
});

describe("confidenceOf", () => {
  it("is Wilson's lower bound: more paths, surer", () => {
    expect(confidenceOf(10, 10)).toBe(0.7225);
    expect(confidenceOf(100, 100)).toBe(0.963);
    expect(confidenceOf(0, 10)).toBe(0);
  });
});

describe("Closure", () => {
  it("refuses what closes a circle and stays as it was", () => {
    const closure = new Closure(3);
    expect([closure.add(0, 1), closure.add(1, 2), closure.add(2, 0), closure.add(1, 1)]).toEqual([true, true, false, false]);
    expect(closure.arcs()).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
  });

  it("is told of circles where there must be none", () => {
    expect(() =>
      closureOf(2, [
        [0, 1],
        [1, 0],
      ]),
    ).toThrow("arcs run in a circle: 1 to 0 closes it");
  });

  it("is what its reduction spans", () => {
    const all: Arc[] = [
      [0, 1],
      [1, 2],
      [0, 2],
      [0, 3],
      [3, 2],
    ];
    const small = reduced(4, all);
    expect(small).toEqual([
      [0, 1],
      [1, 2],
      [0, 3],
      [3, 2],
    ]);
    expect(closureOf(4, small).arcs()).toEqual(closureOf(4, all).arcs());
  });
});

describe("acyclic", () => {
  it("prefers confidence to support", () => {
    const sure = { before: 0, after: 1, support: 5, confidence: 0.9 };
    const often = { before: 1, after: 0, support: 50, confidence: 0.8 };
    expect(acyclic(2, [often, sure])).toEqual([sure]);
  });
});
