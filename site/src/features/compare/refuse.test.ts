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
