import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilson } from "../stats/wilson.ts";
import { score, wordsGold } from "./testing.ts";

const right = (id: string): readonly string[] => wordsGold.find((item) => item.id === id)?.words ?? [];
const said = (id: string, sample: number, words: readonly string[]) => ({ id, sample, said: words });
const good = (id: string, sample: number) => said(id, sample, right(id));
const bad = (id: string, sample: number, word = "zzz") => said(id, sample, [word]);

/** All ways to choose `k` of `n`. */
function subsets(n: number, k: number): number[][] {
  if (k === 0) return [[]];
  return n < k ? [] : [...subsets(n - 1, k), ...subsets(n - 1, k - 1).map((rest) => [...rest, n - 1])];
}

describe("repeats of items", () => {
  it("are averaged within the item, and never count as items", async () => {
    const card = await score(good("w-1", 0), said("w-1", 1, ["a", "x"]), bad("w-1", 2), good("w-2", 0), bad("w-2", 1));
    expect(card.items.map(({ samples }) => samples)).toEqual([3, 2, 0, 0]);
    // w-1: 1, 1/2 and 0; w-2: 1 and 0; the others are missing.
    expect(card.scores["prefix-accuracy"]).toMatchObject({ value: ((1 + 1 / 2 + 0) / 3 + 1 / 2) / 4, scored: 2, unscored: 2 });
    expect(card.scores["sequential-match"]?.value).toBe((1 / 3 + 1 / 2) / 4);
    expect(card.repeats?.samples).toEqual({ least: 2, most: 3 });
    expect(Object.keys(card.repeats?.pass ?? {})).toEqual(["1", "2"]);
  });

  it("have no interval of single draws of 0 or 1 where they differ", async () => {
    const { scores } = await score(good("w-1", 0), bad("w-1", 1), good("w-2", 0));
    expect(scores["sequential-match"]).toMatchObject({ value: 3 / 8, low: expect.any(Number), high: expect.any(Number) });
    expect(scores["sequential-match"]?.high).not.toBe(wilson(3 / 8, 4)?.high);
  });

  it("are none where every item has one sample, whatever its number", async () => {
    const card = await score(good("w-1", 3), good("w-2", 0));
    expect(card).not.toHaveProperty("repeats");
    expect(card.items[0]).not.toHaveProperty("samples");
  });

  it("do not depend on the order of records", async () => {
    const records = [good("w-1", 0), bad("w-1", 1, "x"), bad("w-1", 2, "y"), bad("w-2", 1), good("w-2", 0), good("w-2", 2)];
    const { repeats, scores } = await score(...records.toReversed());
    const { repeats: own, scores: ownScores } = await score(...records);
    expect([repeats, scores]).toEqual([own, ownScores]);
  });

  it("of the same number are doubled; no number is number 0", async () => {
    const card = await score(good("w-1", 1), { id: "w-1", said: right("w-1") }, bad("w-1", 0), bad("w-1", 1));
    expect(card.problems.find(({ kind }) => kind === "doubled-id")).toMatchObject({ count: 2, examples: [{ line: 3 }, { line: 4 }] });
    expect(card.items[0]).toMatchObject({ samples: 2, statistics: { "sequential-match": 1 } });
  });
});

describe("pass@k", () => {
  it("is the share of all choices of k samples that hold a hit, averaged over items", async () => {
    const hits = fc.array(fc.array(fc.boolean(), { minLength: 2, maxLength: 8 }), { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(hits, async (items) => {
        const ids = wordsGold.map(({ id }) => id);
        const records = items.flatMap((own, i) => own.map((hit, sample) => (hit ? good : bad)(ids[i] as string, sample)));
        const { repeats } = await score(...records);
        for (const [k, { "sequential-match": value }] of Object.entries(repeats?.pass ?? {})) {
          const shares = items.map((own) => {
            const all = subsets(own.length, Number(k));
            return all.filter((chosen) => chosen.some((sample) => own[sample])).length / all.length;
          });
          expect(value).toBeCloseTo(shares.reduce((a, b) => a + b) / 4, 12);
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("at 1 is the mean, and is given for metrics of 0 and 1 only", async () => {
    const { repeats, scores } = await score(good("w-1", 0), bad("w-1", 1), bad("w-1", 2));
    expect(Object.keys(repeats?.pass["1"] ?? {})).toEqual(["sequential-match", "final-match"]);
    expect(repeats?.pass["1"]?.["sequential-match"]).toBeCloseTo(scores["sequential-match"]?.value ?? Number.NaN, 12);
  });

  it("runs over powers of two up to the least number of samples, and that number", async () => {
    const { repeats } = await score(
      ...Array.from({ length: 6 }, (_, i) => good("w-1", i)),
      ...Array.from({ length: 9 }, (_, i) => bad("w-2", i)),
    );
    expect(Object.keys(repeats?.pass ?? {})).toEqual(["1", "2", "4", "6"]);
    expect(Object.keys(repeats?.majority ?? {})).toEqual(["1", "2", "4", "6"]);
  });

  it("does not forgive samples that could not be read", async () => {
    const unreadable = [
      { id: "w-1", said: 7 },
      { id: "w-1", sample: 1, text: "no arrow" },
    ];
    const card = await score(good("w-1", 0), ...unreadable);
    expect(card.items[0]).toMatchObject({ samples: 3, statistics: { "sequential-match": 1 / 3 } });
    expect(card.repeats?.pass["2"]?.["sequential-match"]).toBeCloseTo(2 / 3 / 4, 12);
  });
});

describe("majority@k", () => {
  const majority = async (k: number, ...words: readonly string[]) => {
    const { repeats } = await score(...words.map((word, sample) => said("w-3", sample, [word])));
    return (repeats?.majority[String(k)]?.["sequential-match"] ?? Number.NaN) * 4;
  };

  it("takes the answer given most often", async () => {
    expect(await majority(3, "x", "f", "f")).toBe(1);
    expect(await majority(3, "f", "x", "x")).toBe(0);
  });

  it("takes the earliest on ties", async () => {
    expect(await majority(4, "f", "x", "x", "f")).toBe(1);
    expect(await majority(4, "x", "f", "f", "x")).toBe(0);
  });

  it("looks at the first k samples by their numbers", async () => {
    expect(await majority(2, "x", "x", "f", "f", "f")).toBe(0);
    expect(await majority(5, "x", "x", "f", "f", "f")).toBe(1);
    const { repeats } = await score(good("w-3", 2), good("w-3", 1), bad("w-3", 0));
    expect(repeats?.majority["1"]?.["sequential-match"]).toBe(0);
  });

  it("lets the sample without a number vote as any other", async () => {
    const first = async (word: string, other: string) => {
      const rest = [other, other, word].map((one, i) => said("w-3", i + 1, [one]));
      const { repeats } = await score({ id: "w-3", said: [word] }, ...rest);
      return repeats?.majority["4"]?.["sequential-match"];
    };
    expect(await first("f", "x")).toBe(1 / 4);
    expect(await first("x", "f")).toBe(0);
  });

  it("counts unreadable samples as votes for nothing", async () => {
    const unreadable = { id: "w-3", said: 7 };
    const { repeats } = await score(good("w-3", 0), unreadable, unreadable);
    expect(repeats?.majority["3"]?.["sequential-match"]).toBe(0);
  });
});
