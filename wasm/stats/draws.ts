import type { Field } from "./contract.ts";
import { randomWord } from "./random.ts";

/** Clusters that hold an item of the slice, numbered anew from 0 in item order; -1 for items outside. */
export function clustersOf({ systems, weights, clusters }: Pick<Field, "systems" | "weights" | "clusters">): {
  readonly of: Int32Array;
  readonly count: number;
} {
  const items = systems[0]?.items ?? 0;
  const of = new Int32Array(items).fill(-1);
  const numbers = new Map<number, number>();
  for (let i = 0; i < items; i++) {
    if (weights?.[i] === 0) continue;
    const cluster = clusters?.[i] ?? i;
    if (!numbers.has(cluster)) numbers.set(cluster, numbers.size);
    of[i] = numbers.get(cluster) as number;
  }
  return { of, count: numbers.size };
}

/** How often each of `n` clusters is drawn in one draw: n words of 32 bits, the low half of a random word before the high one. */
export function countsOf(seed: number, draw: number, n: number): Uint8Array {
  const counts = new Uint8Array(n);
  const words = Math.ceil(n / 2);
  for (let w = 0; w < words; w++) {
    const { high, low } = randomWord(seed, draw * words + w);
    const first = Math.floor((low * n) / 2 ** 32);
    counts[first] = (counts[first] as number) + 1;
    if (2 * w + 1 === n) continue;
    const second = Math.floor((high * n) / 2 ** 32);
    counts[second] = (counts[second] as number) + 1;
  }
  return counts;
}
