import { readFile } from "node:fs/promises";
import { Scorecard } from "@stepladder/schema";
import { printScorecard } from "@stepladder/wasm/host/print.ts";
import { wilson } from "@stepladder/wasm/stats/wilson.ts";
import { describe, expect, it } from "vitest";
import { file, fixtures, score } from "./testing.ts";
import track from "./track.ts";

const joined = await fixtures("predictions.jsonl");
const card = await score(joined);

/** Steps, steps answered, matches, exact, first error, answered, both of these. */
const rows: Record<string, readonly number[]> = {
  // as gold
  "hotpotqa:0:0": [3, 3, 3, 1, 1, 1, 1],
  // the judge failed: nothing is labelled, and gold has no error
  "hotpotqa:0:1": [2, 0, 0, 0, 1, 0, 0],
  // an error seen two messages early
  "gaia_dev:0:0": [4, 4, 3, 0, 0, 1, 0],
  // as gold, but a tool's message is labelled too
  "gaia_dev:0:2": [1, 1, 1, 0, 1, 1, 1],
  // neutral taken for correct
  "bfcl:3:2": [2, 2, 1, 0, 1, 1, 1],
  // " 3" is no step, but it is 3 where errors are put in order
  "bfcl:3:3": [2, 1, 1, 0, 1, 1, 1],
  // 2 is no label of gold's; the third step got null
  "tau2:0:0": [3, 2, 1, 0, 1, 1, 1],
  // missing
  "tau2:49:4": [3, 0, 0, 0, 0, 0, 0],
};

describe("the fixtures", () => {
  it("have the rows that can be worked out by hand", () => {
    expect(Object.fromEntries(card.items.map(({ id, statistics }) => [id, Object.values(statistics).slice(0, 7)]))).toEqual(rows);
  });

  it("have the scores that follow", () => {
    const values = Object.fromEntries(Object.entries(card.scores).map(([id, { value, reason }]) => [id, value ?? reason]));
    expect(values).toEqual({
      "step-accuracy": 10 / 20,
      "first-error-accuracy": 6 / 8,
      "exact-match": 1 / 8,
      "answered-first-error-accuracy": 5 / 8,
      "erroneous-first-error-accuracy": 2 / 4,
      // Three are called error-free, and are; the fourth got no answer.
      "error-free-precision": 1,
      "error-free-recall": 3 / 4,
      "answered-step-accuracy": 10 / 13,
      // Of the 12 labels that are one of the three, 10 match; gold has 4 -1, 2 0 and 6 1 there, the labels 5, 1 and 6.
      "cohen-kappa": expect.closeTo((10 / 12 - 58 / 144) / (1 - 58 / 144), 14),
      "correct-precision": 5 / 6,
      "correct-recall": 5 / 12,
      "correct-f1": 10 / 18,
      "neutral-precision": 1,
      "neutral-recall": 1 / 2,
      "neutral-f1": 2 / 3,
      "incorrect-precision": 4 / 5,
      "incorrect-recall": 4 / 6,
      "incorrect-f1": 8 / 11,
      "macro-f1": expect.closeTo((10 / 18 + 2 / 3 + 8 / 11) / 3, 15),
    });
    expect(Object.keys(card.scores)).toEqual([...track.metrics]);
  });

  it("count unanswered trajectories apart, also where a metric asks about some only", () => {
    expect(card.coverage).toEqual({ items: 8, scored: 6, unscored: { "no-prediction": 1, unreadable: 1 }, share: 6 / 8 });
    expect(card.scores["erroneous-first-error-accuracy"]).toMatchObject({ scored: 3, unscored: 1 });
    expect(card.scores["error-free-recall"]).toMatchObject({ scored: 3, unscored: 1 });
    expect(card.scores["error-free-precision"]).toMatchObject({ scored: 3, unscored: 0 });
    expect(card.problems.map(({ kind, count }) => [kind, count])).toEqual([
      ["missing-prediction", 1],
      ["no-answer", 1],
      ["odd-label", 1],
    ]);
  });

  it("share questions, so that no share has an interval that takes them for independent draws", () => {
    const { value, scored, unscored, low } = card.scores["first-error-accuracy"] ?? {};
    // Whole questions are drawn instead.
    expect(low).toEqual(expect.any(Number));
    expect(low).not.toBe(wilson(value as number, (scored as number) + (unscored as number))?.low);
  });

  it("are cut as a reader of the field would", () => {
    const sizes = Object.entries(card.slices).map(([id, values]) => [
      id,
      Object.entries(values).map(([value, { "step-accuracy": own }]) => `${value} ${(own?.scored ?? 0) + (own?.unscored ?? 0)}`),
    ]);
    expect(sizes).toEqual([
      ["dataset", ["hotpotqa 2", "gaia_dev 2", "bfcl 2", "tau2 2"]],
      ["error", ["erroneous 4", "error-free 4"]],
      ["outcome", ["correct 4", "neutral 1", "incorrect 3"]],
      ["length", ["1-3 7", "4-7 1"]],
    ]);
    expect(card.slices.error?.["error-free"]?.["erroneous-first-error-accuracy"]).toEqual({ reason: "no items", scored: 0, unscored: 0 });
  });

  it("print as a scorecard of the schema", () => {
    expect(Scorecard.parse(JSON.parse(printScorecard(card)))).toEqual(card);
  });
});

it("an empty answer has its first error right wherever gold has none, and nothing else", async () => {
  const lines = Object.keys(rows).map((id) => JSON.stringify({ id, prediction: { labels: {} } }));
  const { scores, coverage } = await score([file("p.jsonl", lines.join("\n"))]);
  expect(coverage.share).toBe(1);
  expect(scores["first-error-accuracy"]?.value).toBe(4 / 8);
  for (const id of ["step-accuracy", "exact-match", "answered-first-error-accuracy", "error-free-recall"])
    expect(scores[id]?.value).toBe(0);
  expect(scores["error-free-precision"]).toEqual({ reason: "no trajectory is called error-free", scored: 0, unscored: 0 });
});

describe("steps that are counted instead of named by their messages", () => {
  const told = async (labels: (gold: Record<string, number>) => unknown) => {
    const gold = (await readFile(new URL("fixtures/gold.jsonl", import.meta.url), "utf8")).trimEnd().split("\n");
    const lines = gold.map((line) => {
      const { dataset, query_index, sample_index, step_labels } = JSON.parse(line);
      return JSON.stringify({ dataset, query_index, sample_index, step_labels: labels(step_labels), comment: "" });
    });
    return score([file("p.jsonl", lines.join("\n"))]);
  };

  it.each([
    ["a list", (gold: Record<string, number>) => Object.values(gold)],
    ["keys from 1 on", (gold: Record<string, number>) => Object.fromEntries(Object.values(gold).map((label, i) => [i + 1, label]))],
  ])("%s: told, with the score that mending gives", async (_, labels) => {
    const { scores, diagnoses } = await told(labels);
    expect(scores["step-accuracy"]?.value).toBeLessThan(0.5);
    expect(diagnoses.map(({ id, items, mended }) => [id, items, mended["exact-match"]?.value])).toEqual([["steps-counted", 8, 1]]);
  });

  it("is not seen in labels by message", async () => {
    expect((await told((gold) => gold)).diagnoses).toEqual([]);
    expect(card.diagnoses).toEqual([]);
  });
});

it("repeats vote with their first error", async () => {
  const said = (sample: number, labels: object) => JSON.stringify({ id: "hotpotqa:0:0", sample, prediction: { labels } });
  const lines = [said(0, { 2: -1 }), said(1, { 6: -1, 2: 1 }), said(2, { 6: -1, 4: 1 })];
  const { repeats } = await score([file("p.jsonl", lines.join("\n"))]);
  // Two of three say 6; of the other seven, all missing, four have no error.
  expect(repeats?.majority["3"]?.["first-error-accuracy"]).toBe(5 / 8);
});

it("no fixture names a place on a machine", async () => {
  for (const source of await fixtures(".")) {
    const text = await readFile(new URL(`fixtures/${source.name}`, import.meta.url), "utf8");
    expect(text, source.name).not.toMatch(/\/(?:home|work|Users|tmp)\//);
  }
});
