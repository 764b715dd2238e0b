import { describe, expect, it } from "vitest";
import { clustersOf, countsOf, swapsOf } from "./draws.ts";
import { randomWord } from "./random.ts";

describe("countsOf", () => {
  it.each([1, 2, 3, 10, 101])("draws %d of as many", (n) => {
    for (let draw = 0; draw < 50; draw++) expect(countsOf(7, draw, n).reduce((sum, count) => sum + count, 0)).toBe(n);
  });

  it("is decided by seed and draw alone, in any order", () => {
    const [later, earlier] = [countsOf(3, 9, 20), countsOf(3, 8, 20)];
    expect(countsOf(3, 8, 20)).toEqual(earlier);
    expect(countsOf(3, 9, 20)).toEqual(later);
    expect(later).not.toEqual(earlier);
    expect(countsOf(4, 8, 20)).not.toEqual(earlier);
  });

  it("takes the low half of a word, then the high one, each times n over 2^32", () => {
    const n = 5;
    const counts = new Uint8Array(n);
    for (let at = 0; at < n; at++) {
      const { low, high } = randomWord(11, 4 * 3 + Math.floor(at / 2));
      const drawn = Math.floor(((at % 2 === 0 ? low : high) * n) / 2 ** 32);
      counts[drawn] = (counts[drawn] as number) + 1;
    }
    expect(countsOf(11, 4, n)).toEqual(counts);
  });

  it("draws every cluster as often as any other, and counts vary as a binomial's", () => {
    const [n, draws] = [40, 5000];
    const totals = new Float64Array(n);
    let squares = 0;
    for (let draw = 0; draw < draws; draw++) {
      for (const [cluster, count] of countsOf(1, draw, n).entries()) {
        totals[cluster] = (totals[cluster] as number) + count;
        squares += (count - 1) ** 2;
      }
    }
    // Chi-squared of 39 degrees of freedom: 72.1 is passed by one seed in 1,000.
    expect(totals.reduce((sum, total) => sum + (total - draws) ** 2 / draws, 0)).toBeLessThan(72.1);
    // Variance of a count: 1 - 1/n, here within four standard errors.
    expect(Math.abs(squares / (n * draws) - (1 - 1 / n))).toBeLessThan(0.013);
  });
});

describe("swapsOf", () => {
  it("takes the bits of its words, the lowest first", () => {
    const [first, second] = [randomWord(5, 6), randomWord(5, 7)];
    const bits = [first.low, first.high, second.low].flatMap((half) => Array.from({ length: 32 }, (_, bit) => (half >>> bit) & 1));
    expect([...swapsOf(5, 3, 70)]).toEqual(bits.slice(0, 70));
  });

  it("swaps each cluster in half of the draws", () => {
    const totals = new Float64Array(70);
    for (let draw = 0; draw < 4000; draw++)
      for (const [c, swap] of swapsOf(1, draw, 70).entries()) totals[c] = (totals[c] as number) + swap;
    // Four standard errors.
    for (const total of totals) expect(Math.abs(total / 4000 - 0.5)).toBeLessThan(0.032);
  });
});

describe("clustersOf", () => {
  const systems = [{ items: 6, columns: {} }];

  it("every item is its own cluster where none are told", () => {
    expect(clustersOf({ systems, weights: undefined })).toEqual({ of: Int32Array.of(0, 1, 2, 3, 4, 5), count: 6, items: 6 });
  });

  it("numbers clusters anew in item order and leaves out items of no weight", () => {
    const weights = Float64Array.of(0, 1, 1, 0, 1, 1);
    expect(clustersOf({ systems, weights, clusters: Int32Array.of(9, 4, 9, 2, 4, 0) })).toEqual({
      of: Int32Array.of(-1, 0, 1, -1, 0, 2),
      count: 3,
      items: 4,
    });
  });

  it("nothing is drawn of nothing", () => {
    expect(clustersOf({ systems: [], weights: undefined })).toEqual({ of: new Int32Array(0), count: 0, items: 0 });
  });
});
