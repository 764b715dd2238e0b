import { expect, test } from "vitest";
import { FIRST_VIEW } from "../../state/compare.ts";
import { disagreed, PAGE, pageOf } from "./items.ts";

const index = {
  ids: ["i10", "i2", "i3", "i4", "i5"],
  slices: [{ id: "length", values: ["short", "long"], of: [0, 0, 1, 1, 1] }],
};
const a = Float64Array.of(1, 0, 0.5, Number.NaN, 0.2);
const b = Float64Array.of(0, 0, 0.75, 1, 0.6);
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

test("items differ where both rows have a value and these are unlike", () => {
  expect(disagreed(index, [a, b], "higher", {}).map(({ id, lead }) => [id, lead > 0])).toEqual([
    ["i10", true],
    ["i3", false],
    ["i5", false],
  ]);
});

test("where lower is better, the other one is ahead; a cut leaves items out", () => {
  expect(disagreed(index, [a, b], "lower", { length: ["long"] }).map(({ id, lead }) => [id, lead > 0])).toEqual([
    ["i3", true],
    ["i5", true],
  ]);
});

test("a list is filtered, ordered and paged", () => {
  const items = disagreed(index, [a, b], "higher", {});
  expect(ids(pageOf(items, FIRST_VIEW).items)).toEqual(["i10", "i5", "i3"]);
  expect(ids(pageOf(items, { ...FIRST_VIEW, sort: "item", order: "asc" }).items)).toEqual(["i3", "i5", "i10"]);
  expect(ids(pageOf(items, { ...FIRST_VIEW, show: "lost", sort: "b", order: "asc" }).items)).toEqual(["i5", "i3"]);
  const many = Array.from({ length: PAGE + 1 }, (_, at) => ({ at, id: `i${at}`, a: 1, b: 0, lead: 1 }));
  expect(pageOf(many, { ...FIRST_VIEW, page: 9 })).toMatchObject({ page: 2, pages: 2, shown: PAGE + 1, items: [{ id: `i${PAGE}` }] });
  expect(pageOf([], FIRST_VIEW)).toEqual({ items: [], page: 1, pages: 1, shown: 0 });
});
