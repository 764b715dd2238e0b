import { expect, test } from "vitest";
import { places, placesTitle, ranking, rankingData, rankingTitle, rankText, shownBaselines } from "./ranking.ts";
import { ACCURACY, baseline, EDITS, system, THREE } from "./testing.ts";

test("systems are best first, whatever the order of rows", () => {
  expect(rankingData(THREE).systems.map(({ name }) => name)).toEqual(["Alpha", "Beta", "Gamma"]);
});

test("a system without a value is not ranked", () => {
  const none = {
    ...THREE[0],
    standing: { value: { kind: "none", reason: "no items" }, ranks: new Float64Array(0), first: 0, letters: "" },
  } as const;
  expect(rankingData([none as never, ...THREE]).systems).toHaveLength(3);
});

test("a rank with its range; a sure one stands alone", () => {
  expect(rankText({ rank: 3, range: { low: 2, high: 6 } })).toBe("3 (2-6)");
  expect(rankText({ rank: 3, range: { low: 3, high: 3 } })).toBe("3");
});

test("the title says whether number 1 is really number 1", () => {
  expect(rankingTitle(rankingData(THREE), ACCURACY)).toBe(
    "Alpha leads step accuracy at 72.0\u00a0%, but 1 system is not separated from it",
  );
  const sure = [system("A", 0.9, 1, "a", [1, 0]), system("B", 0.5, 2, "b", [0, 1])];
  expect(rankingTitle(rankingData(sure), ACCURACY)).toBe("A leads step accuracy at 90.0\u00a0% and is separated from the other system");
  expect(rankingTitle(rankingData([...sure, system("C", 0.4, 3, "c", [0, 0, 1])]), ACCURACY)).toMatch(/separated from all 2 others$/);
});

test("a leader without an interval stays the leader", () => {
  const [, alpha] = THREE;
  const { interval: _, ...standing } = { ...alpha?.standing, interval: undefined };
  const data = rankingData([{ ...alpha, standing } as never, ...THREE.filter(({ name }) => name !== "Alpha")]);
  expect(rankingTitle(data, ACCURACY)).toMatch(/^Alpha leads step accuracy at 72\.0/);
  expect(ranking(data, ACCURACY).table.rows[0]?.slice(0, 5)).toEqual([
    "Alpha",
    { value: 72, text: "72.0" },
    undefined,
    undefined,
    { value: 1, text: "1" },
  ]);
  expect(shownBaselines(rankingData([{ ...alpha, standing } as never, baseline("Guess", 0.8)]), ACCURACY)).toHaveLength(1);
});

test("a letter with a number is another than the one without", () => {
  const far = [system("A", 0.9, 1, "a", [1, 0]), system("B", 0.5, 2, "a2", [0, 1])];
  expect(rankingTitle(rankingData(far), ACCURACY)).toMatch(/separated from the other system$/);
});

test("the title of places tells the surest and the least sure", () => {
  expect(placesTitle(rankingData(THREE))).toBe("Alpha is first in 80\u00a0% of draws; it may stand anywhere from 1 to 2");
  expect(placesTitle(rankingData([system("A", 0.9, 1, "a", [1, 0]), system("B", 0.5, 2, "b", [0, 1])]))).toBe(
    "A is first in 100\u00a0% of draws, and every system keeps its place",
  );
});

test("of baselines the best is drawn, and those that lie among the systems", () => {
  const data = rankingData([...THREE, baseline("Nothing", 0), baseline("Guess", 0.6), baseline("Weak", 0.3)]);
  expect(shownBaselines(data, ACCURACY).map(({ name }) => name)).toEqual(["Guess"]);
  expect(shownBaselines(data, EDITS).map(({ name }) => name)).toEqual(["Nothing", "Weak", "Guess"]);
  expect(ranking(data, ACCURACY).note).toContain("2 weaker ones are in the table only");
});

test("the tables hold every number of the drawings, exactly", () => {
  const { table } = ranking(rankingData([...THREE, baseline("Guess", 0.6)]), ACCURACY);
  expect(table.rows[0]?.slice(0, 2)).toEqual(["Alpha", { value: 72, text: "72.0" }]);
  expect(table.rows.map(([name]) => name)).toEqual(["Alpha", "Beta", "Gamma", "Guess (baseline)"]);
  expect(table.rows.every(({ length }) => length === table.head.length)).toBe(true);
  const shares = places(rankingData(THREE)).table;
  expect(shares.head).toContain("Place 3");
  expect(shares.rows[1]?.at(-2)).toEqual({ value: 0.8, text: "80\u00a0%" });
});
