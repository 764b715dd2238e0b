import { Scorecard } from "@stepladder/schema";
import { printScorecard } from "@stepladder/wasm/host/print.ts";
import { describe, expect, it } from "vitest";
import { file, fixtures, lines, score } from "./testing.ts";

const card = await score(await fixtures("predictions.jsonl"));
const values = ({ scores }: typeof card) => Object.fromEntries(Object.entries(scores).map(([id, told]) => [id, told.value ?? told.reason]));
const hits = ({ items }: typeof card) => items.map(({ statistics }) => statistics["pointing-hits"]);

describe("the fixtures", () => {
  it("have the rows that can be worked out by hand", () => {
    // queries, answered, hits
    expect(Object.fromEntries(card.items.map(({ id, statistics }) => [id.slice(10), Object.values(statistics)]))).toEqual({
      // 5 is in 3 .. 9 and 35 in 31 .. 39, 21 is not in 12 .. 20; the third step is not shown, so its point counts for nothing
      "900001_mossTea-001": [3, 3, 2],
      // 4.9 is in second 4, the last before 5; 7 is in the first segment of the third step; the fourth step has no point
      "900001_mossTea-002": [4, 3, 3],
      // seconds 5, 12 and 17: the highest score of the second step, at 3, comes before the first step
      "900002_paperBt-001": [3, 3, 3],
      // frames at 30 a second
      "900002_paperBt-002": [2, 2, 0],
      // missing
      "900002_paperBt-003": [3, 0, 0],
    });
  });

  it("have the scores of these rows: the mean over tasks is not that of steps", () => {
    expect(values(card)).toEqual({
      "average-recall": (5 / 7 + 3 / 8) / 2,
      "pointing-recall": 8 / 15,
      "answered-pointing-recall": 8 / 11,
    });
    expect(card.coverage).toEqual({ items: 5, scored: 4, unscored: { "no-prediction": 1 }, share: 4 / 5 });
    expect(card.slices.task?.["900002"]?.["average-recall"]?.value).toBe(3 / 8);
    expect(Object.entries(card.slices.order ?? {}).map(([value, scores]) => [value, scores["pointing-recall"]?.value])).toEqual([
      ["as listed", 5 / 11],
      ["another", 3 / 4],
    ]);
  });

  it("print as a scorecard of the schema", () => {
    expect(Scorecard.parse(JSON.parse(printScorecard(card)))).toEqual(card);
  });

  it("score the same against gold in the official layout", async () => {
    expect(values(await score(await fixtures("predictions.jsonl"), await fixtures("official/release")))).toEqual(values(card));
  });

  it("in tables, one for each video, score as those in records", async () => {
    expect(hits(await score(await fixtures("official/scores")))).toEqual([0, 0, 3, 2, 0]);
  });

  it("in one object of videos, with or without their tasks, score as those in records", async () => {
    expect(hits(await score(await fixtures("videos.json")))).toEqual([2, 3, 3, 0, 0]);
  });
});

const told = async (name: string, prediction: object) => score([lines({ id: `crosstask:${name}`, prediction })]);

it("a segment ends before the whole second at which it has ended, and starts with the second it starts in", async () => {
  const at = async (...seconds: number[]) => hits(await told("900002_paperBt-003", { seconds }))[4];
  // 1-6, 7-12, 13-18
  expect([await at(1, 7, 13), await at(5.99, 11, 17), await at(6, 12, 18), await at(0, 6.5, 12.999)]).toEqual([3, 3, 0, 0]);
  // 8-15.5: second 15 is shown
  expect(hits(await told("900002_paperBt-001", { seconds: [0, 15.9, 0] }))[2]).toBe(1);
});

it("a perfect answer has all, and the answer of nothing none", async () => {
  const records = [
    [4, 13, 0, 35],
    [2, 12, 7, 30],
    [3, 9, 20],
    [0, 5, 10],
    [2, 8, 14],
  ].map((seconds, i) => ({ id: card.items[i]?.id, prediction: { seconds } }));
  expect(values(await score([lines(...records)]))).toEqual({ "average-recall": 1, "pointing-recall": 1, "answered-pointing-recall": 1 });
  const nothing = records.map(({ id }) => ({ id, prediction: { seconds: [] } }));
  expect(values(await score([lines(...nothing)]))).toEqual({
    "average-recall": 0,
    "pointing-recall": "no time was pointed at",
    "answered-pointing-recall": "no time was pointed at",
  });
});

it("the order of items and of predictions changes nothing", async () => {
  const turned = async (name: string) =>
    Promise.all((await fixtures(name)).map(async (source) => (await new Response(source.stream()).text()).trim().split("\n").reverse()));
  const [gold = [], predictions = []] = [(await turned("gold.jsonl"))[0], (await turned("predictions.jsonl"))[0]];
  const other = await score([file("p.jsonl", predictions.join("\n"))], [file("gold.jsonl", gold.join("\n"))]);
  expect(values(other)).toEqual(values(card));
});

describe("format mistakes", () => {
  it("points in frames are told, with the score in seconds", () => {
    expect(card.diagnoses.map(({ id, examples, mended }) => [id, examples, mended["average-recall"]?.value])).toEqual([
      ["frames-at-30", ["crosstask:900002_paperBt-002"], (5 / 7 + 5 / 8) / 2],
    ]);
  });

  it("points in milliseconds are told", async () => {
    const { diagnoses } = await told("900002_paperBt-003", { seconds: [2500, 8000, 14500] });
    expect(diagnoses.map(({ id, mended }) => [id, mended["pointing-recall"]?.value])).toEqual([["milliseconds", 3 / 15]]);
  });

  it("costs, negative logarithms of probabilities, are told and not mended in silence", async () => {
    const rows = Array.from({ length: 18 }, (_, second) => [3, 9, 15].map((at): number => (at === second ? 0.98 : 0.01)));
    const sums = rows.map((row) => row.reduce((a, b) => a + b, 0));
    const costs = rows.map((row, second) => row.map((share) => -Math.log(share / (sums[second] as number))));
    const { scores, diagnoses } = await told("900002_paperBt-003", { scores: costs });
    expect(scores["pointing-recall"]?.value).toBeLessThan(3 / 15);
    expect(diagnoses.map(({ id, mended }) => [id, mended["pointing-recall"]?.value])).toEqual([["costs", 3 / 15]]);
    expect((await told("900002_paperBt-003", { scores: costs.map((row) => row.map((cost) => -cost)) })).diagnoses).toEqual([]);
  });
});
