import { foldName } from "../../../../data/papers/names.ts";
import { folded } from "../../state/procedures.ts";

/** No word begins here; one does within what is written as one (at a capital, a digit, behind a hyphen); one does behind a blank. */
type Beginning = 0 | 1 | 2;

/** Text as it is compared: without case, accents, blanks, hyphens and underscores, and how it lies in what was written. */
export interface Folded {
  readonly text: string;
  /** For each of its letters, where that stands in what was written. */
  readonly from: readonly number[];
  /** For each of its letters, whether a word begins there; one more for the end. */
  readonly begins: readonly Beginning[];
}

const LETTER = /\p{L}/u;
const CAPITAL = /\p{Lu}/u;
const DIGIT = /\p{N}/u;

interface Character {
  readonly text: string;
  readonly kind: "letter" | "capital" | "digit" | "sign" | "blank";
}

/** What characters are compared by; there are few different ones. */
const known = new Map<string, Character>();

function character(written: string): Character {
  const before = known.get(written);
  if (before !== undefined) return before;
  const kinds = [
    [CAPITAL, "capital"],
    [LETTER, "letter"],
    [DIGIT, "digit"],
    [/\s/, "blank"],
  ] as const;
  const made = { text: foldWord(written), kind: kinds.find(([has]) => has.test(written))?.[1] ?? ("sign" as const) };
  known.set(written, made);
  return made;
}

/** Names and words that differ by no more than case, accents, blanks, hyphens and underscores are one. */
export function foldWord(word: string): string {
  return foldName(folded(word));
}

/** A text, a name or a word as it is compared. */
export function fold(written: string): Folded {
  let text = "";
  const from: number[] = [];
  const begins: Beginning[] = [];
  let at = 0;
  let last: Character["kind"] = "blank";
  for (const one of written) {
    const { text: own, kind } = character(one);
    for (let i = 0; i < own.length; i++) {
      from.push(at);
      begins.push(i === 0 ? beginning(last, kind) : 0);
    }
    text += own;
    at += one.length;
    // Signs behind a blank belong to the word that follows them, and the dot of a number to it: "4.6" has no word "6".
    if (kind !== "sign" || (last !== "blank" && !(one === "." && last === "digit"))) last = kind;
  }
  return { text, from, begins: [...begins, 2] };
}

function beginning(last: Character["kind"], kind: Character["kind"]): Beginning {
  if (last === "blank") return 2;
  return last === "sign" || (kind === "capital" && last !== "capital") || (kind === "digit" && last !== "digit") ? 1 : 0;
}

/**
 * Where words begin with what is sought. Blanks make no difference, unless that would put a single letter to another word: "5 s late" does
 * not say "slate", nor "GPT-4 OptiMUS" "GPT-4o".
 */
export function* findAll({ text, begins }: Folded, { text: sought, begins: own }: Folded): Iterable<number> {
  const { length } = sought;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    if (begins[at] === 0) continue;
    const end = at + length;
    if (length > 1 && begins[at + 1] === 2 && own[1] === 0) continue;
    if (length > 1 && begins[end - 1] === 2 && begins[end] === 0 && own[length - 1] === 0) continue;
    yield at;
  }
}

/** Where something that was found lies in what was written: from its first letter to behind its last, accents included. */
export function placeOf({ from }: Folded, written: string, at: number, length: number): [start: number, end: number] {
  const last = from[at + length - 1] as number;
  const [letter = ""] = /^.\p{M}*/su.exec(written.slice(last)) ?? [];
  return [from[at] as number, last + letter.length];
}
