import fc from "fast-check";
import { expect, it } from "vitest";
import { Vocabulary, wordsOf } from "./vocabulary.ts";

it.each([
  ["Don’t add 1.5 cups (½ cup) of Crème-brûlée, 2,000g!", ["don't", "add", "1.5", "cups", "½", "cup", "of", "crème", "brûlée", "2,000g"]],
  ["'quoted' rock'n'roll_a.b 3rd. 4,", ["quoted", "rock'n'roll", "a", "b", "3rd", "4"]],
  ['  1. Heat to 180°C -- "STIR"\n', ["1", "heat", "to", "180", "c", "stir"]],
  ["煮饭 ご飯 밥을 짓다", ["煮", "饭", "ご", "飯", "밥을", "짓다"]],
  ["e\u0301clair \u00e9clair", ["éclair", "éclair"]],
  ["... !?", []],
])("%j are the words %j", (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

const pieces = fc.constantFrom("a", "B", "7", "'", "’", ".", ",", "-", " ", "_", "é", "e\u0301", "煮", "İ", "K", "\u{1d4b3}");
const text = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(""));

it("a vocabulary reads the same words, in ASCII and out of it", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 40 }), fc.array(text, { maxLength: 10 }), (gold, predicted) => {
      const vocabulary = new Vocabulary();
      const numbers: number[] = [];
      for (const one of gold) vocabulary.add(one, numbers);
      const words = gold.flatMap(wordsOf);
      expect(numbers.map((number) => vocabulary.word(number))).toEqual(words);
      const distinct = [...new Set(words)];
      expect(vocabulary.size).toBe(distinct.length);
      expect(numbers).toEqual(words.map((word) => distinct.indexOf(word)));
      for (const one of predicted) {
        const own: number[] = [];
        const strangers = vocabulary.read(one, own);
        const name = (number: number): string | undefined =>
          number < vocabulary.size ? vocabulary.word(number) : strangers[number - vocabulary.size];
        expect(own.map(name)).toEqual(wordsOf(one));
        expect(strangers.some((word) => distinct.includes(word))).toBe(false);
      }
      expect(vocabulary.size).toBe(distinct.length);
    }),
    { seed: 1, numRuns: 500 },
  );
});

it("a caption has no more words than characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 30 }), (any) => {
      expect(wordsOf(any).length).toBeLessThanOrEqual(any.length);
    }),
    { seed: 2, numRuns: 2000 },
  );
});

it("thousands of words keep their numbers", () => {
  const vocabulary = new Vocabulary();
  const text = Array.from({ length: 5000 }, (_, i) => `word${i}`).join(" ");
  const [first, again]: [number[], number[]] = [[], []];
  vocabulary.add(text, first);
  vocabulary.add(text, again);
  expect(first).toEqual(Array.from({ length: 5000 }, (_, i) => i));
  expect(again).toEqual(first);
});
