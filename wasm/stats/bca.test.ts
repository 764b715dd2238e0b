import { expect, it } from "vitest";
import { bcaInterval } from "./bca.ts";
import cases from "./cases.json" with { type: "json" };

/** Mean of one column, ratio of the sums of two. */
function statistic([a = [], b]: readonly (readonly number[])[]): number {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return b === undefined ? sum(a) / a.length : sum(a) / sum(b);
}

function jackknife(data: readonly (readonly number[])[]): Float64Array {
  return Float64Array.from(data[0] as number[], (_, out) => statistic(data.map((column) => column.filter((_, i) => i !== out))));
}

it.each(cases.bca)("on scipy's own draws: $why", ({ data, draws, value: [low, high] }) => {
  const interval = bcaInterval(Float64Array.from(draws), statistic(data), jackknife(data));
  expect(interval?.low).toBeCloseTo(low as number, 12);
  expect(interval?.high).toBeCloseTo(high as number, 12);
});

it("is the percentile interval where nothing is biased or skewed", () => {
  const draws = Float64Array.from({ length: 1001 }, (_, i) => i);
  const interval = bcaInterval(draws, 500, Float64Array.of(-1, 0, 1));
  expect(interval?.low).toBeCloseTo(25, 9);
  expect(interval?.high).toBeCloseTo(975, 9);
});

it("drops draws and jackknife values that have no value", () => {
  const [draws, left] = [
    [1, 2, 3, 5, 8],
    [1, 2, 4],
  ];
  const whole = bcaInterval(Float64Array.from(draws), 3, Float64Array.from(left));
  expect(whole).toBeDefined();
  expect(bcaInterval(Float64Array.of(...draws, Number.NaN), 3, Float64Array.of(Number.NaN, ...left))).toEqual(whole);
});

it("is absent where it cannot be made", () => {
  const some = Float64Array.of(1, 2, 3);
  expect(bcaInterval(Float64Array.of(2, 2, 2), 2, some)).toBeUndefined();
  expect(bcaInterval(some, 2, Float64Array.of(2, 2, 2))).toBeUndefined();
  expect(bcaInterval(some, 0, some)).toBeUndefined();
  expect(bcaInterval(some, 4, some)).toBeUndefined();
  expect(bcaInterval(new Float64Array(0), 1, some)).toBeUndefined();
  expect(bcaInterval(some, 2, new Float64Array(0))).toBeUndefined();
});
