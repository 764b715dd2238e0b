import { expect, test } from "vitest";
import { FIRST_VIEW, mineId, mineName, readCompareQuery, writeCompareQuery } from "./compare.ts";

const NOTHING = { rows: [], cut: {}, view: FIRST_VIEW };

test("nothing chosen has no query, and a strange one counts as nothing", () => {
  expect(writeCompareQuery(NOTHING)).toBe("");
  expect(readCompareQuery("")).toEqual(NOTHING);
  expect(readCompareQuery("?a=&sort=gap:up&sort=x:asc&page=-1&show=x&slice=:&metric=&item=")).toEqual(NOTHING);
});

test("every choice is read back, whatever a row, a slice's value or an item is called", () => {
  const query = {
    track: "toy",
    rows: ["alpha", mineId("run 2, & more"), "beta"],
    metric: "edge-f1",
    cut: { task: ["a:b, c", "50%"], length: ["1-3"] },
    view: { show: "lost", sort: "item", order: "asc", page: 3, item: "a&b=c" },
  } as const;
  expect(readCompareQuery(writeCompareQuery(query))).toEqual(query);
});

test("the same row is held once, and a letter that is left out leaves no gap", () => {
  expect(readCompareQuery("?track=toy&a=x&c=y&d=x").rows).toEqual(["x", "y"]);
});

test("a row of the reader's own is told from an entry", () => {
  expect(mineName(mineId("run"))).toBe("run");
  expect(mineName("run")).toBeUndefined();
});
