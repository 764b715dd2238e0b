import { readFile } from "node:fs/promises";
import { Scorecard } from "@stepladder/schema";
import { printScorecard } from "@stepladder/wasm/host/print.ts";
import { describe, expect, it } from "vitest";
import { fixtures, score } from "./testing.ts";

const joined = await fixtures("predictions.jsonl");
const card = await score(joined);

/** Prefix match length, prefix accuracy, sequential match, final match, positionwise ratio, states in gold, states predicted. */
const rows: Record<string, readonly number[]> = {
  // as gold
  task01_0000: [2, 1, 1, 1, 1, 2, 2],
  // numbers written as strings: elements of lists are compared by their str()
  task04_0001: [3, 1, 1, 1, 1, 3, 3],
  // the second state is wrong
  task07_0002: [1, 1 / 3, 0, 1, 2 / 3, 3, 3],
  // the final state again among the intermediate ones: 3 of max(3, 4)
  task13_0003: [3, 3 / 4, 0, 1, 3 / 4, 3, 4],
  // nothing said, but the final state of gold is empty text
  task16_0004: [0, 0, 0, 1, 0, 3, 1],
  // "5" and 10.9 are 5 and 10 to int(); the sixth state is missing, so "70" meets 68
  task21_0005: [5, 5 / 7, 0, 1, 5 / 7, 7, 6],
  // the given state stands first: all seventeen come one place late, and neighbours differ
  task22_0006: [0, 0, 0, 1, 0, 17, 18],
  // missing: measured as an empty answer
  task23_0007: [0, 0, 0, 0, 0, 3, 1],
};

describe("the fixtures", () => {
  it("have the rows that can be worked out by hand", () => {
    expect(Object.fromEntries(card.items.map(({ id, statistics }) => [id, Object.values(statistics)]))).toEqual(rows);
  });

  it("have the means of these rows, added in gold's order", () => {
    const mean = (column: number) => Object.values(rows).reduce((sum, row) => sum + (row[column] as number), 0) / 8;
    const scores = Object.entries(card.scores).map(([id, { value }]) => [id, value]);
    expect(Object.fromEntries(scores)).toEqual({
      "prefix-accuracy": mean(1),
      "sequential-match": 2 / 8,
      "final-match": 7 / 8,
      "prefix-match-length": 14 / 8,
      "positionwise-match-ratio": mean(4),
    });
    expect(card.scores["prefix-accuracy"]).toMatchObject({ scored: 7, unscored: 1 });
    expect(card.coverage).toEqual({ items: 8, scored: 7, unscored: { "no-prediction": 1 }, share: 7 / 8 });
  });

  it("are cut by official length and by task", () => {
    const sizes = Object.entries(card.slices.length ?? {}).map(([band, { "final-match": score }]) => [
      band,
      score?.scored,
      score?.unscored,
    ]);
    expect(sizes).toEqual([
      ["short", 5, 1],
      ["medium", 1, 0],
      ["long", 1, 0],
    ]);
    expect(Object.keys(card.slices.task ?? {})).toEqual([
      "Sort",
      "Search",
      "Encode",
      "Compare",
      "PushPop",
      "Cumulate",
      "MoveCyclic",
      "FindCyclic",
    ]);
    expect(card.slices.length?.medium?.["prefix-accuracy"]?.value).toBe(5 / 7);
  });

  it("show both format mistakes, each with what mending it gives", () => {
    expect(card.diagnoses.map(({ id, examples }) => [id, examples])).toEqual([
      ["final-repeated", ["task13_0003"]],
      ["init-included", ["task22_0006"]],
    ]);
    expect(card.diagnoses.map(({ mended }) => mended["sequential-match"]?.value)).toEqual([3 / 8, 3 / 8]);
  });

  it("print as a scorecard of the schema", () => {
    expect(Scorecard.parse(JSON.parse(printScorecard(card)))).toEqual(card);
  });
});

it("no fixture names a place on a machine", async () => {
  for (const source of await fixtures(".")) {
    const text = await readFile(new URL(`fixtures/${source.name}`, import.meta.url), "utf8");
    expect(text, source.name).not.toMatch(/\/(?:home|work|Users|tmp)\//);
  }
});
