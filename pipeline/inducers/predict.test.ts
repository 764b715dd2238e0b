import type { InducedGraph } from "@stepladder/schema";
import { expect, it } from "vitest";
import { frequency } from "./frequency.ts";
import { induceGraph } from "./graph.ts";
import { END, Predictor } from "./predict.ts";
import type { Path } from "./task.ts";

function graphOf(steps: number, paths: readonly Path[]): InducedGraph {
  const texts = Array.from({ length: steps }, (_, step) => ({ key: `step ${step}`, text: `step ${step}` }));
  return induceGraph({ id: "task", goal: "task", steps: texts, paths }, frequency, { cut: 0.9 });
}

const best = (weights: ReadonlyMap<number, number>): number | undefined => [...weights].sort(([, a], [, b]) => b - a)[0]?.[0];

it("says what followed the same steps, whatever their order", () => {
  const predictor = new Predictor(graphOf(4, [...Array<Path>(6).fill([0, 1, 2]), ...Array<Path>(6).fill([3, 1, 0])]));
  expect(best(predictor.next([0, 1]))).toBe(2);
  // Nobody began so: 0 and 1 are done, and after them came 2 or nothing.
  expect(best(predictor.next([1, 0]))).not.toBe(3);
});

it("gives shares that sum to 1, and no step twice", () => {
  const predictor = new Predictor(
    graphOf(3, [
      [0, 1, 2],
      [1, 0, 2],
      [0, 2],
    ]),
  );
  for (const prefix of [[0], [0, 1], [2], [2, 0, 1]]) {
    const weights = predictor.next(prefix);
    expect([...weights.values()].reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
    expect([...weights.keys()].filter((step) => prefix.includes(step))).toEqual([]);
  }
});

it("puts a step whose needs are not done behind others that were seen as often", () => {
  const paths = [...Array<Path>(10).fill([0, 1, 2]), ...Array<Path>(10).fill([1, 0, 2])];
  const weights = new Predictor(graphOf(3, paths)).next([0]);
  expect(weights.get(1) as number).toBeGreaterThan(weights.get(2) ?? 0);
});

it("lets steps of a loop come again, and others not", () => {
  const predictor = new Predictor(graphOf(3, Array<Path>(10).fill([0, 1, 2, 1, 2])));
  // Twice 2 was last, and once a turn followed.
  expect(predictor.next([0, 1, 2]).get(1)).toBeGreaterThan(0.4);
  expect(predictor.next([0, 1, 2]).has(0)).toBe(false);
});

it("completes by the likeliest way, with one step at least", () => {
  const predictor = new Predictor(graphOf(4, [...Array<Path>(9).fill([0, 1, 2, 3]), [0, 2, 3]]));
  expect(predictor.completion([0])).toEqual([1, 2, 3]);
  expect(predictor.completion([0, 1, 2, 3])).toEqual([]);
  expect(new Predictor(graphOf(2, [...Array<Path>(9).fill([0]), [0, 1]])).completion([0])).toEqual([1]);
  expect(predictor.next([0, 1, 2, 3]).get(END)).toBe(1);
});
