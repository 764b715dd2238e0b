import type { TimedWord } from "./interface.ts";
import type { CleanWord } from "./words.ts";

/** What stands in brackets is no speech: `[Music]`, `【拍手】`. In parentheses people write asides too, so only what these words name goes. */
const SOUND =
  "music|applause|laugh\\w*|chuckl\\w*|cheer\\w*|clap\\w*|cough\\w*|sigh\\w*|sniff\\w*|gasp\\w*|silence|inaudible|unintelligible|indistinct|noise|sizzl\\w*|beep\\w*|bell\\w*|crowd|musik|applaus|gelächter|lachen|musique|rires|applaudissements|música|aplausos|risas|musica|applausi|risate";
const UNSPOKEN = new RegExp(
  `\\[[^\\[\\]]{0,80}\\]|【[^【】]{0,80}】|[(（](?:[^()（）]{0,40}\\b)?(?:${SOUND})(?:\\b[^()（）]{0,40})?[)）]|[♪♫][^♪♫]{0,200}[♪♫]|[♪♫#]+(?=\\s|$)|[♪♫]`,
  "giu",
);
/** Marks of another speaker: `>>`, a dash before a line, a name in capitals with a colon. */
const TURN = /(?<=^|\s)(?:>{2,3}|[-–—](?=\s|[\p{L}¿¡]))\s*(?:\p{Lu}[\p{Lu} .'-]{1,30}:)?|^\p{Lu}[\p{Lu} .'-]{1,30}:(?=\s)/gu;

/** Sounds of hesitation, by language; no rule for others. "um" and "er" are words in German. */
const FILLERS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set("um umm uh uhh uhm er erm hmm hm mm mmm mhm ah eh".split(" ")),
  de: new Set("äh ähm ähh öh öhm hm hmm mhm".split(" ")),
  fr: new Set("euh heu hum hm hmm".split(" ")),
  es: new Set("eh ehm em mmm hm hmm".split(" ")),
};

/** Takes out of a cue's words what nobody says as words: sounds in brackets, notes of music, marks of speakers, and fillers of the language. */
export function speechOf(words: readonly TimedWord[], lang: string): CleanWord[] {
  const fillers = FILLERS[lang.split("-")[0] as string];
  const clean: CleanWord[] = [];
  let opensTurn = false;
  for (const { text, turn, ...times } of withoutMarks(words)) {
    opensTurn ||= turn;
    if (!/[\p{L}\p{N}]/u.test(text) || fillers?.has(lettersOf(text))) continue;
    clean.push({ text, ...times, opensTurn });
    opensTurn = false;
  }
  return clean;
}

/** Letters of a word, at most. */
const LONGEST_WORD = 60;

/** A word in lower case, without what stands around it; what is longer than any word stays as it is. */
export function lettersOf(text: string): string {
  if (text.length > LONGEST_WORD) return text;
  return text
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
    .replace(/’/g, "'");
}

/** Most cues have none of these, and are left as they are. */
const MAYBE = /[[【(（♪♫#>–—-]|\p{Lu}:/u;

function withoutMarks(words: readonly TimedWord[]): (TimedWord & { turn: boolean })[] {
  const line = words.map(({ text }) => text).join(" ");
  if (!MAYBE.test(line)) return words.map((word) => ({ ...word, turn: false }));
  const gone = new Uint8Array(line.length);
  for (const match of line.matchAll(UNSPOKEN)) gone.fill(1, match.index, match.index + match[0].length);
  for (const match of line.matchAll(TURN)) gone.fill(2, match.index, match.index + match[0].length);
  let at = 0;
  return words.map((word) => {
    const from = at;
    at += word.text.length + 1;
    const text = Array.from({ length: word.text.length }, (_, i) => (gone[from + i] === 0 ? word.text[i] : "")).join("");
    return { ...word, text: text.trim(), turn: gone.subarray(from, at).includes(2) };
  });
}
