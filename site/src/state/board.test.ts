import { expect, test } from "vitest";
import { readBoardQuery, sortedBy, writeBoardQuery } from "./board.ts";

const EMPTY = { search: "", hidden: [], sorts: [] };

test("an untouched board has no query, and a strange one counts as untouched", () => {
  expect(writeBoardQuery(EMPTY)).toBe("");
  expect(readBoardQuery("")).toEqual(EMPTY);
  expect(readBoardQuery("?sort=x&sort=a:b:up&hide=&other=1")).toEqual(EMPTY);
});

test("what is chosen is read back, whatever a slice value is called", () => {
  const query = {
    search: "qwen & co",
    hidden: ["published", "baseline"],
    sorts: [
      { table: "scores", column: "final-match", order: "asc" as const },
      { table: "by-task", column: "a:b, c\nd", order: "desc" as const },
    ],
  };
  expect(readBoardQuery(writeBoardQuery(query))).toEqual(query);
});

test("a header sorts by its own best order first, then the other way, and back at what was built leaves no trace", () => {
  const built = { table: "scores", column: "accuracy", order: "desc" } as const;
  const click = (query: typeof EMPTY | ReturnType<typeof sortedBy>, column: string, best: "asc" | "desc") =>
    sortedBy(query, { table: "scores", column }, best, built);
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
