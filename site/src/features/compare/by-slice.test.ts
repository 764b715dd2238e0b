import { expect, test } from "vitest";
import { corrected, cutTo, type ValueComparison } from "./by-slice.ts";

const told = (value: string, p: number, more: Partial<ValueComparison["comparison"]> = {}): ValueComparison => ({
  value,
  comparison: { a: 0, b: 1, difference: 0.1, p, adjusted: p, test: "permutation", won: 2, lost: 1, tied: 0, ...more },
});

test("a cut is narrowed to one value, and a value outside of it is left out", () => {
  expect(cutTo({ task: ["x"] }, "length", "long")).toEqual({ task: ["x"], length: ["long"] });
  expect(cutTo({ length: ["short", "long"] }, "length", "long")).toEqual({ length: ["long"] });
  expect(cutTo({ length: ["short"] }, "length", "long")).toBeUndefined();
});

test("values are corrected together; one without a difference is no test, one without items is no value", () => {
  const { difference: _, ...without } = told("nothing to tell", 0.0001).comparison;
  const all = corrected([
    told("x", 0.01),
    told("y", 0.04),
    { value: "nothing to tell", comparison: without },
    told("empty", 0.0001, { won: 0, lost: 0, tied: 0 }),
  ]);
  expect(all.map(({ value, comparison }) => [value, comparison.adjusted])).toEqual([
    ["x", 0.02],
    ["y", 0.04],
    ["nothing to tell", 0.0001],
  ]);
});
