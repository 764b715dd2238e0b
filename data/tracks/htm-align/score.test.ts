import { Scorecard } from "@stepladder/schema";
import { printScorecard } from "@stepladder/wasm/host/print.ts";
import { describe, expect, it } from "vitest";
import { fixtures, lines, score } from "./testing.ts";

const card = await score(await fixtures("predictions.jsonl"));
const values = ({ scores }: typeof card) => Object.fromEntries(Object.entries(scores).map(([id, told]) => [id, told.value ?? told.reason]));

describe("the fixtures", () => {
  it("have the rows that can be worked out by hand", () => {
    // queries, answered, hits; sentences, alignable ones, those with a score
    expect(Object.fromEntries(card.items.map(({ id, statistics }) => [id, Object.values(statistics)]))).toEqual({
      // 9 is in [3, 9] and 31 in [30, 33], 24 is not in [15, 23]
      "htm-align:kite-0001": [3, 3, 2, 4, 3, 4],
      // missing
      "htm-align:knot-0004": [1, 0, 0, 2, 1, 0],
      // second 6 is the first of the most similar ones
      "htm-align:soup-0002": [1, 1, 1, 3, 1, 3],
      // 5 is in [2, 7]; the second sentence has no point, the third no score
      "htm-align:wall-0003": [2, 1, 1, 3, 2, 2],
    });
  });

  it("have the scores of these rows", () => {
    expect(values(card)).toEqual({
      "pointing-recall": 4 / 7,
      "answered-pointing-recall": 4 / 5,
      // of the others .3, .4, .4 and two without a score: 2.1, 1.4, .9 and .9 beat five, -.2 two, .4 three and two halves, the last two halves
      "alignability-auc": expect.closeTo((4 * 5 + 2 + 4 + 1) / 35, 14),
    });
    expect(card.coverage).toEqual({ items: 4, scored: 3, unscored: { "no-prediction": 1 }, share: 3 / 4 });
    expect(card.diagnoses).toEqual([]);
  });

  it("print as a scorecard of the schema", () => {
    expect(Scorecard.parse(JSON.parse(printScorecard(card)))).toEqual(card);
  });

  it("score the same against gold in the official layout", async () => {
    expect(values(await score(await fixtures("predictions.jsonl"), await fixtures("official")))).toEqual(values(card));
  });
});

it("points alone have no ROC-AUC, and scores alone no R@1", async () => {
  const alone = async (prediction: object) => values(await score([lines({ id: "htm-align:wall-0003", prediction })]));
  expect(await alone({ seconds: [2, 8, null] })).toEqual({
    "pointing-recall": 2 / 7,
    "answered-pointing-recall": 1,
    "alignability-auc": "no sentence got a score",
  });
  expect(await alone({ alignable: [1, 2, 0] })).toEqual({
    "pointing-recall": "no time was pointed at",
    "answered-pointing-recall": "no time was pointed at",
    // of 7 and 5, two and one are in order, the rest has no score: two win five, five tie with four
    "alignability-auc": expect.closeTo((2 * 5 + (5 * 4) / 2) / 35, 14),
  });
});

it("given points and scores come before similarities", async () => {
  const similarity = [
    [0, 0, 9, 0],
    [0, 9, 0, 0],
    [9, 0, 0, 0],
  ];
  const given = async (more: object) =>
    (await score([lines({ id: "htm-align:wall-0003", prediction: { similarity, ...more } })])).items.at(-1)?.statistics["pointing-hits"];
  expect(await given({})).toBe(1);
  expect(await given({ seconds: [2, 8, 0] })).toBe(2);
});

it("points in another unit are told, with the mended score", async () => {
  const frames = lines({ id: "htm-align:kite-0001", prediction: { seconds: [5, 11, 16, 31].map((second) => second * 30 + 10) } });
  const { scores, diagnoses } = await score([frames]);
  expect(scores["pointing-recall"]?.value).toBe(0);
  const told = diagnoses.map(({ id, mended }) => [id, mended["pointing-recall"]?.value]);
  expect(told).toEqual([["frames-at-30", 3 / 7]]);
});

it("one object of all videos counts as records do", async () => {
  const { items, scores } = await score(await fixtures("videos.json"));
  expect(items.map(({ statistics }) => statistics["pointing-hits"])).toEqual([2, 0, 1, 1]);
  expect(scores["pointing-recall"]?.value).toBe(4 / 7);
});
