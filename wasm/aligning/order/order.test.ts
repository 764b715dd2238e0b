import fc from "fast-check";
import { expect, it } from "vitest";
import { loadAligningKernels } from "../../host/node.ts";
import { NONE } from "./abi.ts";
import { alignSteps, type Claims } from "./align.ts";
import cases from "./cases.json" with { type: "json" };
import { freeMoves, type ListOrder, listMoves } from "./moves.ts";
import { allPaths, costOf, dropDtw } from "./oracle.ts";

const kernels = await loadAligningKernels();

const LIST: ListOrder = { skip: 1, back: 3, again: 0 };
const MONOTONE: ListOrder = { skip: 1, back: Number.POSITIVE_INFINITY, again: 0 };

const movesOf = (name: string, steps: number): Float64Array =>
  name === "free" ? freeMoves(steps) : listMoves(steps, name === "list" ? LIST : MONOTONE);

it.each(cases)("$name", ({ steps, costs, drops, moves, path, cost }) => {
  const claims = {
    steps,
    sentences: drops.length,
    costs: Float64Array.from((costs as number[][]).flat()),
    drops: Float64Array.from(drops),
    moves: movesOf(moves, steps),
  };
  const found = alignSteps(kernels, claims);
  expect([...found.path]).toEqual(path);
  expect(found.cost).toBe(cost);
  expect(costOf(claims, path)).toBe(cost);
});

// Halves add up without rounding, so that equal ways are equal to the last bit.
const half = (least: number, most: number) => fc.integer({ min: least * 2, max: most * 2 }).map((n) => n / 2);
const perhapsNever = (cost: fc.Arbitrary<number>) => fc.oneof({ weight: 9, arbitrary: cost }, fc.constant(Number.POSITIVE_INFINITY));

const claims: fc.Arbitrary<Claims> = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 5 }))
  .chain(([steps, sentences]) => {
    const column = (length: number, cost: fc.Arbitrary<number>) =>
      fc.array(cost, { minLength: length, maxLength: length }).map((list) => Float64Array.from(list));
    return fc.record({
      steps: fc.constant(steps),
      sentences: fc.constant(sentences),
      costs: column(steps * sentences, perhapsNever(half(-4, 4))),
      drops: column(sentences, half(-1, 2)),
      moves: column((steps + 1) ** 2, perhapsNever(half(0, 4))),
    });
  });

it("finds the cheapest of all ways, and the cheapest through each claim", () => {
  fc.assert(
    fc.property(claims, (given) => {
      const { steps, sentences } = given;
      const { cost, path, through } = alignSteps(kernels, given);
      const expected = new Float64Array(sentences * (steps + 1)).fill(Number.POSITIVE_INFINITY);
      let least = Number.POSITIVE_INFINITY;
      for (const way of allPaths(given)) {
        const total = costOf(given, way);
        least = Math.min(least, total);
        for (const [m, step] of way.entries()) {
          const at = m * (steps + 1) + (step === NONE ? steps : step);
          expected[at] = Math.min(expected[at] as number, total);
        }
      }
      expect(cost).toBe(least);
      expect([...through]).toEqual([...expected]);
      if (least < Number.POSITIVE_INFINITY) expect(costOf(given, [...path])).toBe(least);
    }),
    { numRuns: 500 },
  );
});

it("is Drop-DTW with drops on both sides where nobody goes back", () => {
  const stepDrops = fc.array(half(0, 3), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(claims, stepDrops, (given, drops) => {
      const { steps } = given;
      const places = steps + 1;
      const moves = new Float64Array(places * places).fill(Number.POSITIVE_INFINITY);
      for (let from = 0; from < places; from++) {
        if (from > 0) moves[from * places + from - 1] = 0;
        for (let to = from; to < places; to++) moves[from * places + to] = drops.slice(from, to).reduce((sum, drop) => sum + drop, 0);
      }
      // Drop-DTW's sentences cost something where they are dropped.
      const dearer = given.drops.map((drop) => Math.max(0, drop));
      const monotone = { ...given, drops: dearer, moves };
      expect(alignSteps(kernels, monotone).cost).toBe(dropDtw(monotone, drops));
    }),
    { numRuns: 500 },
  );
});

it("the same claims give the same bytes, after others too", () => {
  const sample = fc.sample(claims, { numRuns: 20, seed: 7 });
  const first = sample.map((one) => alignSteps(kernels, one));
  expect(sample.map((one) => alignSteps(kernels, one))).toEqual(first);
});
