import { expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { fixtures, goldItems, lines, score } from "./testing.ts";

const items = await goldItems(await fixtures("gold.jsonl"));
const cards: Record<string, Awaited<ReturnType<typeof score>>> = {};
for (const { id, fit } of baselines) {
  const predict = fit(items);
  cards[id] = await score([lines(...items.map((item) => ({ id: item.id, prediction: predict(item) })))]);
}
const value = (baseline: string, metric: string) => cards[baseline]?.scores[metric]?.value;

it("answer for every video, without a fault", () => {
  for (const { id } of baselines) expect([cards[id]?.coverage.share, cards[id]?.problems], id).toEqual([1, []]);
});

it("that differ by their labels alone have one official score, and others where steps are compared", () => {
  for (const metric of ["grounding-map", "grounding-map-at-30", "segment-recall-at-50"]) {
    expect(value("one-step", metric)).toBe(value("even-steps", metric));
  }
  expect(value("even-steps", "grounding-map")).toBeGreaterThan(0);
  expect(value("one-step", "step-map")).not.toBe(value("even-steps", "step-map"));
});

it("point at the middle of what they name, or not at all", () => {
  // Of toast's second video, 0 to 90 s for two steps: 67 s lies in 30 to 90 s.
  expect(cards["even-steps"]?.items[3]?.statistics["pointing-hits"]).toBe(1);
  expect(value("whole-video", "pointing-recall")).toBeGreaterThan(0);
  expect(cards["one-step"]?.scores["pointing-recall"]).toMatchObject({ reason: "no time was pointed at" });
});
