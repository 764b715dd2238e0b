import fc from "fast-check";
import { expect, it } from "vitest";
import cases from "./cases.json" with { type: "json" };
import { kendallTauB, pearson, spearman } from "./correlation.ts";

const MEASURES = { pearsonr: pearson, spearmanr: spearman, kendalltau: kendallTauB };

it.each(cases.correlation)("$why", ({ measure, x, y, value }) => {
  expect(MEASURES[measure as keyof typeof MEASURES](x, y)).toBeCloseTo(value, 12);
});

it("is absent where a column does not vary", () => {
  for (const measure of Object.values(MEASURES)) {
    expect(measure([1, 1, 1], [1, 2, 3])).toBeUndefined();
    expect(measure([1, 2, 3], [0.1, 0.1, 0.1])).toBeUndefined();
    expect(measure([1], [2])).toBeUndefined();
    expect(measure([], [])).toBeUndefined();
  }
});

it("is symmetric, at most 1, and turns its sign with one column", () => {
  const column = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(column, column, fc.constantFrom(...Object.values(MEASURES)), (x, y, measure) => {
      const value = measure(x, y);
      if (value === undefined) return;
      expect(measure(y, x)).toBeCloseTo(value, 14);
      expect(Math.abs(value)).toBeLessThanOrEqual(1);
      expect(
        measure(
          x.map((one) => -one),
          y,
        ),
      ).toBeCloseTo(-value, 14);
    }),
    { seed: 1, numRuns: 200 },
  );
});

it("ranks ask for order only", () => {
  const [x, y] = [
    [1, 2, 3, 4, 5],
    [2, 1, 4, 3, 5],
  ];
  const bent = x.map((one) => one ** 5);
  expect(spearman(bent, y)).toBe(spearman(x, y));
  expect(kendallTauB(bent, y)).toBe(kendallTauB(x, y));
  expect(pearson(bent, y)).not.toBeCloseTo(pearson(x, y) as number, 2);
});
