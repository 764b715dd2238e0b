import fc from "fast-check";
import { expect, it } from "vitest";
import { compactLetters, shareLetter } from "./letters.ts";

/** Letters where the pairs told differ. */
function lettersOf(ranks: readonly number[], pairs: readonly (readonly [number, number])[]): string[] {
  return compactLetters(ranks, (a, b) => pairs.some(([x, y]) => (x === a && y === b) || (x === b && y === a)));
}

/** The letters of one system. */
const split = (text: string): readonly string[] => text.match(/[a-z]\d*/g) ?? [];

it("PlantGrowth of R by Tukey's test: trt2 a, ctrl ab, trt1 b", () => {
  // Means: ctrl 5.032, trt1 4.661, trt2 5.526; only the two treatments differ (p = 0.012).
  expect(lettersOf([2, 3, 1], [[1, 2]])).toEqual(["ab", "b", "a"]);
});

it("InsectSprays of R by Tukey's test: A, B, F a and C, D, E b", () => {
  // Means: A 14.5, B 15.3, C 2.1, D 4.9, E 3.5, F 16.7; the first three differ from the others and nothing else does.
  const pairs = [0, 1, 5].flatMap((high) => [2, 3, 4].map((low) => [high, low] as const));
  expect(lettersOf([3, 2, 6, 4, 5, 1], pairs)).toEqual(["a", "a", "b", "b", "b", "a"]);
});

it("a chain, in which neighbours alone are alike", () => {
  expect(
    lettersOf(
      [1, 2, 3, 4],
      [
        [0, 2],
        [0, 3],
        [1, 3],
      ],
    ),
  ).toEqual(["a", "ab", "bc", "c"]);
});

it("one letter where nothing differs, one each where everything does, none for nobody", () => {
  expect(compactLetters([1, 1, 3], () => false)).toEqual(["a", "a", "a"]);
  expect(compactLetters([3, 1, 2], () => true)).toEqual(["c", "a", "b"]);
  expect(compactLetters([], () => true)).toEqual([]);
});

it("goes on after z with a2", () => {
  const letters = compactLetters(
    Array.from({ length: 54 }, (_, i) => i + 1),
    () => true,
  );
  expect([0, 25, 26, 51, 52, 53].map((i) => letters[i])).toEqual(["a", "z", "a2", "z2", "a3", "b3"]);
});

it("two systems share a letter where, and only where, they do not differ; the best has an a; no letter lies within another", () => {
  const field = fc.integer({ min: 1, max: 12 }).chain((n) =>
    fc.record({
      ranks: fc.array(fc.integer({ min: 1, max: n }), { minLength: n, maxLength: n }),
      differing: fc.array(fc.boolean(), { minLength: n * n, maxLength: n * n }),
    }),
  );
  fc.assert(
    fc.property(field, ({ ranks, differing }) => {
      const n = ranks.length;
      const differ = (a: number, b: number): boolean => a !== b && (differing[Math.min(a, b) * n + Math.max(a, b)] as boolean);
      const letters = compactLetters(ranks, differ).map(split);
      for (let a = 0; a < n; a++) {
        for (let b = 0; b < n; b++) expect(letters[a]?.some((one) => letters[b]?.includes(one))).toBe(!differ(a, b));
      }
      expect(letters[ranks.indexOf(Math.min(...ranks))]?.[0]).toBe("a");
      const sets = [...new Set(letters.flat())].map((one) => letters.flatMap((own, s) => (own.includes(one) ? [s] : [])));
      for (const x of sets) for (const y of sets) expect(x === y || x.some((s) => !y.includes(s))).toBe(true);
    }),
    { seed: 1, numRuns: 300 },
  );
});

it("are shared whole: a2 is another letter than a", () => {
  expect(shareLetter("ca2", "b2a2")).toBe(true);
  expect(shareLetter("a2", "ab")).toBe(false);
  expect(shareLetter("a", "a2")).toBe(false);
  expect(shareLetter("", "a")).toBe(false);
});
