import { Scorecard } from "@stepladder/schema";
import { printScorecard } from "@stepladder/wasm/host/print.ts";
import { describe, expect, it } from "vitest";
import { fixtures, lines, score } from "./testing.ts";

const card = await score(await fixtures("predictions.jsonl"));
const values = (scores: typeof card.scores) => Object.fromEntries(Object.entries(scores).map(([id, { value }]) => [id, value]));

describe("predictions", () => {
  it("have the figures worked out by hand", () => {
    // Plans: right; 1 3 2 2 for 1 2 3 2; 0 1 1 2 for 0 0 0 3; none.
    expect(values(card.scores)).toEqual({
      "plan-success": 1 / 4,
      "plan-accuracy": (4 + 2 + 1 + 0) / 16,
      "plan-iou": (1 + 1 + 1 / 4 + 0) / 4,
      "first-action-accuracy": 3 / 4,
      "last-action-accuracy": 2 / 4,
      // planned 0 1 2 3, done 0 to 7
      "batch-plan-iou": 4 / 8,
    });
    expect(card.coverage).toEqual({ items: 4, scored: 3, unscored: { "no-prediction": 1 }, share: 3 / 4 });
  });

  it("print as a scorecard of the schema", () => {
    expect(Scorecard.parse(JSON.parse(printScorecard(card)))).toEqual(card);
  });

  it("have no figure of whole batches in a slice, and no interval of it", () => {
    const slices = Object.values(card.slices).flatMap((one) => Object.values(one));
    expect(slices.length).toBeGreaterThan(4);
    for (const scores of slices) expect(scores["batch-plan-iou"]).toMatchObject({ reason: "a part of the file has no such figure" });
    expect(card.scores["batch-plan-iou"]).not.toHaveProperty("low");
  });
});

describe("format mistakes", () => {
  const told = async (...plans: (readonly number[])[]) => {
    const ids = ["plan:900001_teaTime-001:0", "plan:900001_teaTime-001:1", "plan:900001_teaTime-002:0", "plan:900002_paper_Bt-01:0"];
    const { diagnoses } = await score([lines(...plans.map((actions, i) => ({ id: ids[i], prediction: { actions } })))]);
    return diagnoses.map(({ id, mended }) => [id, mended["plan-success"]?.value]);
  };

  it("actions numbered from 1 are told", async () => {
    expect(await told([1, 2, 3, 4], [2, 3, 4, 3], [1, 1, 1, 4], [5, 6, 7, 8])).toEqual([["counted-from-one", 1]]);
  });

  it("plans from the goal to the start are told", async () => {
    expect(await told([3, 2, 1, 0], [2, 3, 2, 1], [3, 0, 0, 0])).toEqual([["turned-around", 3 / 4]]);
  });

  it("plans that go on are told", async () => {
    expect(await told([0, 1, 2, 3, 9], [1, 2, 3, 2], [0, 0, 0, 3, 3, 3])).toEqual([["too-long", 3 / 4]]);
  });

  it("are not told of plans without them", async () => {
    expect(await told([0, 1, 2, 3], [1, 2, 3, 2])).toEqual([]);
    expect(await told([9, 9, 9, 9])).toEqual([]);
  });
});
