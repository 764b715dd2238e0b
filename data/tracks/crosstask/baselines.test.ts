import { type CrosstaskItem, CrosstaskPrediction } from "@stepladder/schema";
import { expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { fixtures, goldItems } from "./testing.ts";
import track from "./track.ts";

const items = await goldItems(await fixtures("gold.jsonl"));

function predicted(baseline: string, name: string, all: readonly CrosstaskItem[] = items) {
  const item = all.find(({ id }) => id === `crosstask:${name}`) as CrosstaskItem;
  return baselines.find(({ id }) => id === baseline)?.fit(all)(item).seconds;
}

it("no answer is what an unreadable prediction is measured as", () => {
  expect(predicted("empty", "900001_mossTea-001")).toEqual([]);
  expect(track.unscored.prediction).toEqual({ seconds: [] });
});

it("the middle, and evenly spaced, hang on the end of the last segment", () => {
  // 40 seconds, 4 steps; 18 seconds, 3 steps
  expect(predicted("middle", "900001_mossTea-001")).toEqual([20, 20, 20, 20]);
  expect(predicted("uniform", "900001_mossTea-001")).toEqual([5, 15, 25, 35]);
  expect(predicted("uniform", "900002_paperBt-003")).toEqual([3, 9, 15]);
});

it("random seconds are different ones in order, within the video, and the same each time", () => {
  for (const { id, steps } of items) {
    const name = id.replace("crosstask:", "");
    const seconds = predicted("random-in-order", name) as number[];
    expect(seconds).toEqual([...new Set(seconds)].sort((a, b) => a - b));
    expect(seconds).toHaveLength(steps);
    expect(Math.max(...seconds)).toBeLessThan(40);
    expect(predicted("random-in-order", name)).toEqual(seconds);
  }
});

it("random seconds are all alike: the mean of many is that of all choices", () => {
  const video: CrosstaskItem = { id: "", task: "1", steps: 2, segments: [{ step: 1, start: 0, end: 10 }] };
  const many = Array.from({ length: 2000 }, (_, i) => ({ ...video, id: `crosstask:1_${i}` }));
  const random = baselines.find(({ id }) => id === "random-in-order")?.fit(many);
  const sums = many.map((item) => random?.(item).seconds as number[]);
  const mean = (step: number) => sums.reduce((sum, seconds) => sum + (seconds[step] as number), 0) / many.length;
  // Two of ten seconds: the lower is (10 - 2) / 3 on average, the upper 2 * 11 / 3 - 1.
  expect(mean(0)).toBeCloseTo(8 / 3, 0);
  expect(mean(1)).toBeCloseTo(19 / 3, 0);
});

it("the usual place is learnt from the other videos of the task", () => {
  // 2-9 and 1-18 s: of 100 places the third step is in the last third of the others
  const seconds = predicted("usual-place", "900002_paperBt-001") as number[];
  expect(seconds[2]).toBeGreaterThanOrEqual(16);
  const changed = items.map((item) =>
    item.id === "crosstask:900002_paperBt-001" ? { ...item, segments: [{ step: 2, start: 0, end: 24 }] } : item,
  );
  expect(predicted("usual-place", "900002_paperBt-001", changed)).toEqual(seconds);
  // No other video of the task: the middle.
  expect(predicted("usual-place", "900001_mossTea-001", items.slice(0, 1))).toEqual([20, 20, 20, 20]);
});

it("every baseline makes predictions of the schema", () => {
  for (const { fit } of baselines) {
    for (const item of items) expect(CrosstaskPrediction.safeParse(fit(items)(item)).success).toBe(true);
  }
});
