import fc from "fast-check";
import { expect, test } from "vitest";
import { Random } from "./random.ts";

/** sfc32 again, in wide integers that are cut to 32 bits after every operation. */
function* slowBits(seed: bigint, item: bigint) {
  const cut = (value: bigint) => BigInt.asUintN(32, value);
  let [a, b, c, counter] = [cut(seed), cut(seed >> 32n), cut(item), 1n];
  for (let round = 0; ; round++) {
    const sum = cut(a + b + counter);
    counter = cut(counter + 1n);
    a = b ^ (b >> 9n);
    b = cut(c + (c << 3n));
    c = cut(cut((c << 21n) | (c >> 11n)) + sum);
    if (round >= 15) yield Number(sum);
  }
}

const seeds = fc.nat({ max: Number.MAX_SAFE_INTEGER });
const items = fc.nat({ max: 2 ** 32 - 1 });

test("bits equal those of a slow sfc32", () => {
  fc.assert(
    fc.property(seeds, items, (seed, item) => {
      const random = new Random(seed, item);
      const slow = slowBits(BigInt(seed), BigInt(item));
      for (let draw = 0; draw < 20; draw++) expect(random.bits()).toBe(slow.next().value);
    }),
  );
});

test("below stays in range", () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 2 ** 21 }), (seed, bound) => {
      const drawn = new Random(seed, 0).below(bound);
      expect(Number.isInteger(drawn) && drawn >= 0 && drawn < bound).toBe(true);
    }),
  );
});

test("below is even: 60,000 draws of six faces are within five standard deviations of 10,000 each", () => {
  const random = new Random(1, 0);
  const counts = Array.from({ length: 6 }, () => 0);
  for (let draw = 0; draw < 60_000; draw++) counts[random.below(6)]!++;
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(457);
});

test("shuffle keeps every element, sample takes different places, both leave the list alone", () => {
  fc.assert(
    fc.property(seeds, fc.nat({ max: 50 }), (seed, length) => {
      const list = Object.freeze(Array.from({ length }, (_, place) => place));
      const random = new Random(seed, 1);
      expect(random.shuffle(list).toSorted((one, other) => one - other)).toEqual(list);
      expect(new Set(random.sample(list, length >> 1)).size).toBe(length >> 1);
    }),
  );
});

test("neighbouring seeds and items draw different numbers", () => {
  const first = new Set<number>();
  for (let seed = 0; seed < 30; seed++) for (let item = 0; item < 30; item++) first.add(new Random(seed, item).bits());
  expect(first.size).toBe(900);
});
