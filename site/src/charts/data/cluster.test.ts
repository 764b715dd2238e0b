import { expect, test } from "vitest";
import { clustered } from "./cluster.ts";

/** Distances of five bacteria by 5S ribosomal RNA, a worked example of average linkage: heights 17, 22, 28 and 33 (Wikipedia, "UPGMA"). */
const KNOWN = [
  [0, 17, 21, 31, 23],
  [17, 0, 30, 34, 21],
  [21, 30, 0, 28, 39],
  [31, 34, 28, 0, 43],
  [23, 21, 39, 43, 0],
];

test("the worked example of average linkage comes out", () => {
  const { order, joins } = clustered(5, (a, b) => KNOWN[a]?.[b] as number);
  expect(joins.map(({ distance }) => distance).sort((a, b) => a - b)).toEqual([17, 22, 28, 33]);
  expect(order).toEqual([0, 1, 4, 2, 3]);
});

test("joins lie between the middles of what they join", () => {
  const { joins } = clustered(3, (a, b) => Math.abs(a - b) ** 2);
  expect(joins).toEqual([
    { from: 0, to: 1, distance: 1, inner: [0, 0] },
    { from: 0.5, to: 2, distance: 2.5, inner: [1, 0] },
  ]);
});

test("one row is an order without joins", () => {
  expect(clustered(1, () => 0)).toEqual({ order: [0], joins: [] });
});
