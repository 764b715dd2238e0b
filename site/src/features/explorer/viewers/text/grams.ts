/** A stretch of a text, and whether the other text has it too. */
export interface Piece {
  readonly text: string;
  readonly common: boolean;
}

/** Words of each text that are looked at, and n-grams that are marked. */
const MOST_WORDS = 120;
const MOST_GRAMS = 20;

/** Two texts with the longest n-grams that both have marked, longest first, none over another; a single word is marked from 4 letters on. */
export function commonGrams(a: string, b: string): readonly [Piece[], Piece[]] {
  const [own, other] = [wordsAt(a), wordsAt(b)];
  const [marked, markedThere] = [new Uint8Array(own.length), new Uint8Array(other.length)];
  for (let found = 0; found < MOST_GRAMS; found++) {
    const [length, i, j] = longest(own, other, marked, markedThere);
    if (length === 0 || (length === 1 && (own[i] as Word).word.length < 4)) break;
    marked.fill(1, i, i + length);
    markedThere.fill(1, j, j + length);
  }
  return [pieces(a, own, marked), pieces(b, other, markedThere)];
}

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

function wordsAt(text: string): Word[] {
  const found = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].slice(0, MOST_WORDS);
  return found.map(({ 0: word, index }) => ({ word: word.toLowerCase(), start: index, end: index + word.length }));
}

/** The longest run of unmarked words that both have: its length and where it begins in each. */
function longest(own: readonly Word[], other: readonly Word[], marked: Uint8Array, markedThere: Uint8Array): [number, number, number] {
  let best: [number, number, number] = [0, 0, 0];
  let before = new Uint16Array(other.length + 1);
  for (let i = 0; i < own.length; i++) {
    const row = new Uint16Array(other.length + 1);
    for (let j = 0; j < other.length; j++) {
      if (marked[i] === 1 || markedThere[j] === 1 || own[i]?.word !== other[j]?.word) continue;
      const length = (before[j] as number) + 1;
      row[j + 1] = length;
      if (length > best[0]) best = [length, i - length + 1, j - length + 1];
    }
    before = row;
  }
  return best;
}

/** Words that stand beside each other and are both marked are one piece. */
function pieces(text: string, words: readonly Word[], marked: Uint8Array): Piece[] {
  const cut: Piece[] = [];
  let from = 0;
  for (let i = 0; i < words.length; i++) {
    if (marked[i] === 0) continue;
    let last = i;
    while (marked[last + 1] === 1) last++;
    const [start, end] = [(words[i] as Word).start, (words[last] as Word).end];
    if (start > from) cut.push({ text: text.slice(from, start), common: false });
    cut.push({ text: text.slice(start, end), common: true });
    from = end;
    i = last;
  }
  if (from < text.length) cut.push({ text: text.slice(from), common: false });
  return cut;
}
