import { describe, expect, it } from "vitest";
import { FIRST_LOOK } from "../../state/explore.ts";
import { bestOf, type ItemMetric, type Known, rowsOf } from "./list.ts";

const metric: ItemMetric = { id: "m", unit: "fraction", better: "higher" };
const known: Known = {
  list: {
    ids: ["t-2", "t-10", "u-1", "u-3"],
    lengths: Int32Array.of(4, 2, 9, 2),
    slices: [{ id: "topic", values: ["Knots", "Soups"], of: Int32Array.of(0, 1, 1, 0) }],
  },
  figures: { values: { m: Float64Array.of(1, 0.5, Number.NaN, 0) }, unscored: [undefined, undefined, undefined, "no-prediction"] },
  failures: {
    kinds: [
      { id: "wrong", title: "Wrong" },
      { id: "late", title: "Late" },
    ],
    shown: [Uint8Array.of(0, 1, 1, 0), Uint8Array.of(0, 0, 1, 0)],
    first: Int32Array.of(-1, 1, 0, -1),
  },
  against: Float64Array.of(1, 0.9, 0.2, 0.4),
};

const ids = (part: Partial<typeof FIRST_LOOK>, of: Known = known) => rowsOf(of, { ...FIRST_LOOK, ...part }, metric).map(({ id }) => id);

describe("rowsOf", () => {
  it("lists all in gold's order, and turned around", () => {
    expect(ids({})).toEqual(["t-2", "t-10", "u-1", "u-3"]);
    expect(ids({ order: "desc" })).toEqual(["u-3", "u-1", "t-10", "t-2"]);
  });

  it("searches ids and slices, for all words", () => {
    expect(ids({ search: "soup" })).toEqual(["t-10", "u-1"]);
    expect(ids({ search: "soup U-" })).toEqual(["u-1"]);
    expect(ids({ search: "stew" })).toEqual([]);
  });

  it("cuts by slices; one that there is not cuts nothing", () => {
    expect(ids({ cut: { topic: ["Knots"] } })).toEqual(["t-2", "u-3"]);
    expect(ids({ cut: { topic: ["nothing"], other: ["x"], constructor: ["y"] } })).toHaveLength(4);
  });

  it.each([
    ["lost", ["t-10", "u-3"]],
    ["best", ["t-2"]],
    ["unscored", ["u-3"]],
    ["differs", ["t-10", "u-3"]],
  ] as const)("shows what is %s", (show, expected) => expect(ids({ show })).toEqual(expected));

  it("shows those that fail in one way", () => {
    expect(ids({ kind: "late" })).toEqual(["u-1"]);
    expect(ids({ kind: "no such kind" })).toHaveLength(4);
  });

  it.each([
    ["id", "asc", ["t-2", "t-10", "u-1", "u-3"]],
    ["value", "asc", ["u-3", "t-10", "t-2", "u-1"]],
    ["value", "desc", ["t-2", "t-10", "u-3", "u-1"]],
    ["length", "desc", ["u-1", "t-2", "t-10", "u-3"]],
    ["step", "asc", ["u-1", "t-10", "t-2", "u-3"]],
    ["gap", "desc", ["t-10", "u-3", "t-2", "u-1"]],
  ] as const)("orders by %s, %s; what has no number stands last", (sort, order, expected) => {
    expect(ids({ sort, order })).toEqual(expected);
  });

  it("neither cuts nor orders by what is not known yet", () => {
    expect(ids({ show: "lost", kind: "late", sort: "step" }, { list: known.list })).toEqual(["t-2", "t-10", "u-1", "u-3"]);
  });
});

it("the best value is the end of a scale that has one, else the best there is", () => {
  const values = Float64Array.of(3, Number.NaN, 7);
  expect(bestOf(values, metric)).toBe(1);
  expect(bestOf(values, { unit: "edits", better: "lower" })).toBe(0);
  expect(bestOf(values, { unit: "steps", better: "higher" })).toBe(7);
});
