import { type Folded, findAll, fold, placeOf } from "./fold.ts";

/** Letters of a text that are shown of it around what was found. */
const SHOWN = 220;
/** Letters before the first of what was found, where the text begins further up. */
const BEFORE = 60;

/** A text in parts, what was sought among them. */
export type Part = readonly [text: string, isFound: boolean];

/** A text in parts: what begins like one of the words sought, and what lies between. */
export function partsOf(written: string, sought: readonly Folded[]): Part[] {
  const text = fold(written);
  const places = sought
    .flatMap((one) => Array.from(findAll(text, one), (at) => placeOf(text, written, at, one.text.length)))
    .sort(([a], [b]) => a - b);
  const parts: Part[] = [];
  let end = 0;
  for (const [from, to] of places) {
    if (to <= end) continue;
    const start = Math.max(from, end);
    if (start > end) parts.push([written.slice(end, start), false]);
    parts.push([written.slice(start, to), true]);
    end = to;
  }
  if (end < written.length) parts.push([written.slice(end), false]);
  return parts;
}

/** How many of the words sought a text has. */
export function countIn(written: string, sought: readonly Folded[]): number {
  const text = fold(written);
  return sought.filter((one) => !findAll(text, one)[Symbol.iterator]().next().done).length;
}

/** As much of a text as is shown of it: from its beginning, or from shortly before what was found, cut between words. */
export function excerpt(written: string, sought: readonly Folded[]): string {
  if (written.length <= SHOWN) return written;
  const [[first, isFound] = ["", false]] = partsOf(written, sought);
  const at = isFound ? 0 : first.length === written.length ? 0 : first.length;
  const start = at + BEFORE < SHOWN ? 0 : written.indexOf(" ", Math.min(at - BEFORE, written.length - SHOWN)) + 1;
  const rest = written.slice(start);
  const cut = rest.length <= SHOWN ? rest : `${rest.slice(0, rest.lastIndexOf(" ", SHOWN))} …`;
  return start === 0 ? cut : `… ${cut}`;
}
