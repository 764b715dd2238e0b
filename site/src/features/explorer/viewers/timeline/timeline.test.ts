import type { TimelinePanel } from "@stepladder/wasm/host/panels.ts";
import { describe, expect, it } from "vitest";
import { barsOf, showing, ticksOf, zoomed } from "./bars.ts";
import { timelinePlan, timelineSteps } from "./steps.ts";
import { stepWords, timeLine, timeWords } from "./words.ts";

const panel: TimelinePanel = {
  kind: "timeline",
  title: "Segments",
  unit: "seconds",
  end: 100,
  rows: [
    {
      name: "pour",
      gold: [
        { start: 40, end: 60 },
        { start: 0, end: 10 },
      ],
      predicted: [
        { start: 2, end: 10, score: 0.9 },
        { start: 55, end: 75 },
      ],
    },
    { name: "stir", gold: [{ start: 20, end: 30 }], predicted: [] },
    { name: "wait", gold: [], predicted: [{ start: 80, end: 90 }] },
  ],
  narration: [{ start: 41, end: 44, text: "now pour it" }],
};

describe("pairs", () => {
  it("are by tIoU within a row, in order of time", () => {
    const { gold, predicted } = timelinePlan(panel);
    expect(gold.map(({ segment, shared, isRight }) => [segment.start, shared, isRight])).toEqual([
      [0, 0.8, true],
      [20, 0, false],
      [40, 5 / 35, false],
    ]);
    expect(predicted.map(({ isRight }) => isRight)).toEqual([true, false, false]);
    expect(timelineSteps(panel)).toMatchObject({ count: 3, errors: [1, 2] });
  });

  it("are found at another threshold where the panel names one, and by the benchmark's rule where it tells", () => {
    expect(timelineSteps({ ...panel, least: 0.1 }).errors).toEqual([1]);
    const ruled = panel.rows.map((row) => ({ ...row, gold: row.gold.map((segment) => ({ ...segment, right: segment.start === 20 })) }));
    expect(timelineSteps({ ...panel, rows: ruled }).errors).toEqual([0, 2]);
  });

  it("are none without a prediction", () => {
    const alone = { ...panel, rows: panel.rows.map((row) => ({ ...row, predicted: [] })) };
    expect(timelineSteps(alone)).toMatchObject({ count: 3, errors: [] });
  });
});

describe("words", () => {
  it("tell of a step what was predicted and what is said meanwhile", () => {
    expect(stepWords(panel, timelinePlan(panel), 2)).toEqual([
      "“pour”, gold 0:40 to 1:00.",
      "✗ Not found: predicted 0:55 to 1:15, tIoU 0.14.",
      "Said meanwhile: now pour it",
    ]);
    expect(stepWords(panel, timelinePlan(panel), 1)[1]).toBe("✗ Not found: nothing is predicted for it.");
  });

  it("tell of a time what holds it", () => {
    expect(timeLine(panel, 42)).toBe("At 0:42 gold has pour; predicted: nothing. Said: now pour it.");
  });

  it("write times as minutes and seconds, and frames as numbers", () => {
    expect([timeWords(61.24, "seconds"), timeWords(59.97, "seconds"), timeWords(17, "frames")]).toEqual(["1:01.2", "1:00", "17"]);
  });
});

describe("what is in sight", () => {
  it("is a bar for each segment, and one for many that are too small to tell apart", () => {
    const rows = [{ name: "a", gold: Array.from({ length: 10_000 }, (_, i) => ({ start: i, end: i + 0.5 })), predicted: [] }];
    const { gold } = timelinePlan({ ...panel, end: 10_000, rows });
    const all = barsOf(gold, { from: 0, to: 10_000 }, 500);
    expect(all.length).toBeLessThanOrEqual(500);
    expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(10_000);
    expect(barsOf(gold, { from: 100, to: 110 }, 500).map(({ first }) => first.segment.start)).toEqual([
      100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110,
    ]);
  });

  it("stays within the axis, and holds the segment that is looked at", () => {
    expect(zoomed({ from: 0, to: 100 }, 0.5, 90, 100)).toEqual({ from: 45, to: 95 });
    expect(zoomed({ from: 45, to: 95 }, 4, 90, 100)).toEqual({ from: 0, to: 100 });
    expect(showing({ from: 0, to: 10 }, { start: 95, end: 100 }, 100)).toEqual({ from: 90, to: 100 });
    expect(showing({ from: 0, to: 10 }, { start: 40, end: 60 }, 100)).toEqual({ from: 35, to: 65 });
  });

  it("has ticks at whole minutes, or parts of them", () => {
    expect(ticksOf({ from: 0, to: 240 }, "seconds", 3)).toEqual([0, 120, 240]);
    expect(ticksOf({ from: 70, to: 130 }, "seconds", 4)).toEqual([75, 90, 105, 120]);
    expect(ticksOf({ from: 0, to: 10 }, "seconds", 2)).toEqual([0, 5, 10]);
    expect(ticksOf({ from: 0, to: 240 }, "frames", 3)).toEqual([0, 100, 200]);
  });
});
