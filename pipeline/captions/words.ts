import type { Cue, TimedWord } from "./interface.ts";
import { shared } from "./times-onto.ts";

/** A word that is spoken, from when to when, in seconds. */
export interface SpokenWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it is the first of its cue. */
  readonly opensCue: boolean;
  /** Whether another speaker begins with it. */
  readonly opensTurn: boolean;
}

/** Seconds that a word of so many letters takes at most, where the file tells its start alone: slow speech, so that pauses are left. */
const longest = (text: string): number => 0.3 + 0.07 * text.length;

/** The words of all cues in order, each with its times: those of the file, else a share of its cue's by its characters. Times never go back. */
export function spokenWords(cues: readonly Cue[], clean: (words: readonly TimedWord[]) => readonly CleanWord[]): SpokenWord[] {
  const words: SpokenWord[] = [];
  let latest = 0;
  for (const [index, cue] of cues.entries()) {
    // Rolling captions are shown until long after the next ones begin.
    const until = Math.max(cue.start, Math.min(cue.end, cues[index + 1]?.start ?? cue.end));
    const timed = cue.words === undefined ? shared(tokensOf(cue.text), cue.start, until) : ended(cue.words, until);
    let opensCue = true;
    for (const { text, start, end = start, opensTurn } of clean(timed)) {
      const from = Math.max(start, latest);
      latest = Math.max(from, end);
      words.push({ text, start: from, end: latest, opensCue, opensTurn });
      opensCue = false;
    }
  }
  return words;
}

/** A word that is left once what is not spoken is taken out. */
export type CleanWord = TimedWord & { readonly opensTurn: boolean };

/** Chinese and Japanese have no blanks; a sentence ends at its mark all the same. */
function tokensOf(text: string): string[] {
  return text.split(/\s+|(?<=[。！？])/u).filter((token) => token !== "");
}

function ended(words: readonly TimedWord[], until: number): TimedWord[] {
  return words.map(({ text, start, end }, index) => {
    const next = words[index + 1]?.start ?? Math.max(start, until);
    return { text, start, end: end ?? Math.max(start, Math.min(next, start + longest(text))) };
  });
}
