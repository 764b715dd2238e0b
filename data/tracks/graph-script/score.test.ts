import { Scorecard } from "@stepladder/schema";
import { printScorecard } from "@stepladder/wasm/host/print.ts";
import { wilson } from "@stepladder/wasm/stats/wilson.ts";
import { describe, expect, it } from "vitest";
import { fixtures, lines, score } from "./testing.ts";

const card = await score(await fixtures("predictions.jsonl"));
const values = (scores: Scorecard["scores"]) =>
  Object.fromEntries(Object.entries(scores).map(([id, { value, reason }]) => [id, value ?? reason]));
const next = "no next step was predicted";
const completion = "no completion was predicted";

describe("the fixtures", () => {
  it("have the next-step scores that can be worked out by hand", () => {
    // Gold {1, 2}, ranked 3 1 2; gold {2, 3}, ranked by score 3 2 0 1; gold {1}, 2 said first behind the prefix.
    expect(values(card.scores)).toMatchObject({
      "accuracy-at-1": 1 / 3,
      "accuracy-at-3": 2 / 3,
      "recall-at-1": 0.5 / 3,
      "recall-at-3": 2 / 3,
      "precision-at-3": (2 / 3 + 2 / 3) / 3,
      "precision-at-5": (2 / 5 + 2 / 5) / 3,
      "f1-at-3": (0.8 + 0.8) / 3,
      "mean-reciprocal-rank": (1 / 2 + 1) / 3,
    });
    expect(card.scores["f1-at-3"]).toMatchObject({ scored: 3, unscored: 0 });
  });

  it("have the completion scores that can be worked out by hand", () => {
    // Two of eleven are answered, both right: 1 2 3 of {1 2 3, 1 3, 2 1 3}, and 3 of {2 3, 3}. Nothing is as far as the shortest reference is long.
    const shortest = [1, 2, 1, 3, 2, 1, 1, 1, 1];
    expect(values(card.scores)).toMatchObject({
      "completion-accuracy": 2 / 11,
      "completion-similarity": 2 / 11,
      "completion-edit-distance": shortest.reduce((sum, length) => sum + length, 0) / 11,
    });
    expect(card.scores["completion-accuracy"]).toMatchObject({ scored: 2, unscored: 9 });
  });

  it("have the graph scores that can be worked out by hand", () => {
    // t00 has 7 transitions, all in at least 1 of 5 paths, 4 of them in more; predicted are those 4. t01: 2 of 2, and one edge too many.
    expect(values(card.scores)).toMatchObject({
      "script-edge-precision-at-10": (1 + 2 / 3) / 2,
      "script-edge-recall-at-10": (4 / 7 + 1) / 2,
      "script-edge-f1-at-10": ((2 * (4 / 7)) / (1 + 4 / 7) + 0.8) / 2,
      "script-edge-f1-at-20": (1 + 0.8) / 2,
      "script-transition-coverage": (11 / 14 + 1) / 2,
      "script-path-acceptance": (3 / 5 + 1) / 2,
    });
  });

  it("are cut by question, steps done and procedure", () => {
    expect(Object.fromEntries(Object.entries(card.slices).map(([id, cuts]) => [id, Object.keys(cuts)]))).toEqual({
      subtask: ["next-step", "completion", "graph-script"],
      prefix: ["0", "1", "2", "3-4"],
      task: ["t00", "t01"],
    });
    expect(card.slices.task?.t01?.["f1-at-3"]).toMatchObject({ value: 0, scored: 1 });
    expect(card.slices.subtask?.completion?.["f1-at-3"]).toEqual({ reason: "no item asks for a next step", scored: 0, unscored: 0 });
  });

  it("have no Wilson interval: items of one procedure come from the same videos, and are drawn together", () => {
    const { value, scored, unscored, low } = card.scores["accuracy-at-1"] ?? {};
    expect(low).toEqual(expect.any(Number));
    expect(low).not.toBe(wilson(value as number, (scored as number) + (unscored as number))?.low);
    for (const cut of Object.values(card.slices).flatMap((values) => Object.values(values))) {
      for (const score of Object.values(cut)) expect(score).not.toHaveProperty("low");
    }
  });

  it("print as a scorecard of the schema", () => {
    expect(Scorecard.parse(JSON.parse(printScorecard(card)))).toEqual(card);
  });
});

describe("a submission for one question", () => {
  it("has no score, not one of 0, for the others", async () => {
    const { scores, coverage } = await score([lines({ id: "gs:t00:next:0", prediction: [1] })]);
    expect(values(scores)).toMatchObject({
      "accuracy-at-1": 1 / 3,
      "completion-accuracy": completion,
      "script-edge-f1-at-10": "no graph was predicted",
      "script-optional-f1": "no graph was predicted",
    });
    expect(coverage).toMatchObject({ items: 16, scored: 1 });
  });

  it("of empty answers is answered, and wrong", async () => {
    const { scores } = await score([lines({ id: "gs:t00:next:0", prediction: [] }, { id: "gs:t00:graph", prediction: { edges: [] } })]);
    expect(values(scores)).toMatchObject({ "f1-at-3": 0, "completion-accuracy": completion, "script-path-acceptance": 0 });
  });

  it("of drawn graphs is read by their steps", async () => {
    const { scores, coverage, items } = await score(await fixtures("drawn.json"));
    expect(coverage).toMatchObject({ scored: 2 });
    expect(values(scores)).toMatchObject({
      "f1-at-3": next,
      "script-edge-precision-at-05": 1,
      "script-edge-recall-at-05": (2 / 7 + 1 / 2) / 2,
    });
    expect(items.filter(({ unscored }) => unscored === undefined).map(({ id }) => id)).toEqual(["gs:t00:graph", "gs:t01:graph"]);
  });
});

describe("steps of a prediction", () => {
  const only = async (id: string, prediction: unknown) =>
    (await score([lines({ id, prediction })])).items.find((item) => item.id === id)?.statistics ?? {};

  it("that the library does not have hold their place in a ranking", async () => {
    expect(await only("gs:t00:next:0", [7, "sing", 1])).toMatchObject({ "reciprocal-rank": 1 / 3 });
    expect(await only("gs:t00:next:0", [-1, "1", "Boil the water.", " boil the water", 1])).toMatchObject({ "reciprocal-rank": 1 / 5 });
  });

  it("that come again are no second hit in a ranking, and are left out of a completion, as are those that there are not", async () => {
    expect(await only("gs:t00:next:0", [1, 1, 2])).toMatchObject({ "precision-at-3": 2 / 3 });
    expect(await only("gs:t00:complete:0-1", [2, 9, 2, "sing", 3])).toMatchObject({ "completion-accuracy": 1 });
  });

  it("may be a hundred thousand", async () => {
    const many = Array.from({ length: 100_000 }, (_, i) => (i === 99_999 ? 1 : i % 2 === 0 ? 3 : 50));
    expect(await only("gs:t00:next:0", many)).toMatchObject({ "reciprocal-rank": 1 / 100_000 });
    expect(await only("gs:t00:complete:0", many)).toMatchObject({ "completion-edit-distance": 2 });
    expect(await only("gs:t00:graph", { paths: [many, many] })).toMatchObject({ "script-edge-precision-at-05": 0 });
    expect(await only("gs:t00:graph", { edges: many.map((step) => [step, 1]) })).toMatchObject({ "script-edge-precision-at-05": 0 });
    expect(await only("gs:t00:next:0", { scores: many })).toMatchObject({ "ranking-answered": 1 });
  });
});
