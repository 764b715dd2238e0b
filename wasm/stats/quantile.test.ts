import { expect, it } from "vitest";
import cases from "./cases.json" with { type: "json" };
import { quantile } from "./quantile.ts";

it.each(cases.quantile)("$why", ({ values, share, value }) => {
  expect(quantile(Float64Array.from(values), share)).toBeCloseTo(value, 14);
});

it("is NaN where there are no values", () => {
  expect(quantile(new Float64Array(0), 0.5)).toBeNaN();
});
