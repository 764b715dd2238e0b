import { expect, it } from "vitest";
import { boost, type Example, type Settings } from "./boost.ts";
import { probability } from "./model.ts";

// More of the first feature goes with 1, but for a dip; the second tells nothing.
const EXAMPLES: readonly Example[] = Array.from({ length: 90 }, (_, at) => {
  const value = at % 9;
  return { values: [value, (at * 7) % 5], label: Number(value > 2 && value !== 6), weight: 1 };
});
const SETTINGS: Settings = {
  ...{ trees: 40, depth: 3, rate: 0.3, penalty: 1, leaf: 1, bins: 48 },
  ...{ rows: 0.8, columns: 0.9, directions: [0, 0] },
};

const scores = (settings: Settings): number[] => {
  const model = boost(EXAMPLES, settings);
  return Array.from({ length: 9 }, (_, value) => probability(model, [value, 2]));
};
const isRising = (values: readonly number[]): boolean => values.every((value, at) => at === 0 || value >= (values[at - 1] as number));

it("learns what the examples say", () => {
  const learnt = scores(SETTINGS);
  expect(learnt.map((score) => Number(score >= 0.5))).toEqual([0, 0, 0, 1, 1, 1, 0, 1, 1]);
  expect(isRising(learnt)).toBe(false);
});

it("keeps a feature's direction, whatever the examples say", () => {
  const learnt = scores({ ...SETTINGS, directions: [1, 0] });
  expect(isRising(learnt)).toBe(true);
  expect(learnt[0]).toBeLessThan(0.5);
  expect(learnt[8]).toBeGreaterThan(0.5);
  expect(isRising(scores({ ...SETTINGS, directions: [-1, 0] }).toReversed())).toBe(true);
});

it("draws the same every time", () => {
  expect(boost(EXAMPLES, SETTINGS)).toEqual(boost(EXAMPLES, SETTINGS));
});
