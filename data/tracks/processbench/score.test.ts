import { Scorecard } from "@stepladder/schema";
import { printScorecard } from "@stepladder/wasm/host/print.ts";
import { describe, expect, it } from "vitest";
import { baselines } from "./baselines.ts";
import { fixtures, goldItems, lines, score } from "./testing.ts";
import track from "./track.ts";

const card = await score(await fixtures("predictions.jsonl"));
const gold = await goldItems(await fixtures("gold.jsonl"));

/** Erroneous, found, error-free, called so. */
const rows: Record<string, readonly number[]> = {
  "gsm8k-0": [1, 1, 0, 0],
  // model text
  "gsm8k-1": [0, 0, 1, 1],
  // a score below the threshold where nothing is wrong
  "gsm8k-2": [0, 0, 1, 0],
  // labels of every step
  "gsm8k-3": [1, 1, 0, 0],
  // two of three votes, one answer has none
  "math-0": [1, 1, 0, 0],
  "math-1": [0, 0, 1, 1],
  // one step late
  "math-2": [1, 0, 0, 0],
  // text without an answer
  "math-3": [0, 0, 1, 0],
  "omnimath-0": [1, 1, 0, 0],
  // missing
  "omnimath-1": [0, 0, 1, 0],
};

describe("the fixtures", () => {
  it("have the rows that can be worked out by hand", () => {
    const ids = ["gold-erroneous", "first-error-found", "gold-error-free", "error-free-found"];
    expect(Object.fromEntries(card.items.map(({ id, statistics }) => [id, ids.map((one) => statistics[one])]))).toEqual(rows);
  });

  it("have the scores that follow", () => {
    const values = Object.fromEntries(Object.entries(card.scores).map(([id, { value, reason }]) => [id, value ?? reason]));
    const f1 = (a: number, b: number): number => (2 * a * b) / (a + b);
    expect(values).toEqual({
      "mean-first-error-f1": (f1(1, 1 / 2) + f1(1 / 2, 1 / 2) + 0) / 3,
      "first-error-f1": f1(4 / 5, 2 / 5),
      "erroneous-first-error-accuracy": 4 / 5,
      "error-free-recall": 2 / 5,
      "answered-first-error-accuracy": 6 / 10,
      "error-free-precision": 1,
    });
    expect(Object.keys(card.scores)).toEqual([...track.metrics]);
  });

  it("count what is unanswered apart, and it is wrong either way", () => {
    expect(card.coverage).toEqual({ items: 10, scored: 8, unscored: { "no-prediction": 1, unreadable: 1 }, share: 8 / 10 });
    expect(card.extraction).toEqual({ attempted: 3, extracted: 2, rules: { boxed: 1, vote: 1 } });
    expect(card.problems.map(({ kind, count }) => [kind, count])).toEqual([
      ["missing-prediction", 1],
      ["nothing-extracted", 1],
    ]);
  });

  it("are cut as a reader of the field would, and a subset's mean is its F1", () => {
    const sizes = Object.entries(card.slices).map(([id, values]) => [
      id,
      Object.entries(values).map(([value, { "first-error-f1": own }]) => `${value} ${(own?.scored ?? 0) + (own?.unscored ?? 0)}`),
    ]);
    expect(sizes).toEqual([
      ["subset", ["gsm8k 4", "math 4", "omnimath 2"]],
      ["error", ["erroneous 5", "error-free 5"]],
      ["answer", ["right 6", "wrong 4"]],
      ["length", ["1-4 8", "5-6 2"]],
      ["generator", ["solver-a 5", "solver-b 5"]],
    ]);
    expect(card.slices.subset?.math?.["mean-first-error-f1"]?.value).toBe(card.slices.subset?.math?.["first-error-f1"]?.value);
    expect(card.slices.error?.erroneous?.["first-error-f1"]?.reason).toBe("no item is error-free");
  });

  it("print as a scorecard of the schema", () => {
    expect(Scorecard.parse(JSON.parse(printScorecard(card)))).toEqual(card);
  });
});

/** A submission that says this of every item. */
const saying = (label: (item: (typeof gold)[number]) => number | null) =>
  score([lines(...gold.map((item) => ({ id: item.id, prediction: { label: label(item) } })))]);

describe("a submission", () => {
  it("of gold has everything right, and one that always says the same has F1 0", async () => {
    const right = await saying(({ label }) => label);
    for (const { value } of Object.values(right.scores)) expect(value).toBe(1);
    for (const label of [-1, 0]) expect((await saying(() => label)).scores["first-error-f1"]?.value).toBe(0);
  });

  it("that answers nothing scores 0, where the official formula divides 0 by 0", async () => {
    const { scores, coverage } = await saying(() => null);
    expect([scores["mean-first-error-f1"]?.value, scores["first-error-f1"]?.value, coverage.scored]).toEqual([0, 0, 0]);
  });

  it("in the order of gold or another scores the same", async () => {
    const given = gold.map(({ id, steps }, i) => ({ id, prediction: { label: (i % (steps + 1)) - 1 } }));
    const values = ({ scores }: typeof card) => Object.values(scores).map(({ value }) => value);
    expect(values(await score([lines(...given.toReversed())]))).toEqual(values(await score([lines(...given)])));
  });

  it("with an index that no step has is wrong", async () => {
    const { scores } = await saying(({ label }) => (label === -1 ? -7 : label + 2 ** 40));
    expect(scores["answered-first-error-accuracy"]?.value).toBe(0);
  });
});

describe("a known mistake is told with the score that mending gives", () => {
  it.each([
    ["counted-from-one", (label: number) => (label === -1 ? -1 : label + 1)],
    ["last-right-step", (label: number, steps: number) => (label === -1 ? steps : label) - 1],
    ["behind-the-end", (label: number, steps: number) => (label === -1 ? steps : label)],
  ] as const)("%s", async (id, mistaken) => {
    const { scores, diagnoses } = await saying(({ label, steps }) => mistaken(label, steps));
    expect(scores["mean-first-error-f1"]?.value).toBeLessThan(1);
    expect(diagnoses.map((one) => [one.id, one.mended["mean-first-error-f1"]?.value])).toContainEqual([id, 1]);
  });

  it("and not seen where there is none", async () => {
    expect((await saying(({ label }) => label)).diagnoses).toEqual([]);
    expect(card.diagnoses).toEqual([]);
  });
});

it("repeats vote with their index", async () => {
  const said = (sample: number, label: number) => ({ id: "gsm8k-0", sample, prediction: { label } });
  const { repeats } = await score([lines(said(0, 0), said(1, 1), said(2, 1))]);
  // Of five erroneous items this one is found.
  expect(repeats?.majority["3"]?.["erroneous-first-error-accuracy"]).toBe(1 / 5);
});

it("baselines answer every item with a step that it has", () => {
  for (const { id, fit } of baselines.filter((one) => one.id !== "empty")) {
    const predict = fit(gold);
    for (const item of gold) {
      const { label } = predict(item);
      expect(label, id).toBeGreaterThanOrEqual(-1);
      expect(label, id).toBeLessThan(item.steps);
      expect(predict(item)).toEqual({ label });
    }
  }
});
