import type { Mined, Miner } from "../core/mining.ts";

/** What one miner found on a page. */
export interface Found {
  readonly miner: Miner["id"];
  readonly mined: Mined;
}

/** Share of the smaller procedure's pairs of words from which on two procedures are the same. */
const SAME = 0.5;

/**
 * Keeps one of those that tell the same steps: the first, so they come in the order of trust. Procedures that share little all stay.
 * Two are compared by the pairs of neighbouring words they share, so that steps cut in other places are the same steps still.
 */
export function reconcile(found: readonly Found[]): Found[] {
  const kept: { readonly one: Found; readonly pairs: ReadonlySet<string> }[] = [];
  for (const one of found) {
    const pairs = pairsOf(one.mined);
    if (!kept.some((other) => overlap(pairs, other.pairs) >= SAME)) kept.push({ one, pairs });
  }
  return kept.map(({ one }) => one);
}

function pairsOf(mined: Mined): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const { title, text } of mined.steps) {
    const words = `${title ?? ""} ${text}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length === 1) pairs.add(words[0] as string);
    for (let at = 1; at < words.length; at++) pairs.add(`${words[at - 1]} ${words[at]}`);
  }
  return pairs;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const pair of small) if (large.has(pair)) shared++;
  return shared / small.size;
}
