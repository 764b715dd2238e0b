import { expect, test } from "vitest";
import { highlighted, type LengthPoint, lengthBins, lengths, lengthsTitle, weightsOfBin } from "./lengths.ts";
import { ACCURACY, EDITS } from "./testing.ts";

const many = (length: number, count: number): number[] => new Array<number>(count).fill(length);

test("bins take whole lengths, hold a tenth of the items each, and every item once", () => {
  const steps = [...many(9, 3), ...many(2, 50), ...many(1, 30), ...many(3, 5), ...many(4, 15)];
  const bins = lengthBins(steps);
  expect(bins).toEqual([
    { from: 1, to: 1, items: 30 },
    { from: 2, to: 2, items: 50 },
    { from: 3, to: 9, items: 23 },
  ]);
  const taken = bins.map((bin) => weightsOfBin(steps, bin).reduce((sum, one) => sum + one, 0));
  expect(taken).toEqual([30, 50, 23]);
});

test("what is left over at the end joins the bin before it; few items are one bin", () => {
  expect(lengthBins([...many(1, 40), ...many(2, 3)])).toEqual([{ from: 1, to: 2, items: 43 }]);
  expect(lengthBins([1, 2, 3])).toEqual([{ from: 1, to: 3, items: 3 }]);
  expect(lengthBins([])).toEqual([]);
});

test("first, middle and last are set off, each once", () => {
  expect(highlighted(12)).toEqual([0, 6, 11]);
  expect(highlighted(2)).toEqual([0, 1]);
});

const bins = [
  { from: 1, to: 1, items: 30 },
  { from: 2, to: 9, items: 30 },
];
const titleOf = (first: LengthPoint, last: LengthPoint, metric = ACCURACY): string =>
  lengthsTitle({ bins, systems: [{ name: "A", points: [first, last] }] }, metric);

test("length is blamed only where the intervals do not meet, and by the metric's own direction", () => {
  const [high, low] = [
    { value: 0.9, low: 0.85, high: 0.95 },
    { value: 0.5, low: 0.4, high: 0.6 },
  ];
  expect(titleOf(high, low)).toBe("Longer items are harder for A: from 90.0\u00a0% at 1 step to 50.0\u00a0% at 2 to 9 steps");
  expect(titleOf(low, high)).toMatch(/^Longer items are easier for A/);
  expect(titleOf(low, high, EDITS)).toMatch(/^Longer items are harder for A/);
  expect(titleOf(high, { value: 0.84, low: 0.8, high: 0.88 })).toMatch(/no more than chance does/);
});

test("the table has a row for each bin, with intervals of what is set off", () => {
  const points = [{ value: 0.9, low: 0.8, high: 1 }, undefined];
  const { table } = lengths({ bins, systems: ["A", "B", "C", "D"].map((name) => ({ name, points })) }, ACCURACY);
  expect(table.head.filter((head) => head === "Low")).toHaveLength(3);
  expect(table.rows.every(({ length }) => length === table.head.length)).toBe(true);
  expect(table.rows[1]?.slice(0, 3)).toEqual(["2 to 9", { value: 30, text: "30" }, undefined]);
});
