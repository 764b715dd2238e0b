import type { GroundingPrediction } from "@stepladder/schema";
import { expect, it } from "vitest";
import { diagnoses } from "./diagnoses.ts";
import { fixtures, goldItems, lines, score } from "./testing.ts";

const told = { annotation: "v_20_620", span: [20, 620] };
const mended = (id: string, prediction: GroundingPrediction) => diagnoses.find((one) => one.id === id)?.mend(prediction, told);
const shown = (prediction: GroundingPrediction): readonly string[] =>
  diagnoses.flatMap(({ id, mend }) => (mend(prediction, told) === undefined ? [] : [id]));

it.each([
  ["swapped", [[90, 30]], [[30, 90]]],
  ["frames", [[900, 2700]], [[30, 90]]],
  ["milliseconds", [[30_000, 90_000]], [[30, 90]]],
  ["normalised", [[0.5, 0.75]], [[320, 470]]],
  ["clip-relative", [[0, 10]], [[20, 30]]],
  [
    "unsorted",
    [
      [30, 90, 0.1],
      [40, 50, 0.7],
    ],
    [
      [40, 50, 0.7],
      [30, 90, 0.1],
    ],
  ],
] as const)("%s times are mended", (id, segments, expected) => {
  const prediction = { segments: segments.map((segment) => [...segment]) };
  expect(shown(prediction)).toContain(id);
  expect(mended(id, prediction)).toEqual({ segments: expected });
});

it("times of detections are mended as well", () => {
  const one = { segment: [900, 2700], label: "stir", score: 0.5 };
  expect(mended("frames", { detections: [one] })).toEqual({ detections: [{ ...one, segment: [30, 90] }] });
});

it("sound predictions show no mistake", () => {
  for (const segments of [
    [[30, 90]],
    [[25, 640]],
    [[0, 630]],
    [],
    [
      [30, 90, 0.7],
      [40, 50, 0.7],
    ],
    [
      [30, 90],
      [40, 50, 0.7],
    ],
  ]) {
    expect(shown({ segments })).toEqual([]);
  }
  expect(shown({})).toEqual([]);
  expect(shown({ detections: [] })).toEqual([]);
});

it.each([
  ["swapped", (time: number) => time, true],
  ["frames", (time: number) => time * 30, false],
  ["milliseconds", (time: number) => time * 1000, false],
] as const)("a perfect submission in %s is told, with the score that it would have", async (id, change, turned) => {
  const items = await goldItems(await fixtures("gold.jsonl"));
  const records = items.flatMap((item) => {
    if (item.subtask !== "grounding") return [];
    const [start = 0, end = 0] = item.windows[0] ?? [];
    const times = [change(start), change(end)];
    return [{ id: item.id, prediction: [turned ? times.toReversed() : times] }];
  });
  const card = await score([lines(...records)]);
  const found = card.diagnoses.find((one) => one.id === id);
  expect(card.scores["grounding-r1-at-30"]?.value).toBeLessThan(0.5);
  expect(found?.mended["grounding-r1-at-30"]?.value).toBeGreaterThan(0.5);
});
