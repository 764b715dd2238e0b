import { Scorecard } from "@stepladder/schema";
import { printScorecard } from "@stepladder/wasm/host/print.ts";
import { describe, expect, it } from "vitest";
import { fixtures, goldItems, lines, score } from "./testing.ts";

const card = await score(await fixtures("predictions.jsonl"));
const values = (scores: Scorecard["scores"]) =>
  Object.fromEntries(Object.entries(scores).map(([id, { value, reason }]) => [id, value ?? reason]));
const items = await goldItems(await fixtures("gold.jsonl"));

describe("the fixtures", () => {
  it("have the step scores that can be worked out by hand", () => {
    // Cut 5 for 4 of 10; as gold; features as gold; 0.3 and 0.6 leave one frame in step 1 and the others in step 3; missing; 60 for 30 of 70.
    const first = [4 / 5, 1, 1, 1 / 3, 0, 30 / 60];
    const second = [5 / 6, 1, 1, 0, 0, 10 / 40];
    const third = [1, 3 / 8];
    const means = [(4 / 5 + 5 / 6) / 2, 1, 1, (1 / 3 + 3 / 8) / 3, 0, (1 / 2 + 1 / 4) / 2];
    const mean = (all: readonly number[]): unknown => expect.closeTo(all.reduce((sum, value) => sum + value, 0) / all.length, 12);
    expect(values(card.scores)).toMatchObject({
      "step-jaccard": mean(means),
      "step-jaccard-1": mean(first),
      "step-jaccard-2": mean(second),
      "step-jaccard-3": mean(third),
    });
    expect(card.scores["step-jaccard"]).toMatchObject({ scored: 5, unscored: 1 });
    expect(card.scores["step-jaccard-3"]).toMatchObject({ scored: 2, unscored: 0 });
  });

  it("have the reward scores that can be worked out by hand: two of six sequences have rewards", () => {
    // 4 of 4 and 5 of 6; 3 of 8 and 0 of 5.
    expect(values(card.scores)).toMatchObject({
      "reward-jaccard": expect.closeTo(((1 + 5 / 6) / 2 + 3 / 8 / 2) / 6, 12),
      "reward-jaccard-1": expect.closeTo((1 + 3 / 8) / 6, 12),
      "reward-jaccard-2": expect.closeTo(5 / 6 / 6, 12),
      // Nobody answered a sequence that has a step 3.
      "reward-jaccard-3": "no reward was predicted",
    });
  });

  it("are cut by activity, steps and length", () => {
    expect(Object.fromEntries(Object.entries(card.slices).map(([id, cuts]) => [id, Object.keys(cuts)]))).toEqual({
      setting: ["lantern, 2 steps", "lantern, 3 steps", "parcel, 2 steps", "parcel, 3 steps"],
      activity: ["lantern", "parcel"],
      steps: ["2 steps", "3 steps"],
      length: ["1-59", "60-119"],
    });
    expect(card.slices.steps?.["2 steps"]?.["step-jaccard-3"]).toEqual({ reason: "no item asks for a step", scored: 0, unscored: 0 });
  });

  it("show cuts that are seconds, with the score of the frames that they mean", () => {
    expect(card.diagnoses).toMatchObject([{ id: "cuts-in-seconds", items: 1, examples: ["pr-try-00003"] }]);
    const gain = (1 - (1 / 3 + 3 / 8) / 3) / 6;
    expect(card.diagnoses[0]?.mended["step-jaccard"]?.value).toBeCloseTo((card.scores["step-jaccard"]?.value as number) + gain, 12);
  });

  it("print as a scorecard of the schema", () => {
    expect(Scorecard.parse(JSON.parse(printScorecard(card)))).toEqual(card);
  });
});

describe("a submission", () => {
  const perfect = items.map(({ id, cuts, frames }) => {
    const bounds = [0, ...cuts, frames];
    const labels = Array.from({ length: frames }, (_, frame) => bounds.findLastIndex((bound) => bound <= frame) + 1);
    const rewards = cuts.concat(frames).map((_, step) => labels.map((label) => Number(label === step + 1)));
    return { id, cuts, labels, rewards };
  });

  it.each(["cuts", "labels", "rewards"] as const)("of perfect %s has full marks in every slice", async (told) => {
    const { scores, slices, diagnoses, problems } = await score([
      lines(...perfect.map(({ id, [told]: own }) => ({ id, prediction: { [told]: own } }))),
    ]);
    const metric = told === "rewards" ? "reward-jaccard" : "step-jaccard";
    for (const own of [scores, ...Object.values(slices).flatMap((values) => Object.values(values))]) expect(own[metric]?.value).toBe(1);
    expect([diagnoses, problems]).toEqual([[], []]);
  });

  it("for one question has no score, not one of 0, for the other", async () => {
    const steps = await score([lines({ id: "pr-try-00000", prediction: { cuts: [4] } })]);
    expect(values(steps.scores)).toMatchObject({ "step-jaccard": 1 / 6, "reward-jaccard": "no reward was predicted" });
    const rewards = await score([lines({ id: "pr-try-00000", prediction: { rewards: [[], []] } })]);
    expect(values(rewards.scores)).toMatchObject({ "step-jaccard": "no step was predicted", "reward-jaccard": 0, "reward-jaccard-1": 0 });
  });

  it("of features that are too few for their steps has no frame in any", async () => {
    const { scores } = await score([lines({ id: "pr-try-00000", prediction: { features: [[1], [2], [3]], minSize: 2 } })]);
    expect(values(scores)).toMatchObject({ "step-jaccard": 0 });
  });

  it("has the same scores in whatever order gold and predictions are given", async () => {
    const predictions = (await Promise.all((await fixtures("predictions.jsonl")).map((one) => new Response(one.stream()).text()))).join("");
    const turned = predictions.trim().split("\n").toReversed();
    const { scores } = await score([lines(...turned.map((line) => JSON.parse(line)))], [lines(...items.toReversed())]);
    for (const [id, { value, scored }] of Object.entries(card.scores)) {
      expect(scores[id]).toMatchObject(value === undefined ? { scored } : { scored, value: expect.closeTo(value, 12) });
    }
  });

  it("with repeats is averaged", async () => {
    const { scores } = await score([
      lines({ id: "pr-try-00000", sample: 0, prediction: [4] }, { id: "pr-try-00000", sample: 1, prediction: [10] }),
    ]);
    expect(scores["step-jaccard-2"]?.value).toBe(0.5 / 6);
  });
});
