import { expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { itemsOf } from "./records.ts";
import { lines, score } from "./testing.ts";
import { ownRecords } from "./videos.ts";

const items = ownRecords.flatMap((record) => [...itemsOf(record)]);

function predicted(baseline: string, id: string) {
  const item = items.find((one) => one.id === id);
  return item && baselines.find((one) => one.id === baseline)?.fit(items)(item);
}

it("gold is nine videos of three tasks, with two questions each and a guideline per task", () => {
  const count = (subtask: string): number => items.filter((item) => item.subtask === subtask).length;
  expect([count("step-captioning"), count("guideline-summarisation"), count("guided-captioning")]).toEqual([9, 3, 9]);
  const steps = items.filter(({ subtask }) => subtask === "step-captioning").map((item) => item.steps);
  expect(steps.flat()).toHaveLength(50);
  // Steps of a video do not overlap, so a segment of a tIoU above 0.5 has one partner.
  for (const own of steps)
    for (const [i, { bounds }] of own.entries()) expect(bounds?.[0]).toBeGreaterThanOrEqual(own[i - 1]?.bounds?.[1] ?? 0);
});

it("the whole video is captioned with the goal", () => {
  expect(predicted("whole-video", "guide:steps:own-tube-2")).toEqual({ steps: [{ caption: "patch a bicycle tube", bounds: [0, 125] }] });
  expect(predicted("whole-video", "guide:guideline:how-to-patch-a-bicycle-tube")).toEqual({ steps: [{ caption: "patch a bicycle tube" }] });
  expect(predicted("whole-video", "guide:guided:own-tube-2")?.steps).toHaveLength(4);
});

it("the guideline is copied, and for the guideline the first video", () => {
  expect(predicted("copy-guideline", "guide:guided:own-lantern-3")?.steps[1]).toEqual({
    caption: "Join the paper into a lantern.",
    guideline_step: 2,
  });
  expect(predicted("copy-guideline", "guide:steps:own-lantern-3")?.steps.map(({ bounds }) => bounds)).toEqual([
    [0, 92 / 3],
    [92 / 3, (92 * 2) / 3],
    [(92 * 2) / 3, 92],
  ]);
  expect(predicted("copy-guideline", "guide:guideline:how-to-make-a-paper-lantern")?.steps[0]?.caption).toBe(
    "Fold a sheet of coloured paper in half lengthwise",
  );
});

it("the most frequent caption is that of other tasks", () => {
  const steps = predicted("most-frequent", "guide:steps:own-repot-1")?.steps ?? [];
  expect(new Set(steps.map(({ caption }) => caption)).size).toBe(1);
  expect(items.find(({ id }) => id === "guide:steps:own-repot-1")?.steps.map(({ caption }) => caption)).not.toContain(steps[0]?.caption);
});

it("all of them are predictions in order", async () => {
  const gold = [lines(...items)];
  for (const { fit } of baselines) {
    const predict = fit(items);
    const { problems, coverage } = await score([lines(...items.map((item) => ({ id: item.id, prediction: predict(item) })))], gold);
    expect(problems).toEqual([]);
    expect(coverage.scored).toBe(21);
  }
});
