import type { Mined, Miner } from "../core/mining.ts";

/** What one miner found on a page. */
export interface Found {
  readonly miner: Miner["id"];
  readonly mined: Mined;
}

/** Share of the smaller procedure's pairs of words from which on what two miners found is the same. */
const SAME = 0.7;

interface Candidate {
  readonly one: Found;
  readonly pairs: ReadonlySet<string>;
  /** Place of its miner in the order of trust. */
  readonly trust: number;
}

/**
 * Keeps one of those that tell the same steps: what is told in several steps before what is told in one, then the more trusted miner's,
 * then the longer. Procedures that share little all stay, in the order in which they were found.
 * Two are compared by the pairs of neighbouring words they share, so that steps cut in other places are the same steps still.
 * @param found in the order of trust
 */
export function reconcile(found: readonly Found[]): Found[] {
  const trust = new Map<string, number>();
  for (const { miner } of found) if (!trust.has(miner)) trust.set(miner, trust.size);
  const candidates = found.map((one): Candidate => ({ one, pairs: pairsOf(one.mined), trust: trust.get(one.miner) as number }));
  const kept: Candidate[] = [];
  for (const candidate of candidates.sort(byPreference)) {
    if (!kept.some((other) => isSame(candidate, other))) kept.push(candidate);
  }
  const chosen = new Set(kept.map(({ one }) => one));
  return found.filter((one) => chosen.has(one));
}

/** What one miner found in two places is the same where one holds all of the other: "create a library" and "delete a library" differ in one word. */
function isSame(a: Candidate, b: Candidate): boolean {
  return overlap(a.pairs, b.pairs) >= (a.trust === b.trust ? 1 : SAME);
}

function byPreference(a: Candidate, b: Candidate): number {
  return Number(isOneStep(a)) - Number(isOneStep(b)) || a.trust - b.trust || b.pairs.size - a.pairs.size;
}

function isOneStep({ one }: Candidate): boolean {
  return one.mined.steps.length === 1;
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
