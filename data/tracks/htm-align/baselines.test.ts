import { HtmAlignPrediction } from "@stepladder/schema";
import { expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { fixtures, goldItems, lines, score } from "./testing.ts";
import track from "./track.ts";

const items = await goldItems(await fixtures("gold.jsonl"));
const answers = (id: string) =>
  items.map((item) => ({ id: item.id, prediction: baselines.find((one) => one.id === id)?.fit(items)(item) }));

it("no answer is what an unreadable prediction is measured as", () => {
  expect(answers("empty")[0]?.prediction).toEqual(track.unscored.prediction);
});

it("evenly spaced sentences are one half in ROC-AUC", async () => {
  // kite: 33 seconds, 4 sentences
  expect(answers("evenly-spaced")[0]?.prediction).toEqual({ seconds: [4, 12, 20, 28], alignable: [0, 0, 0, 0] });
  const { scores } = await score([lines(...answers("evenly-spaced"))]);
  expect(scores["alignability-auc"]?.value).toBe(0.5);
});

it("every baseline makes predictions of the schema", () => {
  for (const { id } of baselines) {
    for (const { prediction } of answers(id)) expect(HtmAlignPrediction.safeParse(prediction).success).toBe(true);
  }
});
