import { Scorecard } from "@stepladder/schema";
import { printScorecard } from "@stepladder/wasm/host/print.ts";
import { describe, expect, it } from "vitest";
import { file, fixtures, lines, score } from "./testing.ts";

const card = await score(await fixtures("predictions.jsonl"));
const values = (scores: Scorecard["scores"]) =>
  Object.fromEntries(Object.entries(scores).map(([id, { value, reason }]) => [id, value ?? reason]));

/** IoU of the first segment with the best window, by text: six of the tea, five of the shelf. */
const TEXTS = [36 / 40, 0, 4 / 240, 20 / 32, 28 / 32, 10 / 15, 0, 0, 0, 8 / 8, 20 / 60];
/** With the own window, by query. */
const OWN = [36 / 40, 0, 4 / 240, 20 / 32, 0, 10 / 15, 8 / 10, 0, 0, 0, 0, 1, 6.5 / 7, 20 / 60];
const above = (overlaps: readonly number[], bound: number): number => overlaps.filter((overlap) => overlap > bound).length;
const sum = (overlaps: readonly number[]): number => overlaps.reduce((total, overlap) => total + overlap, 0);

describe("the fixtures", () => {
  it("have the scores by the challenge's rule that can be worked out by hand", () => {
    // Found by a later segment only: filling the kettle.
    expect(values(card.scores)).toMatchObject({
      "grounding-r1-at-30": above(TEXTS, 0.3) / 11,
      "grounding-r1-at-50": above(TEXTS, 0.5) / 11,
      "grounding-r5-at-30": (above(TEXTS, 0.3) + 1) / 11,
      "grounding-r5-at-50": (above(TEXTS, 0.5) + 1) / 11,
      "grounding-mean-r1": (above(TEXTS, 0.3) + above(TEXTS, 0.5)) / 2 / 11,
      "grounding-iou": expect.closeTo(sum(TEXTS) / 11, 12),
    });
  });

  it("have the scores by the starter code's rule that can be worked out by hand", () => {
    // Found by a later segment only: the kettle, and stirring at first and at last.
    expect(values(card.scores)).toMatchObject({
      "grounding-own-r1-at-30": above(OWN, 0.3) / 14,
      "grounding-own-r1-at-50": above(OWN, 0.5) / 14,
      "grounding-own-r5-at-30": (above(OWN, 0.3) + 3) / 14,
      "grounding-own-r5-at-50": (above(OWN, 0.5) + 3) / 14,
      "grounding-own-iou": expect.closeTo(sum(OWN) / 14, 12),
    });
  });

  it("are cut in the ways that the track names", () => {
    expect(Object.fromEntries(Object.entries(card.slices).map(([id, cuts]) => [id, Object.keys(cuts)]))).toEqual({
      subtask: ["grounding", "detection"],
      level: ["step", "substep", "whole video"],
      repeated: ["once", "2 to 4 times", "whole video"],
      continued: ["new", "continued", "whole video"],
      procedural: ["with parts", "without", "whole video"],
      relevance: ["essential", "optional", "unsure", "whole video"],
      duration: ["up to 5 s", "5 to 15 s", "15 to 60 s", "over 60 s", "whole video"],
      "video-length": ["up to 10 min", "10 to 30 min"],
    });
    expect(card.slices.level?.substep?.["grounding-own-r1-at-30"]).toMatchObject({ value: 2 / 5 });
    expect(card.slices.subtask?.detection?.["grounding-r1-at-30"]).toMatchObject({ reason: "no item asks for a step grounding" });
  });

  it("tell the segment that is turned around, and the one in frames", () => {
    expect(card.diagnoses.map(({ id, examples }) => [id, examples])).toEqual([
      ["swapped", ["goalstep:grp-shelf-02:0"]],
      ["frames", ["goalstep:grp-shelf-02:2"]],
    ]);
  });

  it("say what was not answered", () => {
    expect(card.coverage).toEqual({ items: 16, scored: 15, unscored: { "no-prediction": 1 }, share: 15 / 16 });
    expect(card.items.find(({ unscored }) => unscored !== undefined)?.id).toBe("goalstep:grp-shelf-02:1");
  });

  it("print as a scorecard of the schema", () => {
    expect(Scorecard.parse(JSON.parse(printScorecard(card)))).toEqual(card);
  });
});

it("a query without a prediction is a miss where others are answered", async () => {
  const { scores } = await score([lines({ id: "goalstep:tea-01:0", prediction: [[2, 40]] })]);
  expect(values(scores)).toMatchObject({ "grounding-r1-at-50": 1 / 11, "grounding-own-r1-at-50": 1 / 14 });
});

it("a submission that grounds nothing has no score for it", async () => {
  const { scores } = await score(await fixtures("submissions/detections.json"));
  expect(scores["grounding-r1-at-30"]).toMatchObject({ reason: "no step grounding was predicted" });
});

describe("steps of a video", () => {
  it("have the scores that can be worked out by hand", () => {
    // Average precision by category. Boiling and unpacking lie well; stirring is right, wrong and right; screwing overlaps by a third; honey
    // is not named, the check is elsewhere, and warming the cup lies at the wrong place.
    const stirring = 1 / 3 + (1 / 3) * (2 / 3);
    const low = (1 + 1 + stirring + 1) / 7;
    const high = (1 + 1 + stirring) / 7;
    expect(values(card.scores)).toMatchObject({
      "detection-map": expect.closeTo((3 * low + 2 * high) / 5, 12),
      "detection-map-at-10": expect.closeTo(low, 12),
      "detection-map-at-30": expect.closeTo(low, 12),
      "detection-map-at-40": expect.closeTo(high, 12),
      "detection-map-at-50": expect.closeTo(high, 12),
      "step-recall-at-50": 4 / 9,
      "step-precision-at-50": 4 / 8,
    });
  });

  it("of a category that gold does not have are left out", () => {
    expect(card.items.at(-1)).toMatchObject({
      id: "goalstep:grp-shelf-02",
      statistics: { "segments-predicted": 3, "segments-left-out": 1, "grounding-asked": 0 },
    });
  });

  it("have no score where a submission detects nothing", async () => {
    const { scores } = await score(await fixtures("submissions/challenge.json"));
    expect(scores["detection-map"]).toMatchObject({ reason: "no segment was predicted" });
    expect(scores["grounding-r1-at-30"]?.value).toBe(card.scores["grounding-r1-at-30"]?.value);
  });

  it("of equal scores the later in the file stands first, over all its videos", async () => {
    const steps = (segment: readonly number[]) => [{ label: "Hot drinks: boil water", score: 0.5, segment }];
    const right = steps([2, 40]);
    const wrong = steps([200, 240]);
    const results = (before: object, after: object) => score([file("d.json", { results: { "tea-01": before, "grp-shelf-02": after } })]);
    expect((await results(right, wrong)).scores["detection-map"]?.value).toBeCloseTo(0.5 / 7, 12);
    expect((await results([...wrong, ...right], [])).scores["detection-map"]?.value).toBeCloseTo(1 / 7, 12);
  });
});
