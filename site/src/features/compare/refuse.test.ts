import { expect, test } from "vitest";
import { scorecard } from "../../../test/scorecard.ts";
import type { CompareTrack } from "../../catalog/compare.ts";
import { mineId } from "../../state/compare.ts";
import { mineOfScorecard } from "../../state/mine.ts";
import { chosenRows, refusal } from "./refuse.ts";

const { items, kernels } = scorecard.hashes;
const track: CompareTrack = {
  id: "toy",
  title: "Toy",
  shared: { items, kernels },
  metrics: [],
  slices: [],
  statistics: [],
  rows: [
    { id: "alpha", name: "Alpha", kind: "system" },
    { id: "beta", name: "Beta", kind: "system", apart: "quoted" },
  ],
};
const mine = mineOfScorecard("run", scorecard);

test("rows that are not there are left out, the others keep their order", () => {
  const rows = chosenRows([mineId("run"), "nobody", "alpha", mineId("gone")], track, [mine]);
  expect(rows.map(({ name }) => name)).toEqual(["run", "Alpha"]);
  expect(rows.map(refusal)).toEqual([undefined, undefined]);
});

test.each([
  [{ items: "f".repeat(64), kernels }, /other items of gold/],
  [{ items, kernels: "f".repeat(64) }, /other kernels/],
])("a result with other hashes is refused in words", (hashes, words) => {
  const [row] = chosenRows([mineId("run")], track, [{ ...mine, hashes }]);
  expect(row && refusal(row)).toMatch(words);
});

test("a quoted figure is refused, and so is any result where the board has no packs", () => {
  const { shared: _, ...bare } = track;
  expect(chosenRows(["beta"], track, []).map(refusal)[0]).toMatch(/^Beta is a quoted figure/);
  expect(chosenRows([mineId("run")], bare, [mine])[0]?.apart).toBe("items");
});

test("results of one set stand together, whatever items the board has; beside a row of the board they do not", () => {
  const index = { schema: "stepladder/items/1" as const, track: "toy", items: "f".repeat(64), ids: [], lengths: [], slices: [] };
  const own = (name: string) => ({ ...mine, name, hashes: { items: "f".repeat(64), kernels }, index });
  const kept = [own("set / a"), own("set / b")];
  const ids = kept.map(({ name }) => mineId(name));
  expect(chosenRows(ids, track, kept).map(({ apart }) => apart)).toEqual([undefined, undefined]);
  expect(chosenRows([...ids, "alpha"], track, kept).map(({ apart }) => apart)).toEqual(["items", "items", undefined]);
  const [first, second] = kept as [(typeof kept)[0], (typeof kept)[0]];
  const strange = { ...second, hashes: { items: "e".repeat(64), kernels } };
  expect(chosenRows(ids, track, [first, strange]).map(({ apart }) => apart)).toEqual(["items", "items"]);
});
