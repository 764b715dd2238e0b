import { expect, test } from "vitest";
import { land, landingWords, placeWords, type Rival } from "./land.ts";

/** A rival that the result is ahead of by `difference`, with an adjusted p. */
const rival = (name: string, difference: number | undefined, adjusted: number): Rival => ({
  id: name.toLowerCase(),
  name,
  comparison: { ...(difference === undefined ? {} : { difference }), p: adjusted, adjusted },
});

const RIVALS = [
  rival("Far above", -0.2, 0.001),
  rival("Above", -0.1, 0.02),
  rival("Near above", -0.02, 0.3),
  rival("Equal", 0, 1),
  rival("Near below", 0.01, 0.6),
  rival("Below", 0.08, 0.05),
  rival("Far below", 0.4, 0.0003),
  rival("Unknown", undefined, 1),
];

test("a result lies between the nearest rivals that a test tells apart, and is level with the others", () => {
  const { better, worse, level } = land(RIVALS, "higher");
  expect([better?.name, worse?.name]).toEqual(["Above", "Below"]);
  expect(level.map(({ name }) => name)).toEqual(["Equal", "Near below", "Near above"]);
});

test("where lower is better, the same differences lie on the other side", () => {
  const { better, worse } = land(RIVALS, "lower");
  expect([better?.name, worse?.name]).toEqual(["Below", "Above"]);
});

test("a landing is told in sentences", () => {
  expect(landingWords(land(RIVALS, "higher"), { unit: "fraction", better: "higher" }, "system")).toEqual([
    "Level with Equal, Near below and Near above: a paired test cannot tell them apart.",
    "The nearest system that is better by more than chance explains: Above, by 10.0 points (p = 0.020).".replace(
      "0 points",
      "0\u00a0points",
    ),
    "The nearest system that is worse by more than chance explains: Below, by 8.0 points (p = 0.050).".replace("0 points", "0\u00a0points"),
  ]);
  expect(landingWords(land([], "higher"), { unit: "fraction", better: "higher" }, "baseline")).toEqual([
    "It can be told apart from every baseline.",
    "No baseline is better by more than chance explains.",
    "No baseline is worse by more than chance explains.",
  ]);
});

test("many that are level are counted", () => {
  const many = "abcdefg".split("").map((name) => rival(name, 0, 1));
  expect(landingWords(land(many, "higher"), { unit: "fraction", better: "higher" }, "system")[0]).toContain(
    "Level with a, b, c, d and 3 more:",
  );
});

test("a place has its range", () => {
  expect(placeWords({ rank: 3, range: { low: 2, high: 5 }, of: 13 })).toBe("number 3 (2–5) of 13");
  expect(placeWords({ rank: 1, range: { low: 1, high: 1 }, of: 2 })).toBe("number 1 (1) of 2");
  expect(placeWords({ rank: 1, of: 1 })).toBe("number 1 of 1");
});
