import type { SearchDocument } from "./document.ts";
import { foldWord } from "./fold.ts";

/** Fewest letters of a word that is corrected; another letter makes another word of a shorter one. */
const SHORTEST = 5;
/** Fewest letters of a word in which two may be wrong. */
const LONG = 9;

/** Every word of the documents, folded, those with a digit or a sign left out: GPT-4 is no misspelled GPT-5. */
export function wordsOf(documents: readonly SearchDocument[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { title, names = [], full = "", line = "", texts = [] } of documents)
    for (const text of [title, ...names, full, line, ...texts])
      for (const whole of text.split(/[^\p{L}\p{N}\p{M}_‐‑-]+/u))
        for (const word of [whole, ...whole.split(/[_‐‑-]/)]) {
          const own = foldWord(word);
          if (own.length >= SHORTEST - 1 && isCorrectable(own)) words.add(own);
        }
  return words;
}

/** The known words that begin most like a word that is not known; none where it is too short, has a digit, or is like nothing. */
export function corrected(word: string, words: ReadonlySet<string>): string[] {
  if (word.length < SHORTEST || !isCorrectable(word)) return [];
  let least = word.length < LONG ? 1 : 2;
  let best: string[] = [];
  for (const known of words) {
    const { distance, length } = nearestBeginning(word, known, least);
    if (distance > least) continue;
    if (distance < least) best = [];
    least = distance;
    best.push(known.slice(0, length));
  }
  return [...new Set(best)];
}

function isCorrectable(word: string): boolean {
  return /^\p{L}+$/u.test(word);
}

/**
 * The beginning of `known` that `word` is fewest edits from: letters left out, put in, taken for another, or two in a row exchanged
 * (optimal string alignment). Above `most` the distance is only said to be larger.
 */
function nearestBeginning(word: string, known: string, most: number): { distance: number; length: number } {
  if (known.length < word.length - most) return { distance: most + 1, length: 0 };
  const rows = [Array.from({ length: known.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= word.length; i++) {
    const [above, twoAbove] = [rows[i - 1] as number[], rows[i - 2]];
    const row = [i];
    for (let j = 1; j <= known.length; j++) {
      const same = word[i - 1] === known[j - 1] ? 0 : 1;
      let edits = Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, (above[j - 1] as number) + same);
      if (twoAbove !== undefined && j > 1 && word[i - 1] === known[j - 2] && word[i - 2] === known[j - 1])
        edits = Math.min(edits, (twoAbove[j - 2] as number) + 1);
      row.push(edits);
    }
    if (Math.min(...row) > most) return { distance: most + 1, length: 0 };
    rows.push(row);
  }
  const last = rows[word.length] as number[];
  const distance = Math.min(...last);
  // Of equally near beginnings the longest: a word in full before a part of it.
  return { distance, length: last.lastIndexOf(distance) };
}
