import type { Caption, Pair } from "./pair.ts";
import { stem } from "./stem.ts";
import { wordsOf } from "./vocabulary.ts";

type Words = readonly string[];

/** How often each n-gram stands there, in order of appearance. */
function grams(words: Words, n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + n <= words.length; i++) {
    const gram = words.slice(i, i + n).join(" ");
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/** Of pairs of captions with their references: n-grams of the captions that the references have, each as often as there. */
function clipped(caption: Words, reference: Words, n: number): number {
  const right = grams(reference, n);
  return [...grams(caption, n)].reduce((sum, [gram, count]) => sum + Math.min(count, right.get(gram) ?? 0), 0);
}

/** Length of the longest common subsequence, by its table. */
function common(a: Words, b: Words): number {
  let row = b.map(() => 0);
  for (const word of a) {
    let left = 0;
    row = row.map((above, j) => {
      left = word === b[j] ? (j === 0 ? 0 : (row[j - 1] as number)) + 1 : Math.max(above, left);
      return left;
    });
  }
  return row.at(-1) ?? 0;
}

function rouge(caption: Words, reference: Words): number {
  const shared = common(caption, reference);
  if (shared === 0) return 0;
  const [precision, recall] = [shared / caption.length, shared / reference.length];
  return ((1 + 1.44) * precision * recall) / (recall + 1.44 * precision);
}

/** How many of all references have each n-gram, and how many references there are. */
interface Frequencies {
  readonly having: ReadonlyMap<string, number>;
  readonly references: number;
}

function frequencies(all: readonly Words[]): Frequencies {
  const having = new Map<string, number>();
  for (const words of all) {
    for (let n = 1; n <= 4; n++) for (const gram of grams(words, n).keys()) having.set(gram, (having.get(gram) ?? 0) + 1);
  }
  return { having, references: all.length };
}

function cider(caption: Words, reference: Words, { having, references }: Frequencies): number {
  const weighted = (words: Words, n: number): Map<string, number> =>
    new Map(
      [...grams(words, n)].map(([gram, count]) => [gram, count * (Math.log(references) - Math.log(Math.max(1, having.get(gram) ?? 0)))]),
    );
  const norm = (vector: ReadonlyMap<string, number>): number => Math.sqrt([...vector.values()].reduce((sum, x) => sum + x * x, 0));
  const cosines = [1, 2, 3, 4].map((n) => {
    const [own, right] = [weighted(caption, n), weighted(reference, n)];
    const product = [...own].reduce((sum, [gram, x]) => sum + Math.min(x, right.get(gram) ?? 0) * (right.get(gram) ?? 0), 0);
    const norms = norm(own) * norm(right);
    return norms > 0 ? product / norms : 0;
  });
  const apart = caption.length - reference.length;
  return ((cosines.reduce((sum, cosine) => sum + cosine, 0) * Math.exp(-(apart * apart) / 72)) / 4) * 10;
}

/** Matches from the end, each word of the caption with the last free one that is equal, first by word and then by stem. */
function meteor(caption: Words, reference: Words): number {
  const matched = caption.map(() => -1);
  for (const form of [(word: string) => word, stem]) {
    for (let i = caption.length - 1; i >= 0; i--) {
      if (matched[i] !== -1) continue;
      for (let j = reference.length - 1; j >= 0; j--) {
        if (matched.includes(j) || form(caption[i] as string) !== form(reference[j] as string)) continue;
        matched[i] = j;
        break;
      }
    }
  }
  const matches = matched.flatMap((j, i) => (j === -1 ? [] : [[i, j] as const]));
  if (matches.length === 0) return 0;
  const chunks = matches.filter(([i, j], k) => matches[k - 1]?.[0] !== i - 1 || matches[k - 1]?.[1] !== j - 1).length;
  const [precision, recall] = [matches.length / caption.length, matches.length / reference.length];
  const mean = (precision * recall) / (0.9 * precision + (1 - 0.9) * recall);
  const share = chunks / matches.length;
  return (1 - 0.5 * (share * share * share)) * mean;
}

/** An item as the oracle takes it: its references, the captions predicted (or nothing said), and how they are paired. */
export interface Captioned {
  readonly references: readonly Caption[];
  readonly captions: readonly Caption[] | undefined;
  readonly pairs: readonly Pair[];
}

/** The rows that the kernel must write for all items of a set, the slow and obvious way; logarithms are those of this engine. */
export function captionsOracle(items: readonly Captioned[]): number[][] {
  const known = frequencies(items.flatMap(({ references }) => references.map(({ text }) => wordsOf(text))));
  return items.map(({ references, captions, pairs }) => {
    if (references.length === 0) return new Array<number>(17).fill(0);
    const words = (all: readonly Caption[], place: number): Words => wordsOf((all[place] as Caption).text);
    const paired = pairs.map(([reference, caption]) => ({
      caption: words(captions ?? [], caption),
      reference: words(references, reference),
    }));
    const sum = (of: (pair: { caption: Words; reference: Words }) => number): number => paired.reduce((all, pair) => all + of(pair), 0);
    return [
      1,
      Number(captions !== undefined),
      references.length,
      captions?.length ?? 0,
      pairs.length,
      ...[1, 2, 3, 4].map((n) => sum(({ caption, reference }) => clipped(caption, reference, n))),
      ...[1, 2, 3, 4].map((n) => sum(({ caption }) => Math.max(0, caption.length - n + 1))),
      references.reduce((all, { text }) => all + wordsOf(text).length, 0),
      sum(({ caption, reference }) => rouge(caption, reference)),
      sum(({ caption, reference }) => cider(caption, reference, known)),
      sum(({ caption, reference }) => meteor(caption, reference)),
    ];
  });
}
