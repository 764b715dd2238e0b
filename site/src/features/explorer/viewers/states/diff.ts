/** A stretch of a text that is, or is not, in the other text too. */
export interface Piece {
  readonly text: string;
  readonly differs: boolean;
}

/** Beyond so many cells of the table what differs is told as one stretch: a person could not read more of it either. */
const CELLS = 250_000;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Two texts, letter by letter as a reader counts them: what both have, in order, is the longest that can be found. */
export function pieces(a: string, b: string): [Piece[], Piece[]] {
  const [x, y] = [lettersOf(a), lettersOf(b)];
  let start = 0;
  while (start < x.length && start < y.length && x[start] === y[start]) start++;
  let end = 0;
  while (end < x.length - start && end < y.length - start && x.at(-1 - end) === y.at(-1 - end)) end++;
  const [own, other] = [x.slice(start, x.length - end), y.slice(start, y.length - end)];
  const [inOwn, inOther] = common(own, other);
  return [joined(x, start, inOwn, end), joined(y, start, inOther, end)];
}

function lettersOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** Which letters of each are in a longest common subsequence. */
function common(x: readonly string[], y: readonly string[]): [boolean[], boolean[]] {
  const [inX, inY] = [new Array<boolean>(x.length).fill(false), new Array<boolean>(y.length).fill(false)];
  const width = y.length + 1;
  if ((x.length + 1) * width > CELLS) return [inX, inY];
  // Row i, column j: how many letters the ends from i and j on have in common.
  const lengths = new Uint16Array((x.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] as number;
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = y.length - 1; j >= 0; j--) {
      lengths[i * width + j] = x[i] === y[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    if (x[i] === y[j]) {
      inX[i++] = true;
      inY[j++] = true;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return [inX, inY];
}

function joined(letters: readonly string[], start: number, inBoth: readonly boolean[], end: number): Piece[] {
  const found: { text: string; differs: boolean }[] = [];
  for (const [at, text] of letters.entries()) {
    const differs = at >= start && at < letters.length - end && !inBoth[at - start];
    const last = found.at(-1);
    if (last?.differs === differs) last.text += text;
    else found.push({ text, differs });
  }
  return found;
}
