import { expect, test } from "vitest";
import { outcomes, outcomesData, outcomesTitle } from "./outcomes.ts";
import { ACCURACY, EDITS } from "./testing.ts";

const values = (...own: number[]): Float64Array => Float64Array.from(own);

test("items go from the easiest to the hardest, alike ones side by side", () => {
  const ids = ["none", "first", "all", "second", "first too"];
  const data = outcomesData(["A", "B"], [values(0, 1, 1, 0, 1), values(0, 0, 1, 1, 0)], ids, ACCURACY);
  expect(data.columns.map(({ first }) => first)).toEqual(["all", "first", "first too", "second", "none"]);
  expect([data.all, data.none]).toEqual([1, 1]);
});

test("alike systems stand beside each other, and the closest two are named", () => {
  const data = outcomesData(["A", "B", "C"], [values(1, 1, 1, 1), values(0, 0, 0, 1), values(1, 1, 1, 0)], ["w", "x", "y", "z"], ACCURACY);
  expect(data.systems).toEqual(["A", "C", "B"]);
  expect(outcomesTitle(data, ACCURACY)).toBe(
    "Of 4 items all systems have full marks on 0.0\u00a0% and none has any on 0.0\u00a0%; A and C are the most alike",
  );
});

test("where lower is better, the lowest comes first", () => {
  const data = outcomesData(["A", "B"], [values(9, 0, 4), values(8, 1, 4)], ["worst", "best", "middle"], EDITS);
  expect(data.columns.map(({ first }) => first)).toEqual(["best", "middle", "worst"]);
  expect(data.columns[0]?.values).toEqual([0, 1]);
});

test("an item without a value for a system stays absent", () => {
  const data = outcomesData(["A", "B"], [values(1, Number.NaN), values(1, 1)], ["x", "y"], ACCURACY);
  expect(data.columns.find(({ first }) => first === "y")?.values).toEqual([undefined, 1]);
  expect(outcomes(data, ACCURACY).table.rows.flat()).toContain(undefined);
});

test("more items than columns are put together, every item once", () => {
  const many = Float64Array.from({ length: 1000 }, (_, i) => (i * 7919) % 2);
  const ids = Array.from(many, (_, i) => String(i));
  const data = outcomesData(["A", "B"], [many, many.map((one) => 1 - one)], ids, ACCURACY);
  expect(data.columns).toHaveLength(200);
  expect(data.columns.reduce((sum, { items }) => sum + items, 0)).toBe(1000);
  expect(outcomes(data, ACCURACY).note).toMatch(/^Each column is the mean of 5 neighbouring items/);
});
