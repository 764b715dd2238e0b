import { Scorecard } from "@stepladder/schema";
import { printScorecard } from "@stepladder/wasm/host/print.ts";
import { describe, expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { generateItems } from "./generate.ts";
import { sampleRecord } from "./sample.ts";
import { file, fixtures, lines, score } from "./testing.ts";

const card = await score(await fixtures("predictions.jsonl"));
const items = [...generateItems({ items: 300, seed: 5 })];
const gold = file("gold.jsonl", items.map((item) => `${JSON.stringify(item)}\n`).join(""));

describe("the fixtures", () => {
  it("have the figures worked out by hand", () => {
    // The first run is right but for its steps; of the second nothing is, and one question is not answered.
    expect(card.scores["text-match"]?.value).toBe(4 / 10);
    expect(card.scores["run-consistency"]?.value).toBe(0);
    expect(card.scores["incremental-consistency"]?.value).toBe((1 + 0) / 2);
    expect(card.slices.kind?.next?.["run-consistency"]?.value).toBe(1 / 2);
    expect(card.slices.kind?.next?.["incremental-consistency"]).toMatchObject({ reason: expect.stringContaining("all four") });
    expect(card.coverage).toEqual({ items: 10, scored: 9, unscored: { "no-prediction": 1 }, share: 9 / 10 });
    expect(card.extraction).toEqual({ attempted: 5, extracted: 5, rules: { "answer-line": 1, "answer-tags": 3, bare: 1 } });
  });

  it("print as a scorecard of the schema", () => {
    expect(Scorecard.parse(JSON.parse(printScorecard(card)))).toEqual(card);
  });
});

describe("scores", () => {
  it("of gold are full", async () => {
    const { scores } = await score([lines(...items.map(({ id, expected }) => ({ id, output: `<answer>${expected}</answer>` })))], [gold]);
    expect(Object.values(scores).map(({ value }) => value)).toEqual([1, 1, 1]);
  });

  it("of baselines are low, and none gets a whole run right", async () => {
    for (const { id, fit } of baselines) {
      const answer = fit(items);
      const { scores } = await score([lines(...items.map((item) => ({ id: item.id, prediction: answer(item) })))], [gold]);
      expect(scores["text-match"]?.value, id).toBeLessThan(0.3);
      expect(scores["run-consistency"]?.value, id).toBe(0);
    }
  });

  it("of the sample show hits, slips, prose and gaps, and fall with the length of runs", async () => {
    const records = items.map(sampleRecord);
    expect(items.map(sampleRecord)).toEqual(records);
    const given = records.filter((record) => record !== undefined);
    const { slices, coverage, extraction } = await score([lines(...given)], [gold]);
    expect(coverage.unscored["no-prediction"]).toBe(items.length - given.length);
    expect(extraction?.extracted).toBeLessThan(extraction?.attempted ?? 0);
    const [easy, hard] = ["easy", "hard"].map((split) => slices.split?.[split]?.["text-match"]?.value ?? Number.NaN) as [number, number];
    expect(easy).toBeGreaterThan(hard);
  });
});
