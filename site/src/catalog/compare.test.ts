import { expect, test } from "vitest";
import { type CompareRow, neighbourPairs, neighboursOf } from "./compare.ts";

const row = (id: string, given: Partial<CompareRow> = {}): CompareRow => ({ id, name: id.toUpperCase(), kind: "system", ...given });
const rows = [row("a"), row("quoted", { apart: "quoted" }), row("b"), row("base", { kind: "baseline" }), row("c")];
const ids = (pair: readonly CompareRow[]) => pair.map(({ id }) => id);

test("neighbours are systems that can be compared, and baselines where there are too few of them", () => {
  expect(neighbourPairs({ rows }, 9).map(ids)).toEqual([
    ["a", "b"],
    ["b", "c"],
  ]);
  expect(neighbourPairs({ rows }, 1).map(ids)).toEqual([["a", "b"]]);
  expect(neighbourPairs({ rows: [row("x", { kind: "baseline" }), row("a")] }, 9).map(ids)).toEqual([["x", "a"]]);
  expect(neighbourPairs({ rows: [row("a")] }, 9)).toEqual([]);
});

test("an entry is offered the rows beside it, a quoted one none", () => {
  expect(ids(neighboursOf({ rows }, "b"))).toEqual(["a", "base"]);
  expect(ids(neighboursOf({ rows }, "c"))).toEqual(["base"]);
  expect(neighboursOf({ rows }, "quoted")).toEqual([]);
});
