import { COMMON } from "@stepladder/wasm/host/board.ts";
import { expect, test } from "vitest";
import { type BoardQuery, cutOf, readBoardQuery, sortedBy, withColumns, withSince, withSlice, writeBoardQuery } from "./board.ts";

const CHOICES = {
  columns: ["exact", "coverage", "date"],
  slices: { dataset: ["hotpotqa", "bfcl", "tau2"], task: ["a:b, c", "50 %", "x"] },
};
const EMPTY: BoardQuery = { search: "", hidden: [], size: {}, cut: {}, common: false, sorts: [] };
const read = (search: string): BoardQuery => readBoardQuery(search, CHOICES);

test("an untouched board has no query, and a strange one counts as untouched", () => {
  expect(writeBoardQuery(EMPTY)).toBe("");
  expect(read("")).toEqual(EMPTY);
  const strange =
    "?sort=x&sort=a:b:up&hide=&hide=nothing&size=9-4&size=x&since=2026-02-31x&cols=none&slice=dataset:no&slice=no:bfcl&slice=%&slice=constructor:a&slice=__proto__:a&other=1";
  expect(read(strange)).toEqual(EMPTY);
});

const everything: BoardQuery = {
  search: "qwen & co",
  hidden: ["published", "baseline", "closed"],
  size: { from: 4, to: 30.5 },
  since: "2026-03-01",
  columns: ["exact"],
  cut: { dataset: ["bfcl", "tau2"], task: ["a:b, c", "50 %"] },
  common: true,
  sorts: [
    { table: "scores", column: "final-match", order: "asc" },
    { table: "by-task", column: "a:b, c\nd", order: "desc" },
  ],
};

test("what is chosen is read back, whatever a slice value is called", () => {
  expect(read(writeBoardQuery(everything))).toEqual(everything);
});

test("a query reads the same in whatever order its parameters come, and repeated slices keep the last", () => {
  const parts = writeBoardQuery(everything).slice(1).split("&");
  for (let turn = 0; turn < parts.length; turn++) {
    const [turned] = [[...parts.slice(turn), ...parts.slice(0, turn)]];
    const again = read(`?${turned.join("&")}`);
    // Several sorts are of several tables: which comes first says nothing.
    expect({ ...again, sorts: new Set(again.sorts) }).toEqual({ ...everything, sorts: new Set(everything.sorts) });
  }
  expect(read("?hide=baseline,published").hidden).toEqual(["published", "baseline"]);
  expect(read("?slice=dataset:bfcl&slice=dataset:tau2").cut).toEqual({ dataset: ["tau2"] });
});

test("an address can be read by a person", () => {
  expect(writeBoardQuery({ ...everything, search: "qwen", cut: { dataset: ["bfcl", "tau2"] }, sorts: everything.sorts.slice(0, 1) })).toBe(
    "?q=qwen&hide=published,baseline,closed&size=4-30.5&since=2026-03-01&cols=exact&slice=dataset:bfcl,tau2&common&sort=scores:final-match:asc",
  );
  expect(writeBoardQuery({ ...EMPTY, common: true })).toBe("?common");
});

test("sizes are open at either end", () => {
  expect(read("?size=4-").size).toEqual({ from: 4 });
  expect(read("?size=-8").size).toEqual({ to: 8 });
  expect(writeBoardQuery({ ...EMPTY, size: { to: 8 } })).toBe("?size=-8");
});

test("all values of a slice are no cut, and neither is none; the order of choosing leaves no trace", () => {
  const one = withSlice(EMPTY, "task", ["x"], CHOICES);
  const both = withSlice(one, "dataset", ["tau2", "bfcl"], CHOICES);
  expect(both.cut).toEqual({ dataset: ["bfcl", "tau2"], task: ["x"] });
  expect(Object.keys(both.cut)).toEqual(["dataset", "task"]);
  expect(withSlice(both, "dataset", [], CHOICES).cut).toEqual({ task: ["x"] });
  expect(withSlice(one, "task", ["x", "50 %", "a:b, c"], CHOICES)).toEqual(EMPTY);
});

test("the items that all answered are one more cut", () => {
  expect(cutOf(read("?common&slice=dataset:bfcl"))).toEqual({ dataset: ["bfcl"], [COMMON.slice]: [COMMON.value] });
  expect(cutOf(EMPTY)).toEqual({});
  expect(read("?slice=:common:all").cut).toEqual({});
});

test("all columns are no choice, none is one, and days are days", () => {
  expect(withColumns({ ...EMPTY, columns: [] }, CHOICES.columns, CHOICES)).toEqual(EMPTY);
  expect(read("?cols=").columns).toEqual([]);
  expect(writeBoardQuery({ ...EMPTY, columns: [] })).toBe("?cols=");
  expect(read("?cols=date,exact,nothing").columns).toEqual(["exact", "date"]);
  expect(withSince(withSince(EMPTY, "2026-03-01"), "2026-3-1")).toEqual(EMPTY);
});

test("a header sorts by its own best order first, then the other way, and back at what was built leaves no trace", () => {
  const built = { table: "scores", column: "accuracy", order: "desc" } as const;
  const click = (query: BoardQuery, column: string, best: "asc" | "desc") => sortedBy(query, { table: "scores", column }, best, built);
  const reversed = click(EMPTY, "accuracy", "desc");
  expect(reversed.sorts).toEqual([{ ...built, order: "asc" }]);
  expect(click(reversed, "accuracy", "desc").sorts).toEqual([]);
  const other = click(EMPTY, "distance", "asc");
  expect(other.sorts).toEqual([{ table: "scores", column: "distance", order: "asc" }]);
  expect(click(other, "distance", "asc").sorts).toEqual([{ table: "scores", column: "distance", order: "desc" }]);
  expect(click(other, "accuracy", "desc").sorts).toEqual([]);
});

test("tables are sorted independently", () => {
  const first = { table: "by-task", column: "Sort", order: "desc" } as const;
  expect(sortedBy({ ...EMPTY, sorts: [first] }, { table: "scores", column: "date" }, "desc", undefined).sorts).toEqual([
    first,
    { table: "scores", column: "date", order: "desc" },
  ]);
});
