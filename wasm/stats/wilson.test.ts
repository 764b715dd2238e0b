import { expect, it } from "vitest";
import cases from "./cases.json" with { type: "json" };
import { wilson } from "./wilson.ts";

it.each(cases.wilson)("$why", ({ hits, n, value: [low, high] }) => {
  const interval = wilson(hits / n, n);
  expect(interval?.low).toBeCloseTo(low as number, 12);
  expect(interval?.high).toBeCloseTo(high as number, 12);
});

it("equals the values of Newcombe 1998, table I (method 3)", () => {
  const printed = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const;
  for (const [hits, n, low, high] of printed) {
    const interval = wilson(hits / n, n);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  }
});

it("says nothing of no draws", () => {
  expect(wilson(0, 0)).toBeUndefined();
});
