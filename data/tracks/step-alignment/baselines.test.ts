import { AlignmentPrediction } from "@stepladder/schema";
import { expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { fixtures, goldItems } from "./testing.ts";

const items = await goldItems(await fixtures("gold.jsonl"));
const [cake, short, tea] = items as [(typeof items)[0], (typeof items)[0], (typeof items)[0]];
const links = (id: string, item: (typeof items)[0]) => baselines.find((one) => one.id === id)?.fit(items)(item).links;

it("no counterparts says so of every action", () => {
  expect(links("nothing", cake)).toEqual([
    [1, 0],
    [3, 0],
  ]);
});

it("every link has all pairs", () => {
  expect(links("everything", tea)).toHaveLength(4 * 2);
});

it("the same place is the relative one, also in a list of one", () => {
  expect(links("diagonal", tea)).toEqual([
    [1, 1],
    [4, 1],
    [7, 4],
    [10, 4],
  ]);
  expect(links("diagonal", short)).toEqual([
    [1, 1],
    [4, 1],
  ]);
  expect(links("diagonal", { ...short, source: short.target, target: short.source })).toEqual([[1, 1]]);
});

it("the same verb is told by its stem, and is the nearest of several", () => {
  expect(links("same-verb", tea)).toEqual([
    [1, 0],
    [4, 4],
    [7, 4],
    [10, 0],
  ]);
  const twice = { ...tea, target: { name: "t", actions: [2, 3, 8, 9].map((token) => ({ token, text: "Pour" })) } };
  expect(links("same-verb", twice)).toEqual([
    [1, 0],
    [4, 3],
    [7, 8],
    [10, 0],
  ]);
  expect(links("same-verb-or-place", tea)).toEqual([
    [1, 1],
    [4, 4],
    [7, 4],
    [10, 4],
  ]);
});

it("every baseline makes predictions of the schema", () => {
  for (const { fit } of baselines) expect(AlignmentPrediction.safeParse(fit(items)(tea)).success).toBe(true);
});
