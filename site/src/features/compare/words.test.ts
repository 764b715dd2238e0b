import { expect, test } from "vitest";
import { answer, type CompareMetric, intervalTitle, leadOf, outcomeWords, pDigits, pWords, signed } from "./words.ts";

const accuracy: CompareMetric = { id: "accuracy", title: "Step accuracy", unit: "fraction", better: "higher" };
const distance: CompareMetric = { id: "distance", title: "Edit distance", unit: "edits", better: "lower" };
const told = (difference: number, p: number, adjusted = p) => ({ difference, p, adjusted });
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

test("the answer names the better one, by how much, and whether chance explains it", () => {
  expect(plain(answer(["A", "B"], told(0.031, 0.004), accuracy, 1))).toBe(
    "A is 3.1 points better than B in step accuracy, more than chance explains (p = 0.004).",
  );
  expect(plain(answer(["A", "B"], told(-0.031, 0.19), accuracy, 1))).toBe(
    "B is 3.1 points better than A in step accuracy, which chance alone could explain (p = 0.19).",
  );
  expect(plain(answer(["A", "B"], told(-2.5, 0.01), distance, 1))).toBe(
    "A is 2.50 edits better than B in edit distance, more than chance explains (p = 0.010).",
  );
});

test("of several pairs the corrected p decides", () => {
  expect(plain(answer(["A", "B"], told(0.031, 0.03, 0.09), accuracy, 3))).toBe(
    "A is 3.1 points better than B in step accuracy, which chance alone could explain (p = 0.090 after Holm’s correction over 3 pairs).",
  );
});

test("equal values and absent ones have sentences of their own", () => {
  expect(answer(["A", "B"], told(0, 1), accuracy, 1)).toBe("A and B have the same step accuracy here.");
  expect(answer(["A", "B"], { p: 1, adjusted: 1 }, accuracy, 1)).toContain("one of them has no value");
});

test("a lead turns with the direction of the metric, and so does its interval", () => {
  const comparison = { difference: 2, interval: { low: -1, high: 5, by: "percentile" as const } };
  expect(leadOf(comparison, "higher")).toEqual({ by: 2, low: -1, high: 5 });
  expect(leadOf(comparison, "lower")).toEqual({ by: -2, low: -5, high: 1 });
  expect(leadOf({}, "lower")).toBeUndefined();
});

test("an interval without zero is not told of where the test says chance", () => {
  const off = { by: 3, low: 1, high: 5 };
  expect(intervalTitle(off, 0.01, 40)).toBe("The whole interval of the difference lies on one side of zero");
  expect(intervalTitle(off, 0.05, 40)).toBe("By how much A is ahead of B");
  expect(intervalTitle(off, 0.25, 3)).toBe("3 clusters: too few for the interval to be trusted");
  expect(intervalTitle({ by: -3, low: -5, high: -1 }, 0.0625, 5)).toBe("5 clusters: too few for the interval to be trusted");
  expect(intervalTitle({ by: 3, low: -1, high: 5 }, 0.01, 40)).toBe("The interval of the difference holds zero: the lead could be none");
  expect(intervalTitle({ by: 3 }, 0.01, 40)).toBe("By how much A is ahead of B");
});

test("numbers have as many digits as a reader can use", () => {
  expect([0.0001, 0.0042, 0.05, 0.0996, 0.5, 1].map(pWords)).toEqual([
    "p < 0.001",
    "p = 0.004",
    "p = 0.050",
    "p = 0.10",
    "p = 0.50",
    "p = 1.00",
  ]);
  expect(pDigits(0.0009)).toBe("< 0.001");
  expect([0.0312, -0.004, 0.0001, 0].map((value) => signed(value, "fraction"))).toEqual(["+3.1", "−0.4", "0.0", "0.0"]);
});

test("outcomes are told from A's side", () => {
  expect(outcomeWords({ won: 2, lost: 1, tied: 3 })).toBe("6 items: A better on 2, B better on 1, equal on 3");
});
