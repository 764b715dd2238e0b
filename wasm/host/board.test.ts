import type { Entry, ItemsIndex } from "@stepladder/schema";
import { expect, test } from "vitest";
import { metrics } from "../metrics/index.ts";
import { boardStandings, COMMON, type Contender, comparable, coverageOn, valuesOn, weightsOf, withCommon } from "./board.ts";
import { loadKernels } from "./node.ts";

const sha = (digit: string): string => digit.repeat(64);
const index: ItemsIndex = {
  schema: "stepladder/items/1",
  track: "toy",
  items: sha("4"),
  ids: ["a", "b", "c", "d"],
  lengths: [1, 2, 3, 4],
  slices: [
    { id: "dataset", values: ["x", "y"], of: [0, 0, 1, 1] },
    { id: "length", values: ["short", "long"], of: [0, 1, 1, 0] },
  ],
};
const row = (id: string, kind: Contender["kind"], hits: readonly number[], unscored: Contender["unscored"] = {}): Contender => {
  const { statistics } = metrics["exact-match"];
  const columns = Object.fromEntries(statistics.map((name) => [name, Float64Array.from(hits)]));
  return { id, kind, matrix: { items: hits.length, columns }, unscored };
};
const board = [
  row("alpha", "system", [1, 0, 1, 1], { unreadable: [1] }),
  row("beta", "system", [0, 0, 1, 0], { "no-prediction": [1, 3], unreadable: [0] }),
  row("guess", "baseline", [0, 0, 0, 0], { unreadable: [2] }),
];

test("several slices cut together, several values of one widen it", () => {
  expect(weightsOf(index, { dataset: ["y"] })).toEqual(Float64Array.of(0, 0, 1, 1));
  expect(weightsOf(index, { dataset: ["y"], length: ["long"] })).toEqual(Float64Array.of(0, 0, 1, 0));
  expect(weightsOf(index, { dataset: ["x", "y"], length: ["long"] })).toEqual(Float64Array.of(0, 1, 1, 0));
  expect(weightsOf(index, { dataset: [] })).toBeUndefined();
  expect(() => weightsOf(index, { dataset: ["z"] })).toThrow(RangeError);
  expect(() => weightsOf(index, { topic: ["x"] })).toThrow(RangeError);
});

test("the items that all systems answered are a slice of their own, in which baselines have no say", () => {
  const cuttable = withCommon(index, board);
  expect(weightsOf(cuttable, { [COMMON.slice]: [COMMON.value] })).toEqual(Float64Array.of(0, 0, 1, 0));
  expect(index.slices).toHaveLength(2);
});

test("coverage counts what each row left unanswered inside a cut", () => {
  const { items, of } = coverageOn(board, index, { dataset: ["x"] });
  expect(items).toBe(2);
  expect(of.get("alpha")).toEqual({ unreadable: 1 });
  expect(of.get("beta")).toEqual({ "no-prediction": 1, unreadable: 1 });
  expect(of.get("guess")).toEqual({ unreadable: 0 });
  expect(coverageOn(board, index, {}).items).toBe(4);
});

test("values are those of each cut, in their order, and a cut without items has none", () => {
  const values = valuesOn(metrics["exact-match"], board, index, [{}, { dataset: ["y"] }, { dataset: ["x"], length: ["long"] }]);
  const numbers = (id: string) => values.get(id)?.map((value) => (value.kind === "value" ? value.value : value.kind));
  expect(numbers("alpha")).toEqual([0.75, 1, 0]);
  expect(numbers("beta")).toEqual([0.25, 0.5, 0]);
});

test("only rows measured on the same items by the same kernels are put side by side", () => {
  const entry = (items: string, kernels: string): Pick<Entry, "evidence"> => ({
    evidence: { kind: "recomputed", predictions: sha("1"), gold: sha("2"), items: sha(items), kernels: sha(kernels) },
  });
  const quoted: Pick<Entry, "evidence"> = { evidence: { kind: "published", source: "https://example.org/", where: "Table 1" } };
  const [old, one, other, elsewhere] = [entry("4", "8"), entry("4", "9"), entry("4", "9"), entry("5", "9")];
  expect(comparable([old, one, quoted, other, elsewhere], sha("4"))).toEqual([one, other]);
});

test("a board without a system has its items and clusters, and its baselines have values and no rank", async () => {
  const kernels = await loadKernels();
  const clustered = { ...index, clusters: [0, 0, 1, 2] };
  const told = (cut: Record<string, string[]>) =>
    boardStandings(kernels, metrics["exact-match"], board.slice(2), clustered, cut, { seed: 1, draws: 10 });
  expect(told({}).all).toEqual({ systems: [], items: 4, clusters: 3, draws: 10 });
  expect(told({ dataset: ["x"] }).all).toEqual({ systems: [], items: 2, clusters: 1, draws: 10 });
  expect(told({}).of.get("guess")).toMatchObject({ value: { kind: "value", value: 0 } });
  expect(told({}).of.get("guess")).not.toHaveProperty("rank");
});

test("two systems that differ alike on every item are told apart only where these are enough", async () => {
  const kernels = await loadKernels();
  const lettersOn = (items: number): (string | undefined)[] => {
    const all = (value: number): number[] => new Array<number>(items).fill(value);
    const ids = all(0).map((_, i) => String(i));
    const rows = [row("right", "system", all(1)), row("wrong", "system", all(0))];
    const told = boardStandings(kernels, metrics["exact-match"], rows, { ...index, ids, slices: [] }, {}, { seed: 1, draws: 50 });
    expect(told.all.gap).toBeUndefined();
    return rows.map(({ id }) => told.of.get(id)?.letters);
  };
  expect(lettersOn(5)).toEqual(["a", "a"]);
  expect(lettersOn(6)).toEqual(["a", "b"]);
});
