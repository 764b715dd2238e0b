import type { Arc } from "@stepladder/wasm/lib/precedence.ts";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Choice } from "./likelihood.ts";
import { bestOrders } from "./orders.ts";

const STEPS = 5;

/** Sets of needs of each step with scores, best first, the empty set among them. */
const choices = fc
  .array(fc.array(fc.tuple(fc.uniqueArray(fc.nat(STEPS - 1), { maxLength: 3 }), fc.integer({ min: -50, max: 50 })), { maxLength: 6 }), {
    minLength: STEPS,
    maxLength: STEPS,
  })
  .map((all) =>
    all.map((own, step): Choice[] =>
      [[[], -60] as [number[], number], ...own.filter(([needs]) => needs.length > 0 && !needs.includes(step))]
        .map(([needs, score]) => ({ needs, score }))
        .sort((a, b) => b.score - a.score),
    ),
  );

function orders(steps: readonly number[]): number[][] {
  return steps.length === 0
    ? [[]]
    : steps.flatMap((step) => orders(steps.filter((other) => other !== step)).map((rest) => [step, ...rest]));
}

/** The slow and obvious way: the best choices along every order. */
function bestOfAll(all: readonly (readonly Choice[])[]): number {
  const sums = orders([...all.keys()]).map((order) =>
    order.reduce((sum, step, place) => {
      const own = all[step]?.find(({ needs }) => needs.every((need) => order.indexOf(need) < place));
      return sum + (own?.score as number);
    }, 0),
  );
  return Math.max(...sums);
}

it("finds the greatest sum of all orders", () => {
  fc.assert(
    fc.property(choices, (all) => {
      const found = bestOrders(all, () => []);
      expect(found.reduce((sum, { score }) => sum + score, 0)).toBe(bestOfAll(all));
    }),
    { seed: 2026, numRuns: 200 },
  );
});

it("gives needs that run in no circle", () => {
  fc.assert(
    fc.property(choices, (all) => {
      const left = new Map(bestOrders(all, () => []).map(({ needs }, step) => [step, needs]));
      for (let round = 0; round < STEPS; round++)
        for (const [step, needs] of left) if (needs.every((need) => !left.has(need))) left.delete(step);
      expect(left.size).toBe(0);
    }),
    { seed: 2027, numRuns: 200 },
  );
});

it("keeps a circle of more than 16 steps to the arcs that are given", () => {
  const all = Array.from({ length: 17 }, (_, step): Choice[] => [
    { needs: [(step + 16) % 17], score: 2 },
    { needs: [], score: 1 },
  ]);
  const followed = Array.from({ length: 16 }, (_, step): Arc => [step, step + 1]);
  const found = bestOrders(all, () => followed);
  expect(found.map(({ needs }) => needs)).toEqual([[], ...followed.map(([before]) => [before])]);
});
