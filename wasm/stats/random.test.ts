import { expect, it } from "vitest";
import { randomWord } from "./random.ts";

const MASK = 2n ** 64n - 1n;

function mix(word: bigint): bigint {
  const once = ((word ^ (word >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
  const twice = ((once ^ (once >> 27n)) * 0x94d049bb133111ebn) & MASK;
  return twice ^ (twice >> 31n);
}

/** SplitMix64 in whole numbers of any size: the n-th output of the stream that starts at a state, from n = 0. */
function splitMix(state: bigint, n: bigint): bigint {
  return mix((state + (n + 1n) * 0x9e3779b97f4a7c15n) & MASK);
}

function wordOf(seed: number, counter: number): bigint {
  const { high, low } = randomWord(seed, counter);
  return (BigInt(high) << 32n) | BigInt(low);
}

it("the reference used here gives the published outputs", () => {
  // Vigna's splitmix64.c from state 1234567, as on Rosetta Code.
  const published = [6457827717110365317n, 3203168211198807973n, 9817491932198370423n, 4593380528125082431n, 16408922859458223821n];
  expect(published.map((_, n) => splitMix(1234567n, BigInt(n)))).toEqual(published);
});

it("seed 0 is the published stream from state 0, because 0 mixes to itself", () => {
  const published = [0xe220a8397b1dcdafn, 0x6e789e6aa1b965f4n, 0x06c45d188009454fn];
  expect(published.map((_, n) => wordOf(0, n))).toEqual(published);
});

it("any other seed starts at the mixed seed; counters and seeds above 2^32 count", () => {
  for (const seed of [0, 1, 2, 1234567, 2 ** 32 - 1, 2 ** 32, 2 ** 40 + 7, Number.MAX_SAFE_INTEGER]) {
    for (const counter of [0, 1, 65535, 2 ** 31, 2 ** 32 - 2, 2 ** 32 - 1, 2 ** 32, 2 ** 45 + 3]) {
      expect(wordOf(seed, counter), `${seed}, ${counter}`).toBe(splitMix(mix(BigInt(seed)), BigInt(counter)));
    }
  }
});
