import { describe, expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { generateItems } from "./generate.ts";
import { sampleRecord } from "./sample.ts";
import { fixtures, goldItems, lines, score } from "./testing.ts";

describe("the fixtures", () => {
  it("score as worked out by hand", async () => {
    const { scores, slices, extraction, diagnoses } = await score(await fixtures("predictions.jsonl"));
    // As the reference; JSON in a fence, which loose texts drop; two steps of the graph the wrong way around; a list has no numbers.
    expect(scores["checks-procedure-strict"]?.value).toBe(1 / 4);
    expect(scores["checks-procedure-loose"]?.value).toBe(2 / 4);
    expect(scores["checks-strict"]?.value).toBe((3 + 4 + 5 + 2) / (3 + 5 + 6 + 3));
    expect(scores["checks-loose"]?.value).toBe((3 + 5 + 5 + 2) / (3 + 5 + 6 + 3));
    expect(scores["check-precedence"]?.value).toBe(0);
    expect(scores["check-numbering"]?.value).toBe(2 / 3);
    expect(scores["check-json"]?.value).toBe(0);
    expect(scores["check-quantities"]?.value).toBe(1);
    expect(scores["check-resources-introduced"]?.reason).toBe("no item has such a constraint");
    expect(Object.entries(slices.split ?? {}).map(([split, own]) => [split, own["checks-procedure-strict"]?.value])).toEqual([
      ["easy", 1 / 2],
      ["medium", 0],
      ["hard", 0],
    ]);
    expect(extraction).toEqual({ attempted: 3, extracted: 3, rules: { numbered: 1, "fenced-json": 1, bulleted: 1 } });
    expect(diagnoses.map(({ id, examples }) => [id, examples])).toEqual([["fenced", ["pc-try-00001"]]]);
  });
});

describe("a baseline", () => {
  const items = [...generateItems({ items: 60, seed: 5 })];
  const rates = async (id: string) => {
    const predict = baselines.find((one) => one.id === id)!.fit(items);
    const records = items.map((item) => ({ id: item.id, prediction: predict(item) }));
    const { scores, problems } = await score([lines(...records)], [lines(...items)]);
    expect(problems).toEqual([]);
    return ["checks-procedure-strict", "checks-procedure-loose", "checks-strict", "checks-loose"].map(
      (metric) => scores[metric]?.value ?? Number.NaN,
    );
  };

  it("that gives the reference passes everything, and none that changes no step passes an item", async () => {
    expect(await rates("reference")).toEqual([1, 1, 1, 1]);
    expect(await rates("empty")).toEqual([0, 0, 0, 0]);
    const [source, inForm, reversed, prompt] = await Promise.all(["source", "source-in-form", "reversed", "prompt"].map(rates));
    for (const [all, , each = 0] of [source, inForm, reversed, prompt] as number[][]) {
      expect(all).toBe(0);
      expect(each).toBeGreaterThan(0.1);
      expect(each).toBeLessThan(0.6);
    }
    expect(inForm?.[2]).toBeGreaterThan(source?.[2] ?? 1);
  });
});

describe("the sample", () => {
  it("is the same every time, and has what a person should see: passes, failures, gaps and mistakes of form", async () => {
    const items = await goldItems([lines(...generateItems({ items: 120, seed: 5 }))]);
    const records = items.map(sampleRecord);
    expect(items.map(sampleRecord)).toEqual(records);
    const given = records.filter((record) => record !== undefined);
    const { scores, coverage, diagnoses } = await score([lines(...given)], [lines(...items)]);
    expect(coverage.unscored).toEqual({ "no-prediction": items.length - given.length });
    expect(items.length).toBeGreaterThan(given.length);
    const [strict = 0, loose = 0] = ["checks-procedure-strict", "checks-procedure-loose"].map((id) => scores[id]?.value ?? 0);
    expect(strict).toBeGreaterThan(0.3);
    expect(loose).toBeGreaterThan(strict);
    expect(loose).toBeLessThan(0.95);
    expect(diagnoses.map(({ id }) => id).sort()).toEqual(["chat-around", "fenced"]);
  });
});
