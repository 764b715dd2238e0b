import { expect, test } from "vitest";
import { rangeText, rankTitle, shareText, toldOf, toldRows } from "./told.ts";

const standing = {
  value: { kind: "value", value: 0.5 },
  interval: { low: 0.4, high: 0.6, by: "bca" },
  rank: 3,
  range: { low: 2, high: 6 },
  set: { low: 1, high: 7 },
  ranks: new Float64Array(0),
  first: 0.042,
  letters: "ab",
} as const;

test("a rank is told with its range, its set, how often it leads, and what it cannot be told from", () => {
  const told = toldOf(standing);
  expect(told).toEqual({ interval: [0.4, 0.6], rank: 3, range: [2, 6], set: [1, 7], first: 0.042, letters: "ab" });
  expect(rangeText(told)).toBe("2–6");
  expect(rankTitle(told, "step accuracy", 12)).toBe(
    "Rank 3 of 12 by step accuracy; 2 to 6 in the middle 95 % of paired draws of items; 1 to 7 with 95 % confidence for all systems at once; " +
      "first in 4.2 % of draws. Systems that share one of its letters (ab) are not separated from it when all are ranked at once.",
  );
});

test("a range that is the rank alone is not repeated, and a row without a rank has none", () => {
  expect(rangeText(toldOf({ ...standing, range: { low: 3, high: 3 } }))).toBe("");
  const { rank: _, range: __, set: ___, ...baseline } = { ...standing, first: 0, letters: "" };
  expect(toldOf(baseline)).toEqual({ interval: [0.4, 0.6] });
  expect(rangeText({})).toBe("");
  expect(rankTitle({}, "step accuracy", 12)).toBe("not ranked");
});

test("nothing is drawn of a single cluster, and nothing is said of draws", () => {
  const { interval: _, range: __, set: ___, ...alone } = standing;
  expect(rankTitle(toldOf({ ...alone, letters: "" }), "accuracy", 1)).toBe("Rank 3 of 1 by accuracy.");
});

test("a share of draws is never a flat 0 or 100 where it is only near", () => {
  expect([0, 0.0004, 0.25, 0.9996, 1].map(shareText)).toEqual(["0 %", "under 0.1 %", "25.0 %", "over 99.9 %", "100 %"]);
});

test("a system that is alone has no letter", () => {
  const { rank: _, ...guess } = standing;
  expect(
    toldRows(
      new Map([
        ["alpha", standing],
        ["guess", guess],
      ]),
    ).alpha?.letters,
  ).toBe("");
  expect(
    toldRows(
      new Map([
        ["alpha", standing],
        ["beta", standing],
      ]),
    ).alpha?.letters,
  ).toBe("ab");
});
