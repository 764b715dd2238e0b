import { expect, test } from "vitest";
import { pairs, pairsTitle, pText, signed } from "./pairs.ts";
import { ACCURACY, comparison } from "./testing.ts";

const three = {
  systems: ["A", "B", "C"],
  pairs: [comparison(0, 1, 0.01, 0.4), comparison(0, 2, 0.2, 0.001), comparison(1, 2, 0.19, 0.049)],
};

test("the title counts pairs and neighbours that can be told apart", () => {
  expect(pairsTitle(three)).toBe("2 of 3 pairs can be told apart; 1 of 2 neighbours in rank cannot");
  expect(pairsTitle({ systems: ["A", "B"], pairs: [comparison(0, 1, 0.01, 0.05)] })).toBe("A and B cannot be told apart");
});

test("differences carry a sign unless they round to nothing", () => {
  expect([0.021, -0.0034, 0.0001, -0.0001].map((value) => signed(value, "fraction"))).toEqual(["+2.1", "−0.3", "0.0", "0.0"]);
});

test("a small p has a bound, never 0", () => {
  expect([0.0004, 0.0123].map(pText)).toEqual(["< 0.001", "0.012"]);
});

test("the table has a row for each pair", () => {
  const { table } = pairs(three, ACCURACY);
  expect(table.rows.map((row) => row[7])).toEqual(["no", "yes", "yes"]);
  expect(table.rows.every(({ length }) => length === table.head.length)).toBe(true);
});
