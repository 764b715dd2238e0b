import { expect, test } from "vitest";
import { entry, metric } from "../../test/entries.ts";
import {
  entriesOfGroup,
  entriesWithRows,
  inBoardOrder,
  isApart,
  metricGroups,
  ofSlicesOnly,
  opennessOf,
  sliceAnchor,
  sliceValues,
} from "./order.ts";

const accuracy = metric("accuracy");
const distance = metric("distance", { unit: "edits", better: "lower" });
const names = (entries: readonly { system: { name: string } }[]): string[] => entries.map(({ system }) => system.name);

const board = [
  entry("Delta", {}),
  entry("Beta", { accuracy: 0.8, distance: 3 }),
  entry("Gamma", { accuracy: 0.9, distance: 5 }, { evidence: "published" }),
  entry("Alpha", { accuracy: 0.8, distance: 1 }),
  entry("Guess", { accuracy: 0.85 }, { kind: "baseline" }),
  entry("Epsilon", { accuracy: 0.7 }),
];

test("the best value comes first, equal ones in name order, none last", () => {
  expect(names(inBoardOrder(board, accuracy))).toEqual(["Gamma", "Guess", "Alpha", "Beta", "Epsilon", "Delta"]);
});

test("where lower is better the lowest comes first, and none still last", () => {
  expect(names(inBoardOrder(board, distance))).toEqual(["Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Guess"]);
});

test("what was scored here but not with the others stands apart; quoted figures stand in place", () => {
  const measured = new Map([["beta", {}]]);
  expect(names(board.filter((one) => isApart(one, measured)))).toEqual(["Delta", "Alpha", "Guess", "Epsilon"]);
  expect(board.filter((one) => isApart(one, undefined))).toEqual([]);
});

test("openness is one word, also where it is not known", () => {
  const of = (open?: boolean) => opennessOf({ system: { name: "A", kind: "system", about: "", ...(open === undefined ? {} : { open }) } });
  expect([of(true), of(false), of()]).toEqual(["open", "closed", "unknown"]);
});

test("neighbouring metrics of one group stand together", () => {
  const metrics = [metric("a", { group: "Final result" }), metric("b", { group: "Final result" }), metric("c", { group: "Steps" })];
  expect(metricGroups(metrics).map(({ id, title, metrics: own }) => [id, title, own.map((one) => one.id)])).toEqual([
    ["final-result", "Final result", ["a", "b"]],
    ["steps", "Steps", ["c"]],
  ]);
  const again = metric("d", { group: "Final result" });
  expect(metricGroups([...metrics, again]).map(({ id }) => id)).toEqual(["final-result", "steps", "final-result-3"]);
  expect(metricGroups([accuracy, ...metrics]).map(({ id, title }) => [id, title])).toEqual([
    ["scores", "Scores"],
    ["final-result", "Final result"],
    ["steps", "Steps"],
  ]);
  expect(metricGroups([accuracy, distance])).toEqual([{ id: "scores", metrics: [accuracy, distance] }]);
});

test("entries with figures of slices alone are told apart, and those with a row anywhere are counted", () => {
  const groups = metricGroups([accuracy, distance]);
  const cut = (id: string) => ({ slices: { length: { short: { [id]: { value: 0.5 } } } } });
  const [sliced, other] = [entry("Sliced", {}, cut("accuracy")), entry("Other", {}, cut("distance"))];
  const all = [...board, sliced, other];
  expect(names(ofSlicesOnly(all, groups))).toEqual(["Sliced", "Other"]);
  const without = (...left: string[]) => names(all).filter((name) => !left.includes(name));
  expect(names(entriesWithRows(all, groups, [{ id: "length" }], "accuracy"))).toEqual(without("Delta", "Other"));
  expect(names(entriesWithRows(all, groups, [], "accuracy"))).toEqual(without("Delta", "Sliced", "Other"));
});

test("a group's table leaves out entries without any of its values, and is ordered by its own first metric", () => {
  expect(names(entriesOfGroup(board, { id: "g", metrics: [distance] }))).toEqual(["Alpha", "Beta", "Gamma"]);
  expect(names(entriesOfGroup(board, { id: "g", metrics: [distance, accuracy] }))).toEqual(["Alpha", "Beta", "Gamma", "Epsilon", "Guess"]);
});

test("values of a slice keep the order in which they are recorded, over all entries", () => {
  const cut = (...values: string[]) => ({ slices: { length: Object.fromEntries(values.map((value) => [value, {}])) } });
  expect(sliceValues([entry("A", {}, cut("short", "long")), entry("B", {}, cut("long", "longer"))], "length")).toEqual([
    "short",
    "long",
    "longer",
  ]);
  expect(sliceAnchor("length", 0)).toBe("by-length-1");
});
