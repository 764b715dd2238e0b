import type { Field } from "./contract.ts";
import { randomWord } from "./random.ts";

/** Clusters that hold an item of the slice. */
export interface Clusters {
  /** Cluster of each item, numbered from 0 in item order; -1 for items outside. */
  readonly of: Int32Array;
  readonly count: number;
  /** Items of the slice. */
  readonly items: number;
}

/** The clusters of a field, numbered anew. */
export function clustersOf({ systems, weights, clusters }: Pick<Field, "systems" | "weights" | "clusters">): Clusters {
  const of = new Int32Array(systems[0]?.items ?? 0).fill(-1);
  const numbers = new Map<number, number>();
  let items = 0;
  for (let i = 0; i < of.length; i++) {
    if (weights?.[i] === 0) continue;
    items++;
    const cluster = clusters?.[i] ?? i;
    const number = numbers.get(cluster) ?? numbers.size;
    if (number === numbers.size) numbers.set(cluster, number);
    of[i] = number;
  }
  return { of, count: numbers.size, items };
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

/** Whether each of `n` clusters is swapped in one draw: its bit of n bits, the lowest of a random word first. */
export function swapsOf(seed: number, draw: number, n: number): Uint8Array {
  const words = Math.ceil(n / 64);
  const swaps = new Uint8Array(n);
  for (let c = 0; c < n; c++) {
    const { high, low } = randomWord(seed, draw * words + (c >> 6));
    swaps[c] = ((c & 32 ? high : low) >>> (c & 31)) & 1;
  }
  return swaps;
}
