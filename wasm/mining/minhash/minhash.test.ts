import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../../host/node.ts";
import { randomWord } from "../../stats/random.ts";
import { BANDS } from "./abi.ts";
import cases from "./cases.json" with { type: "json" };
import { type Asked, sketchesOf, suspectsOf, type Twin, twinsOf } from "./minhash.ts";
import { similarityOf, sketchOracle, twinsOracle } from "./oracle.ts";

const kernels = await loadKernels();

const twins = (texts: readonly string[], asked: Partial<Asked> = {}): Twin[] =>
  twinsOf({ texts, sketches: sketchesOf(texts, kernels), least: 0.8, ...asked }, kernels);

/** Text of few words, so that texts resemble each other; some of its characters take two bytes and more. */
const word = fc.constantFrom("stir", "the", "Soup", "of", "naïve", "Käse", "5", "kg", "тесто", "水", "consequently", "…", "a");
const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(" "));

/** A word of an invented language, by its number. */
const invented = (n: number): string => `w${randomWord(7, n).low.toString(36)}`;

describe("minhash kernel", () => {
  for (const { name, texts, similarity } of cases) {
    it(`${name}: kernel and oracle`, () => {
      const [first = "", second = ""] = texts;
      expect(similarityOf(first, second)).toBe(similarity);
      const found = twins(texts, { least: Number.MIN_VALUE });
      expect(found).toEqual(similarity === 0 ? [] : [{ text: 1, of: 0, similarity }]);
    });
  }

  it("sketches as the oracle does, however texts are batched, and whatever lay in the memory", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
        const expected = texts.flatMap(sketchOracle);
        expect([...sketchesOf(texts, kernels)]).toEqual(expected);
        expect(texts.flatMap((one) => [...sketchesOf([one], kernels)])).toEqual(expected);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("takes texts of any bytes: every length around a block, lone surrogates, expanding characters", () => {
    const texts = [
      ...Array.from({ length: 70 }, (_, n) => "x".repeat(n)),
      ...Array.from({ length: 70 }, (_, n) => `${"y ".repeat(n)}z`),
      "\ud800 \udfff half",
      "\ufdfa".repeat(200),
      "\0 \0 nul",
    ];
    expect([...sketchesOf(texts, kernels)]).toEqual(texts.flatMap(sketchOracle));
  });

  it("finds the twins that the oracle finds, with similarities that are exact", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 14 }), fc.nat(3), fc.constantFrom(0.5, 0.8, 1), (texts, fixed, least) => {
        const found = twins(texts, { fixed, least });
        expect(found.map(({ text: place }) => ({ text: place }))).toEqual(twinsOracle(texts, least, fixed));
        for (const { text: place, of, similarity } of found) {
          expect(of).toBeLessThan(place);
          expect(similarity).toBe(similarityOf(texts[place] as string, texts[of] as string));
        }
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it("suspects exactly the texts whose sketches share a key", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), (texts) => {
        const sketches = texts.map(sketchOracle);
        const shares = (own: number[], i: number): boolean =>
          sketches.some((other, j) => i !== j && own.some((key, band) => key === other[band]));
        const expected = [...sketches.entries()].filter(([i, own]) => shares(own, i)).map(([i]) => i);
        expect([...suspectsOf(sketchesOf(texts, kernels), kernels)]).toEqual(expected);
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  it("suspects 98 of 100 pairs at least whose similarity is .8, and one in 25 at most at .2", () => {
    // Texts of 100 shingles that have `both` in common: one half in order, the rest of each other words.
    const pair = (n: number, both: number): [string, string] => {
      const own = (from: number, count: number) => Array.from({ length: count }, (_, i) => invented(n * 1000 + from + i));
      const common = own(0, both + 4);
      return [[...common, ...own(300, 100 - both)].join(" "), [...common, ...own(600, 100 - both)].join(" ")];
    };
    const caught = (both: number): number => {
      const pairs = Array.from({ length: 500 }, (_, n) => pair(n, both));
      const [first, second] = pairs[0] as [string, string];
      expect(similarityOf(first, second)).toBe(both / (200 - both));
      return suspectsOf(sketchesOf(pairs.flat(), kernels), kernels).length / 2 / 500;
    };
    // 89 of 111 shingles are .802 of them, 33 of 167 are .198.
    expect(caught(89)).toBeGreaterThanOrEqual(0.98);
    expect(caught(33)).toBeLessThanOrEqual(0.04);
  });

  it("gives back the memory that it took", () => {
    const before = kernels.arena.mark();
    const texts = ["stir the soup once and once more", "stir the soup once and once more", "serve it"];
    const sketches = sketchesOf(texts, kernels);
    expect(sketches.length).toBe(texts.length * BANDS);
    expect([...suspectsOf(sketches, kernels)]).toEqual([0, 1]);
    twins(texts);
    expect(kernels.arena.mark()).toBe(before);
  });
});
