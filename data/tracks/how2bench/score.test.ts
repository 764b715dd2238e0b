import { readFile } from "node:fs/promises";
import { Scorecard } from "@stepladder/schema";
import { printScorecard } from "@stepladder/wasm/host/print.ts";
import { wilson } from "@stepladder/wasm/stats/wilson.ts";
import { describe, expect, it } from "vitest";
import { fixtures, lines, score } from "./testing.ts";
import track from "./track.ts";

const card = await score(await fixtures("predictions.jsonl"));
const told = ({ scores }: Pick<Scorecard, "scores">) =>
  Object.fromEntries(Object.entries(scores).map(([id, { value, reason }]) => [id, value ?? reason]));

describe("the fixtures", () => {
  it("have the scores that can be worked out by hand", () => {
    expect(told(card)).toEqual({
      // Seven are judged, one of them not readably; three of six are sound.
      how2score: 3 / 6,
      "failures-per-procedure": 5 / 6,
      "judgments-not-parsed": 1 / 7,
      // The lamp has four steps of five.
      "step-count-mismatch": 1 / 7,
      "duplicate-step": 2 / 7,
      "ngram-repetition": expect.any(Number),
      // People find flaws in bike, lamp and train; of the six that can be compared seed alone is judged otherwise.
      "verdict-agreement": 5 / 6,
      "verdict-kappa": expect.closeTo((5 / 6 - (3 * 4 + 3 * 2) / 36) / (1 - (3 * 4 + 3 * 2) / 36), 14),
      "verdict-alpha": expect.closeTo(1 - 1 / 6 / ((2 * 7 * 5) / (12 * 11)), 14),
      "failure-recall": 1,
      "failure-precision": 2 / 3,
      "no-failure-recall": 3 / 4,
      "no-failure-precision": 1,
    });
    expect(Object.keys(card.scores)).toEqual([...track.metrics]);
  });

  it("leave out of a figure what it does not ask about, and count what is missing apart", () => {
    expect(card.coverage).toEqual({ items: 8, scored: 7, unscored: { "no-prediction": 1 }, share: 7 / 8 });
    expect(card.scores.how2score).toMatchObject({ scored: 6, unscored: 0 });
    expect(card.scores["judgments-not-parsed"]).toMatchObject({ scored: 7, unscored: 0 });
    expect(card.scores["verdict-agreement"]).toMatchObject({ scored: 6, unscored: 0 });
    const { low, high } = card.scores.how2score ?? {};
    expect({ low, high }).toEqual(wilson(3 / 6, 6));
  });

  it("are cut by topic and by number of steps", () => {
    const { topic = {}, length = {} } = card.slices;
    expect(topic["Home & Hobbies"]?.how2score).toMatchObject({ value: 1 / 2, scored: 2 });
    expect(topic["Travel & Tourism"]?.how2score?.reason).toBe("no procedure has a judgment that could be parsed");
    expect(Object.keys(length)).toEqual(["up to 5", "6-8"]);
  });

  it("print as a scorecard of the schema", () => {
    expect(Scorecard.parse(JSON.parse(printScorecard(card)))).toEqual(card);
  });

  it("score the same from the official file, against people's judgments in the same layout", async () => {
    expect(told(await score(await fixtures("judgments.jsonl"), await fixtures("people.jsonl")))).toEqual(told(card));
  });
});

describe("judgments without any gold beside them", () => {
  it("are scored by the steps that they carry, and agree with themselves in full", async () => {
    const own = await fixtures("judgments.jsonl");
    const { scores, coverage, slices } = await score(own, own);
    // All that is in the file, whatever part of the benchmark that is.
    expect(coverage).toMatchObject({ items: 7, scored: 7 });
    expect(scores.how2score?.value).toBe(3 / 6);
    expect(slices.topic?.["Food & Dining"]?.how2score?.value).toBe(1);
    expect(scores["verdict-agreement"]?.value).toBe(1);
  });

  it("are compared with those of another judge, either way", async () => {
    const [own, other] = [await fixtures("judgments.jsonl"), await fixtures("people.jsonl")];
    const [there, back] = [await score(own, other), await score(other, own)];
    for (const id of ["verdict-agreement", "verdict-kappa", "verdict-alpha"])
      expect(back.scores[id]?.value).toBeCloseTo(there.scores[id]?.value as number, 14);
    expect(back.scores["failure-precision"]?.value).toBe(there.scores["failure-recall"]?.value);
  });

  it("against plain rows agreement has no value", async () => {
    const { scores } = await score(await fixtures("judgments.jsonl"), await fixtures("official"));
    expect(scores["verdict-agreement"]?.reason).toBe("no procedure has a judgment here and in gold");
    expect(scores.how2score?.value).toBe(3 / 6);
  });
});

describe("generations", () => {
  it("have figures of form, and no How2Score of 0", async () => {
    const { scores, extraction } = await score(await fixtures("generations.jsonl"), await fixtures("official"));
    expect(scores.how2score?.reason).toBe("no procedure has a judgment that could be parsed");
    // The lamp has four of five steps; of the seed's three lines none is numbered; an empty answer has no step.
    expect(scores["step-count-mismatch"]?.value).toBe(3 / 6);
    expect(extraction).toMatchObject({ attempted: 5 });
  });
});

describe("format mistakes", () => {
  const record = (judgment: object, id = "tea-01") => ({ id: `how2bench:${id}`, prediction: { judgment } });

  it("failures without any that is counted are told as answers that could not be parsed", async () => {
    const given = lines(record({ has_failure: true, n_failures: 0 }), record({ has_failure: false, n_failures: 0 }, "bike-02"));
    const { scores, diagnoses } = await score([given]);
    expect(scores.how2score?.value).toBe(1 / 2);
    expect(diagnoses.map(({ id, items, mended }) => [id, items, mended.how2score?.value])).toEqual([["parse-failures-counted", 1, 1]]);
  });

  it("are not seen where failures are not counted at all, nor in what is right", async () => {
    expect((await score([lines(record({ has_failure: true }), record({ has_failure: false }, "bike-02"))])).diagnoses).toEqual([]);
    expect(card.diagnoses).toEqual([]);
  });
});

it("repeats of a judge vote with their verdict", async () => {
  const said = (sample: number, has_failure: boolean) => ({ id: "how2bench:tea-01", sample, prediction: { judgment: { has_failure } } });
  const { repeats } = await score([lines(said(0, true), said(1, false), said(2, false))]);
  expect(repeats?.majority["3"]?.how2score).toBe(1);
});

it("no fixture names a place on a machine", async () => {
  for (const source of await fixtures(".")) {
    const text = await readFile(new URL(`fixtures/${source.name}`, import.meta.url), "utf8");
    expect(text, source.name).not.toMatch(/\/(?:home|work|Users|tmp)\//);
  }
});
