import { GroundingPrediction, type GroundingQuery } from "@stepladder/schema";
import { expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { fixtures, goldItems } from "./testing.ts";

const items = await goldItems(await fixtures("gold.jsonl"));

function predicted(baseline: string, id: string, all = items): GroundingPrediction {
  const item = all.find((one) => one.id === `goalstep:${id}`) as GroundingQuery;
  return baselines.find((one) => one.id === baseline)?.fit(all)(item) as GroundingPrediction;
}

it("the whole video is its annotated stretch", () => {
  expect(predicted("whole-video", "grp-shelf-02:3")).toEqual({ segments: [[12.5, 900]] });
});

it("equal windows go from the middle outwards", () => {
  const starts = predicted("uniform-windows", "grp-shelf-02:0").segments?.map(([start = 0]) => (start - 12.5) / 887.5);
  expect(starts?.map((start) => Math.round(start * 5))).toEqual([2, 1, 3, 0, 4]);
});

it("categories are those of the other videos, the commonest first", () => {
  const [first, ...others] = predicted("whole-video", "grp-shelf-02").detections ?? [];
  // Three of six steps of the tea are stirring.
  expect(first).toEqual({ segment: [12.5, 900], label: "Hot drinks: stir", score: 0.5 });
  expect(others.map(({ label }) => label)).toEqual(["Hot drinks: boil water", "Hot drinks: sweeten", "Hot drinks: warm a cup"]);
});

it("the blind prior hits most windows of the other video with its first stretch", () => {
  // Of the shelf, seen from the tea: windows of 5 to 60 s near the start of 887.5 s.
  const share = ([start = 0, end = 0]: readonly number[]): readonly number[] => [start, end].map((time) => (time - 0.02) / 240.48);
  const [first = []] = predicted("blind-prior", "tea-01:0").segments ?? [];
  const [from = 0, to = 0] = share(first);
  expect(from).toBeLessThan(0.2);
  expect(to - from).toBeLessThan(0.1);
  expect(predicted("blind-prior", "tea-01:0").segments).toHaveLength(5);
});

it("the order of queries puts the third of six behind the middle of the first half", () => {
  const [[start = 0, end = 0] = []] = predicted("listed-order", "grp-shelf-02:2").segments ?? [];
  expect((start + end) / 2).toBeCloseTo(12.5 + (2.5 / 6) * 887.5, 9);
  expect(end - start).toBeCloseTo(887.5 / 6, 9);
});

it("no window or category of a video decides what is said of it", () => {
  const changed = items.map((item) => {
    if (item.video !== "tea-01") return item;
    if (item.subtask === "grounding") return { ...item, windows: [[200, 239]] };
    return { ...item, segments: [{ segment: [1, 2], label: "Other: thing" }] };
  });
  for (const { id } of baselines) {
    for (const item of ["tea-01:3", "tea-01"]) expect(predicted(id, item, changed), `${id} ${item}`).toEqual(predicted(id, item));
  }
});

it("every baseline makes predictions of the schema", () => {
  for (const { fit } of baselines) {
    const predict = fit(items);
    for (const item of items) expect(GroundingPrediction.safeParse(predict(item)).success).toBe(true);
  }
});
