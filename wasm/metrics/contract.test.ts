import { expect, it } from "vitest";
import { additive, inUnit, type Matrix, meanOf, ratioOf } from "./contract.ts";

/** Hits over totals, averaged over groups. */
const recall = additive({
  id: "recall",
  title: "Recall",
  unit: "fraction",
  better: "higher",
  binary: false,
  explains: "",
  source: "",
  family: "test",
  statistics: ["hits", "total"],
  byGroup: true,
  finish: ([hits = 0, total = 0]) => (total > 0 ? { kind: "value", value: hits / total } : { kind: "none", reason: "nothing to find" }),
});

const columns = { hits: Float64Array.of(1, 1, 0), total: Float64Array.of(2, 2, 4) };
const groups = { of: Int32Array.of(0, 0, 1), count: 2 };

it("a figure by group is the plain mean of the groups' figures, not the figure of all items", () => {
  // Group 0 finds 2 of 2, group 1 2 of 4: the mean is 3/4, all together would be 4 of 6.
  const uneven: Matrix = { items: 3, columns: { hits: Float64Array.of(1, 1, 2), total: Float64Array.of(1, 1, 4) }, groups };
  expect(recall.value(uneven, undefined)).toEqual({ kind: "value", value: 0.75 });
});

it("a group without weight does not count", () => {
  expect(recall.value({ items: 3, columns, groups }, Float64Array.of(1, 0, 0))).toEqual({ kind: "value", value: 0.5 });
});

it("says why there is no figure by group", () => {
  expect(recall.value({ items: 3, columns }, undefined)).toEqual({ kind: "none", reason: "items carry no group" });
  expect(recall.value({ items: 3, columns, groups }, new Float64Array(3))).toEqual({ kind: "none", reason: "no items" });
});

const told = { title: "", unit: "fraction", better: "higher", binary: false, explains: "", source: "", family: "test" } as const;
const asked = { hits: Float64Array.of(1, 0, 1, 0), total: Float64Array.of(1, 2, 1, 0), asked: Float64Array.of(1, 1, 0, 0) };

it("a mean is taken over the items that a metric asks about", () => {
  const mean = additive({ ...told, id: "mean", among: "asked", ...meanOf("hits") });
  const all: Matrix = { items: 4, columns: asked };
  // One hit among the two items asked; the third item's hit is not asked for.
  expect(mean.value(all, undefined)).toEqual({ kind: "value", value: 0.5 });
  expect(mean.value(all, Float64Array.of(0, 0, 1, 1))).toEqual({ kind: "none", reason: "no items" });
});

it("a ratio is one sum over another, and says what is missing where there is nothing below", () => {
  const ratio = additive({ ...told, id: "ratio", ...ratioOf("hits", "total", "nothing to find") });
  expect(ratio.value({ items: 4, columns: asked }, undefined)).toEqual({ kind: "value", value: 0.5 });
  expect(ratio.value({ items: 4, columns: asked }, Float64Array.of(0, 0, 0, 1))).toEqual({ kind: "none", reason: "nothing to find" });
});

it("a value is written in its unit", () => {
  expect([inUnit(0.25, "fraction"), inUnit(0.25, "coefficient"), inUnit(2.5, "steps"), inUnit(2, "edits"), inUnit(2, "points")]).toEqual([
    "25.0",
    "0.250",
    "2.50",
    "2.00",
    "2.00",
  ]);
});
