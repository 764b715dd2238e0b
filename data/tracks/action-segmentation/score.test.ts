import { Scorecard } from "@stepladder/schema";
import { printScorecard } from "@stepladder/wasm/host/print.ts";
import { describe, expect, it } from "vitest";
import { file, fixtures, lines, score } from "./testing.ts";

const card = await score(await fixtures("predictions.jsonl"));

/** Frames, right ones, edit score, segments predicted and in gold, hits at .10, .25 and .50, and by how many segments it is off. */
const rows: Record<string, readonly number[]> = {
  "kitchen/ana_tea": [90, 84, 1, 4, 4, 4, 4, 4, 0],
  // seven segments for three: four to take out
  "kitchen/ana_toast": [85, 73, 1 - 4 / 7, 7, 3, 3, 3, 1, 4],
  // pouring and adding tea are exchanged: two replacements; at .25 one of them is out of reach
  "kitchen/ben_tea": [70, 54, 0.5, 4, 4, 3, 2, 2, 0],
  // missing
  "kitchen/ben_toast": [70, 0, 0, 0, 3, 0, 0, 0, 3],
};

describe("the fixtures", () => {
  it("have the rows that can be worked out by hand", () => {
    const told = Object.fromEntries(card.items.map(({ id, statistics }) => [id, Object.values(statistics)]));
    expect(told).toEqual({ ...rows, "kitchen/ana_toast": [85, 73, expect.closeTo(3 / 7, 15), 7, 3, 3, 3, 1, 4] });
  });

  it("have the scores of these rows: pooled in each split, the mean of both splits", () => {
    const close = (value: number) => expect.closeTo(value, 14);
    expect(Object.fromEntries(Object.entries(card.scores).map(([id, { value }]) => [id, value]))).toEqual({
      "f1-at-50": close((10 / 18 + 4 / 11) / 2),
      "f1-at-25": close((14 / 18 + 4 / 11) / 2),
      "f1-at-10": close((14 / 18 + 6 / 11) / 2),
      "edit-score": close(((1 + 3 / 7) / 2 + 0.5 / 2) / 2),
      "frame-accuracy": close((157 / 175 + 54 / 140) / 2),
      "segment-precision-at-50": close((5 / 11 + 2 / 4) / 2),
      "segment-recall-at-50": close((5 / 7 + 2 / 7) / 2),
      "segment-count-error": close((4 / 7 + 3 / 7) / 2),
    });
    expect(card.coverage).toEqual({ items: 4, scored: 3, unscored: { "no-prediction": 1 }, share: 3 / 4 });
  });

  it("have each split's own figures as a slice", () => {
    expect(Object.keys(card.slices.split ?? {})).toEqual(["kitchen/split1", "kitchen/split2"]);
    expect(card.slices.split?.["kitchen/split1"]?.["f1-at-10"]?.value).toBeCloseTo(14 / 18, 14);
  });

  it("print as a scorecard of the schema", () => {
    expect(Scorecard.parse(JSON.parse(printScorecard(card)))).toEqual(card);
  });

  it("in the official folders score as those read as records", async () => {
    const official = await score(await fixtures("official/results"), await fixtures("official/data"));
    expect(official.items).toEqual(card.items);
    expect(official.scores).toEqual(card.scores);
  });
});

/** A prediction written `toast 24, spread 20`; `~` is a blank. */
function runs(text: string): object {
  const pairs = text.split(", ").map((run) => run.split(" ") as [string, string]);
  return { runs: pairs.map(([label, frames]) => [label.replaceAll("~", " "), Number(frames)]) };
}

const one = (prediction: object) => lines({ id: "kitchen/ben_toast", prediction });

describe("frames that are not as many as gold's", () => {
  it("are told and scored: too many make segments, but are in no count of frames", async () => {
    const { items, problems } = await score([one(runs("background 10, cut_bread 16, toast 24, spread 20, eat 5"))]);
    expect(items[3]?.statistics).toMatchObject({ frames: 70, "frames-right": 70, "segments-predicted": 4, "segment-hits-50": 3 });
    expect(problems.flatMap(({ examples }) => examples).find(({ kind }) => kind === "other-length")).toMatchObject({
      severity: "warning",
      id: "kitchen/ben_toast",
      field: "prediction",
      expected: "70 frames, as gold has",
      found: "75",
      fix: expect.stringContaining("as in eval.py"),
    });
  });

  it("are told and scored: those that are missing are wrong, where eval.py stops", async () => {
    const { items, problems } = await score([one(runs("background 10, cut_bread 16, toast 24"))]);
    expect(items[3]?.statistics).toMatchObject({ frames: 70, "frames-right": 50, "segments-predicted": 2, "segment-hits-50": 2 });
    expect(problems.flatMap(({ examples }) => examples).find(({ kind }) => kind === "other-length")).toMatchObject({
      found: "50",
      fix: expect.stringContaining("where eval.py stops"),
    });
  });
});

it("labels of which gold's video has none are told", async () => {
  const { problems } = await score([one({ frames: ["5", "6", "7"] })]);
  expect(problems.flatMap(({ examples }) => examples).find(({ kind }) => kind === "foreign-labels")).toMatchObject({
    severity: "warning",
    found: "5, 6, 7",
    fix: expect.stringContaining("mapping.txt"),
  });
});

describe("format mistakes", () => {
  const told = async (prediction: object) => {
    const { diagnoses, scores } = await score([one(prediction)]);
    return { own: scores["f1-at-50"]?.value, diagnoses: diagnoses.map(({ id, mended }) => [id, mended["f1-at-50"]?.value]) };
  };
  const perfect = 6 / 10 / 2;

  it("at half the frame rate are told, with what repeating gives", async () => {
    const half = runs("background 5, cut_bread 8, toast 12, spread 10");
    expect(await told(half)).toEqual({ own: 0, diagnoses: [["other-rate", perfect]] });
    const double = runs("background 20, cut_bread 32, toast 48, spread 40");
    expect((await told(double)).diagnoses).toEqual([["other-rate", perfect]]);
  });

  it("with another name for background are told", async () => {
    const prediction = runs("SIL 10, cut_bread 16, toast 24, spread 20");
    expect(await told(prediction)).toEqual({ own: 6 / 11 / 2, diagnoses: [["other-background", perfect]] });
  });

  it("with other spelling are told", async () => {
    const prediction = runs("Background 10, Cut~Bread 16, toast 24, spread 20");
    expect((await told(prediction)).diagnoses).toEqual([["label-spelling", perfect]]);
  });

  it("are not told of a prediction without them, or of one that is a little short", async () => {
    const prediction = runs("background 10, cut_bread 16, toast 24, spread 18");
    expect((await told(prediction)).diagnoses).toEqual([]);
    expect((await score(await fixtures("predictions.jsonl"))).diagnoses).toEqual([]);
  });
});

it("data sets side by side are averaged over all of their splits", async () => {
  const bath = [{ id: "bath/a", dataset: "bath", split: "1", runs: [["wash", 10]] }];
  const both = [...(await fixtures("gold.jsonl")), file("bath.jsonl", JSON.stringify(bath[0]))];
  const { scores, slices } = await score(
    [...(await fixtures("predictions.jsonl")), file("b.jsonl", { id: "bath/a", prediction: { frames: "wash wash wash wash" } })],
    both,
  );
  expect(slices.dataset?.kitchen?.["f1-at-50"]?.value).toBe(card.scores["f1-at-50"]?.value);
  expect(slices.dataset?.bath?.["f1-at-50"]?.value).toBe(0);
  expect(scores["f1-at-25"]?.value).toBeCloseTo((14 / 18 + 4 / 11 + 1) / 3, 14);
});
