import { expect, it } from "vitest";
import cases from "./cases.json" with { type: "json" };
import { normalCdf, normalQuantile } from "./normal.ts";

it.each(cases.normalCdf)("below $x: $value", ({ x, value }) => {
  expect(Math.abs(normalCdf(x) / value - 1)).toBeLessThan(1e-14);
});

it.each(cases.normalQuantile)("$p below $value", ({ p, value }) => {
  expect(Math.abs(normalQuantile(p) - value)).toBeLessThan(1e-14);
});

it("has nothing below -38, everything below 9, and half below 0", () => {
  expect([normalCdf(-39), normalCdf(-1e300), normalCdf(9), normalCdf(0), normalQuantile(0.5)]).toEqual([0, 0, 1, 0.5, 0]);
});

it("the quantile undoes the share", () => {
  for (let i = 1; i < 1000; i++) expect(normalCdf(normalQuantile(i / 1000))).toBeCloseTo(i / 1000, 14);
});

it("gives the same bits on every host", () => {
  // Computed in Node 24. Another last bit here moves the bytes of every interval.
  expect([normalCdf(-1.25), normalCdf(-3.3)]).toEqual([0.10564977366685524, 0.0004834241423837775]);
  expect([normalQuantile(0.025), normalQuantile(0.3217)]).toEqual([-1.9599639845400543, -0.46295028863353155]);
});
