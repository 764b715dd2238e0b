import { commanding } from "../miners/general/words.ts";
import { discourseOf } from "./discourse.ts";
import { endsSentence, hasComma } from "./punctuation.ts";
import { lettersOf } from "./speech.ts";
import type { SpokenWord } from "./words.ts";

/** Words of a sentence, at most: longer ones are cut where that costs least. */
const MOST_WORDS = 50;

/**
 * What speaks for a break behind a word and against it, in points, chosen on the development half of our own texts (README.md). Punctuation
 * outweighs all else together.
 */
const POINTS = {
  mark: 100,
  turn: 100,
  /** Per second of pause up to one second and a half, above what lies between words anyway. */
  pause: 4,
  cue: 0.4,
  begins: 2.2,
  mayBegin: 0.6,
  commands: 1.2,
  hardlyEnds: -4,
  hardlyBegins: -2.5,
  comma: 0.8,
  /** What a break costs where a person or a model wrote marks, and set none here. */
  unmarked: -12,
  /** What each sentence costs. */
  base: -1.6,
} as const;
const LONGEST_PAUSE = 1.5;
const USUAL_PAUSE = 0.12;
/** Words of a sentence of how-to speech, and how much other lengths cost: squares of the logarithm. */
const USUAL_WORDS = 12;
const LENGTH_COST = 1.1;
/** A file is punctuated where a mark ends a sentence at least every so many words. */
const WORDS_PER_MARK = 45;

/** Whether marks end sentences in what is spoken. */
export function isPunctuated(words: readonly SpokenWord[]): boolean {
  const marks = words.filter(({ text }, index) => endsSentence(text, words[index + 1]?.text)).length;
  return marks > 0 && marks * WORDS_PER_MARK >= words.length;
}

/** Where sentences end: the index behind the last word of each, in order. The best sum of points over all ways to break, by dynamic programming. */
export function sentenceEnds(words: readonly SpokenWord[], lang: string): number[] {
  const points = pointsBehind(words, lang);
  const best = new Float64Array(words.length + 1).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array(words.length + 1);
  best[0] = 0;
  for (let end = 1; end <= words.length; end++) {
    for (let start = end - 1; start >= Math.max(0, end - MOST_WORDS); start--) {
      const score = (best[start] as number) + (points[end - 1] as number) - lengthCost(end - start);
      if (score > (best[end] as number)) {
        best[end] = score;
        from[end] = start;
      }
      // No sentence goes over a mark.
      if (start > 0 && (points[start - 1] as number) > POINTS.mark / 2) break;
    }
  }
  const ends: number[] = [];
  for (let end = words.length; end > 0; end = from[end] as number) ends.push(end);
  return ends.reverse();
}

function lengthCost(words: number): number {
  return LENGTH_COST * Math.log(words / USUAL_WORDS) ** 2;
}

function pointsBehind(words: readonly SpokenWord[], lang: string): Float64Array {
  const punctuated = isPunctuated(words);
  const { begins, mayBegin, hardlyEnds, hardlyBegins } = discourseOf(lang);
  const bare = words.map(({ text }) => lettersOf(text));
  return Float64Array.from(words, ({ text, end }, index) => {
    const next = words[index + 1];
    if (next === undefined) return 0;
    if (next.opensTurn) return POINTS.turn;
    if (endsSentence(text, next.text)) return POINTS.mark;
    const pause = Math.min(LONGEST_PAUSE, Math.max(0, next.start - end - USUAL_PAUSE));
    const [here = "", there = ""] = [bare[index], bare[index + 1]];
    return (
      POINTS.base +
      (punctuated ? POINTS.unmarked : 0) +
      pause * POINTS.pause +
      (next.opensCue ? POINTS.cue : 0) +
      (begins.has(there) ? POINTS.begins : mayBegin.has(there) ? POINTS.mayBegin : 0) +
      (!hardlyEnds.has(here) && commanding(there, lang) > 0 ? POINTS.commands : 0) +
      (hardlyEnds.has(here) ? POINTS.hardlyEnds : 0) +
      (hardlyBegins.has(there) ? POINTS.hardlyBegins : 0) +
      (hasComma(text) ? POINTS.comma : 0)
    );
  });
}
