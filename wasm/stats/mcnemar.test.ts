import fc from "fast-check";
import { expect, it } from "vitest";
import cases from "./cases.json" with { type: "json" };
import { mcnemar } from "./mcnemar.ts";

it.each(cases.mcnemar)("won $won, lost $lost: scipy says $value", ({ won, lost, value }) => {
  expect(Math.abs(mcnemar(won, lost) / value - 1)).toBeLessThan(1e-12);
});

/** The same sum in whole numbers, in parts of 10^30. */
function exact(won: number, lost: number): number {
  let term = 1n;
  let tail = 1n;
  for (let i = 1; i <= Math.min(won, lost); i++) {
    term = (term * BigInt(won + lost - i + 1)) / BigInt(i);
    tail += term;
  }
  return Math.min(1, Number((2n * tail * 10n ** 30n) / 2n ** BigInt(won + lost)) / 1e30);
}

it("equals the sum of whole numbers, whichever system comes first", () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(300), (won, lost) => {
      expect(Math.abs(mcnemar(won, lost) - exact(won, lost))).toBeLessThan(1e-13);
      expect(mcnemar(lost, won)).toBe(mcnemar(won, lost));
    }),
    { seed: 1, numRuns: 200 },
  );
});

it("is 1 where nothing speaks for either, and never above", () => {
  expect([mcnemar(0, 0), mcnemar(1, 0), mcnemar(7, 7), mcnemar(7, 8), mcnemar(5000, 5000)]).toEqual([1, 1, 1, 1, 1]);
});

it("falls to the smallest number that a double holds, then to 0", () => {
  expect(mcnemar(1075, 0)).toBe(5e-324);
  expect(mcnemar(5000, 0)).toBe(0);
});
