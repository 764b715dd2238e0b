import { type CaptionsPrediction, Scorecard } from "@stepladder/schema";
import { printScorecard } from "@stepladder/wasm/host/print.ts";
import { describe, expect, it } from "vitest";
import { file, fixtures, goldItems, lines, score } from "./testing.ts";

const card = await score(await fixtures("predictions.jsonl"));
const gold = await goldItems(await fixtures("gold.jsonl"));
const values = (scores: Scorecard["scores"]) =>
  Object.fromEntries(Object.entries(scores).map(([id, { value, reason }]) => [id, value ?? reason]));
const near = (value: number) => expect.closeTo(value, 12);

describe("the fixtures", () => {
  it("have the scores that can be worked out by hand", () => {
    // Found are four of five steps with four of five segments: the third of the first video is told too late.
    expect(values(card.scores)).toMatchObject({ "localisation-f1": 0.8, "localisation-precision": 0.8, "localisation-recall": 0.8 });
    // Words: 7 of 7, 5 of 6 (a pen for the pencil), 8 of 9 and 7 of 8 (a number each), of 37 in gold.
    const rouge = (common: number, said: number, right: number) => {
      const [p, r] = [common / said, common / right];
      return (2.44 * p * r) / (r + 1.44 * p);
    };
    expect(values(card.scores)["rouge-l"]).toEqual(near((1 + rouge(4, 6, 6) + rouge(8, 9, 8) + rouge(7, 8, 7)) / 5));
    // Both steps of the guideline; the second has 5 of 7 words in gold's order: the wood away around the lead.
    expect(values(card.scores)).toMatchObject({ "guideline-length-f1": 1, "guideline-rouge-l": near((1 + rouge(5, 7, 7)) / 2) });
    // Numbered from 0, one of the three steps of the first video is in the wrong place, and one has no partner; the second is told in full.
    expect(values(card.scores)["guided-pair-f1"]).toBe((2 * 3) / 10);
  });

  it("show mistakes that are told, each with what it costs", () => {
    const told = card.diagnoses.map(({ id, items, examples, mended }) => [
      id,
      items,
      examples[0],
      (mended["cider-d"]?.value ?? 0) > (card.scores["cider-d"]?.value ?? 0),
    ]);
    expect(told).toEqual([
      ["numbered", 1, "guide:steps:fix-pencil-b", true],
      ["parts-from-zero", 1, "guide:guided:fix-pencil-a", false],
    ]);
    expect(card.diagnoses[1]?.mended["guided-pair-f1"]?.value).toBe(1);
  });

  it("are cut by subtask and category, and have no score for what a slice does not ask", () => {
    expect(Object.keys(card.slices.subtask ?? {})).toEqual(["step-captioning", "guideline-summarisation", "guided-captioning"]);
    expect(card.slices.category?.Desk?.["cider-d"]?.value).toBe(card.scores["cider-d"]?.value);
    expect(card.slices.subtask?.["guided-captioning"]?.["cider-d"]).toEqual({
      reason: "no item asks for a step caption",
      scored: 0,
      unscored: 0,
    });
  });

  it("print as a scorecard of the schema", () => {
    expect(Scorecard.parse(JSON.parse(printScorecard(card)))).toEqual(card);
  });
});

const perfect = gold.map(({ id, steps }) => ({ id, prediction: { steps } }));

it("gold itself has full scores, and shows no mistake", async () => {
  const { scores, diagnoses, coverage } = await score([lines(...perfect)]);
  expect(values(scores)).toMatchObject({ "bleu-4": near(1), "rouge-l": near(1), "localisation-f1": 1, "guided-pair-f1": 1 });
  expect(values(scores)).toMatchObject({ "cider-d": near(10), "guideline-cider-d": near(10), "guided-cider-d": near(10) });
  expect(diagnoses).toEqual([]);
  expect(coverage.scored).toBe(5);
});

it("a submission for one subtask has no score, not one of 0, for the others", async () => {
  const { scores } = await score([lines(perfect[2])]);
  expect(values(scores)).toMatchObject({
    "cider-d": "no step caption was predicted",
    "localisation-f1": "no step caption was predicted",
    "guideline-rouge-l": near(1),
    "guided-bleu-4": "no guided caption was predicted",
  });
});

it("an empty list is an answer that is wrong", async () => {
  const { scores } = await score([lines({ id: gold[0]?.id, prediction: [] })]);
  expect(values(scores)).toMatchObject({ "cider-d": 0, "localisation-f1": 0, "localisation-precision": "no segment was predicted" });
});

describe("a mistake is told", () => {
  const own = gold[0]?.steps as CaptionsPrediction["steps"];
  const told = async (steps: CaptionsPrediction["steps"]) => {
    const { diagnoses } = await score([lines({ id: gold[0]?.id, prediction: { steps } })]);
    return diagnoses.map(({ id, mended }) => [id, mended["localisation-recall"]?.value]);
  };
  const bounded = (change: (at: number) => number) => own.map((step) => ({ ...step, bounds: (step.bounds ?? []).map(change) }));

  it.each([24, 25, 30, 1000])("where bounds are seconds times %i", async (rate) => {
    expect(await told(bounded((at) => at * rate))).toEqual([["not-seconds", 3 / 5]]);
  });

  it("where bounds are turned around", async () => {
    expect(await told(own.map((step) => ({ ...step, bounds: step.bounds?.toReversed() })))).toEqual([["swapped-bounds", 3 / 5]]);
  });

  it.each(["1. ", " 2) ", "Step 3: ", "Specific Step 4 - ", '"(5) ', "- 6. "])("where captions begin with %j", async (number) => {
    expect(await told(own.map((step) => ({ ...step, caption: `${number}${step.caption}` })))).toEqual([["numbered", 3 / 5]]);
  });

  it("not where a caption begins with a number that is its own", async () => {
    expect(await told(own.map((step) => ({ ...step, caption: `2 ${step.caption}, or 3. pens` })))).toEqual([]);
  });
});

it("step captions in ActivityNet's layout are scored as records are", async () => {
  const results = Object.fromEntries(
    gold
      .filter(({ subtask }) => subtask === "step-captioning")
      .map(({ videos, steps }) => [videos[0], steps.map(({ caption, bounds }) => ({ sentence: caption, timestamp: bounds }))]),
  );
  const { scores, coverage } = await score([file("results.json", { version: "1", results })]);
  expect(coverage.scored).toBe(2);
  expect(values(scores)).toMatchObject({ "cider-d": near(10), "guided-cider-d": "no guided caption was predicted" });
});
