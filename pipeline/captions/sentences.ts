import type { NarratedSentence } from "@stepladder/schema";
import { sentenceEnds } from "./breaks.ts";
import type { Captions } from "./interface.ts";
import { isEnded, withoutPause } from "./punctuation.ts";
import { withoutRepeats } from "./roll.ts";
import { speechOf } from "./speech.ts";
import { rounded } from "./timecode.ts";
import { type SpokenWord, spokenWords } from "./words.ts";

/** The words that are spoken in captions, each line once and in the order of time. */
export function wordsOf({ cues }: Captions, lang: string): SpokenWord[] {
  const inTime = [...cues].sort((a, b) => a.start - b.start);
  return spokenWords(withoutRepeats(inTime), (words) => speechOf(words, lang));
}

/** The sentences that words make, each from its first word to its last, with a capital and a mark at its end. Times never go back. */
export function sentencesOf(words: readonly SpokenWord[], lang: string): NarratedSentence[] {
  let from = 0;
  return sentenceEnds(words, lang).map((end) => {
    const own = words.slice(from, end);
    from = end;
    const [first, last] = [own[0] as SpokenWord, own.at(-1) as SpokenWord];
    return {
      text: finished(
        own.map(({ text }) => text),
        lang,
      ),
      start: rounded(first.start),
      end: rounded(Math.max(first.start, last.end)),
    };
  });
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** "i", "i'm": recognised speech has no capitals. */
const FIRST_PERSON = /(?<=^|\s)i(?=['’](?:m|ll|ve|d)\b|[\s,.;:!?]|$)/gu;

function finished(words: readonly string[], lang: string): string {
  const joined = words.reduce((before, word) => {
    const touches = UNSPACED.test(before.slice(-1)) && UNSPACED.test(word[0] as string);
    return touches ? before + word : `${before} ${word}`;
  });
  const text = /^en\b/.test(lang) ? joined.replace(FIRST_PERSON, "I") : joined;
  // "iPhone" has a capital, where it belongs.
  const opened = /^\p{Ll}(?!\p{Ll}*\p{Lu})/u.test(text) ? (text[0] as string).toUpperCase() + text.slice(1) : text;
  if (isEnded(opened)) return opened;
  return `${withoutPause(opened)}${UNSPACED.test(opened.slice(-1)) ? "。" : "."}`;
}
