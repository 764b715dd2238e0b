import fc from "fast-check";
import { expect, it } from "vitest";
import { prefixAtLeast } from "./curves.ts";

const points = (lengths: readonly number[], prefixes: readonly number[], weights = lengths.map(() => 1)) =>
  prefixAtLeast.points(
    { items: lengths.length, columns: { "prefix-match-length": Float64Array.from(prefixes) } },
    Int32Array.from(lengths),
    Float64Array.from(weights),
  );

it("is the share still right among the items that are long enough", () => {
  // Lengths 1, 2 and 3 with 1, 0 and 3 matching states: from t = 2 on the first item is no longer asked.
  expect(points([1, 2, 3], [1, 0, 3])).toEqual([
    { x: 1, value: 2 / 3, items: 3 },
    { x: 2, value: 1 / 2, items: 2 },
    { x: 3, value: 1, items: 1 },
  ]);
});

it("counts the samples of an item as shares of it", () => {
  // One item of two steps in three samples that get 2, 1 and 0 right, beside an item of one step that is right.
  const third = 1 / 3;
  expect(points([2, 2, 2, 1], [2, 1, 0, 1], [third, third, third, 1])).toEqual([
    { x: 1, value: expect.closeTo((2 / 3 + 1) / 2, 15), items: 2 },
    { x: 2, value: expect.closeTo(1 / 3, 15), items: 1 },
  ]);
});

it("has no point where there is no item", () => {
  expect(points([], [])).toEqual([]);
});

it("equals counting item by item for every t", () => {
  const item = fc.integer({ min: 1, max: 30 }).chain((length) => fc.tuple(fc.constant(length), fc.nat(length)));
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 50 }), (items) => {
      const slow = Array.from({ length: Math.max(...items.map(([length]) => length)) }, (_, i) => {
        const asked = items.filter(([length]) => length >= i + 1);
        return { x: i + 1, value: asked.filter(([, prefix]) => prefix >= i + 1).length / asked.length, items: asked.length };
      });
      const [lengths, prefixes] = [items.map(([length]) => length), items.map(([, prefix]) => prefix)];
      expect(points(lengths, prefixes)).toEqual(slow);
    }),
    { seed: 1, numRuns: 200 },
  );
});
