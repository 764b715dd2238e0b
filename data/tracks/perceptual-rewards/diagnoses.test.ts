import { expect, it } from "vitest";
import { lines, score } from "./testing.ts";

/** Gold of item 1: 12 frames with cuts at 3 and 8; of item 0: 10 frames, cut at 4. */
const diagnosed = async (prediction: object, id = "pr-try-00001") => {
  const { diagnoses } = await score([lines({ id, prediction })]);
  return diagnoses.map((one) => [one.id, one.mended["step-jaccard"]?.value ?? one.mended["reward-jaccard"]?.value]);
};
const on = (text: string, value = 1): number[] => [...text].map((frame) => (frame === "#" ? value : 0));
const [first, second, third] = ["###.........", "...#####....", "........####"] as const;
const full = expect.closeTo(1 / 6, 12);

it.each([
  ["cuts-in-seconds", { cuts: [0.6, 1.6] }],
  ["borders-among-cuts", { cuts: [0, 3, 8] }],
  ["borders-among-cuts", { cuts: [0, 3, 8, 12] }],
  ["steps-from-zero", { labels: [0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2] }],
  ["steps-from-the-end", { labels: [3, 3, 3, 2, 2, 2, 2, 2, 1, 1, 1, 1] }],
  ["labels-at-another-rate", { labels: [..."111111222222222233333333"].map(Number) }],
  ["rewards-in-percent", { rewards: [on(first, 60), on(second, 90), on(third, 51)].map((own) => own.map((x) => x + 20)) }],
  [
    "rewards-by-frame",
    { rewards: Array.from({ length: 12 }, (_, frame) => [first, second, third].map((own) => Number(own[frame] === "#"))) },
  ],
  ["rewards-from-the-end", { rewards: [on(third), on(second), on(first)] }],
  [
    "rewards-at-another-rate",
    { rewards: [on("######.................."), on("......##########........"), on("................########")] },
  ],
] as const)("%s is told and mended", async (id, prediction) => {
  expect(await diagnosed(prediction)).toEqual([[id, full]]);
});

it("none is told of what is right, or wrong in another way", async () => {
  const rewards = [on(first), on(second), on(third)];
  expect(await diagnosed({ cuts: [3, 8], rewards })).toEqual([]);
  expect(await diagnosed({ cuts: [2, 6] })).toEqual([]);
  expect(await diagnosed({ labels: [0, 1, 1, 0, 2, 2, 2, 0, 3, 3, 0, 0] })).toEqual([]);
  expect(await diagnosed({ rewards: [on(first), on(third), on(second)] })).toEqual([]);
  expect(await diagnosed({ rewards: [[], [], []] })).toEqual([]);
  expect(await diagnosed({ features: on(first).map((x) => [x]), minSize: 3 })).toEqual([]);
});

it("mending percent can leave a submission of steps as it is, and is told by its own metric", async () => {
  const { diagnoses, scores } = await score([
    lines({
      id: "pr-try-00000",
      prediction: {
        cuts: [4],
        rewards: [
          [90, 80, 70, 60, 9, 8, 7, 6, 5, 4],
          [1, 2, 3, 4, 60, 70, 80, 90, 95, 99],
        ],
      },
    }),
  ]);
  expect(diagnoses.map(({ id }) => id)).toEqual(["rewards-in-percent"]);
  expect(diagnoses[0]?.mended["step-jaccard"]?.value).toBe(scores["step-jaccard"]?.value);
  expect(diagnoses[0]?.mended["reward-jaccard"]?.value).toBe(1 / 6);
});
