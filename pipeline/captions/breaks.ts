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
  pause: 5,
  cue: 0.3,
  comma: 0.8,
  opens: 2,
  subject: 2.4,
  article: 0.6,
  joinsClause: 1.3,
  joins: -1.5,
  goesOn: -3,
  leadsOn: -3,
  /** The next word begins an instruction. */
  commands: 2,
  /** What a break costs where a person or a model wrote marks, and set none here. */
  unmarked: -12,
  /** What each sentence costs. */
  base: -1.2,
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
  const marks = words.filter(({ text }, index) => endsSentence(text, words[index + 1]?.text, words[index - 1]?.text)).length;
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
  const unmarked = isPunctuated(words) ? POINTS.unmarked : 0;
  const wording = wordingOf(words, lang);
  return Float64Array.from(words, ({ text, end }, index) => {
    const next = words[index + 1];
    if (next === undefined) return 0;
    if (next.opensTurn) return POINTS.turn;
    if (endsSentence(text, next.text, words[index - 1]?.text)) return POINTS.mark;
    const pause = Math.min(LONGEST_PAUSE, Math.max(0, next.start - end - USUAL_PAUSE));
    const shown = pause * POINTS.pause + (next.opensCue ? POINTS.cue : 0) + (hasComma(text) ? POINTS.comma : 0);
    return POINTS.base + unmarked + shown + wording(index);
  });
}

/** What the words on both sides of a break say of it. */
function wordingOf(words: readonly SpokenWord[], lang: string): (index: number) => number {
  const { opens, subjects, maybeSubjects, verbs, articles, joins, goesOn, leadsOn } = discourseOf(lang);
  const bare = words.map(({ text }) => lettersOf(text));
  const isCommand = bare.map((word) => KNOWN.has(lang.split("-")[0] as string) && commanding(word, lang) > 0);
  const isSubject = (at: number): boolean =>
    subjects.has(bare[at] ?? "") || (maybeSubjects.has(bare[at] ?? "") && verbs.has(bare[at + 1] ?? ""));
  const beginning = (at: number): number => {
    const word = bare[at] as string;
    if (joins.has(word)) return opens.has(bare[at + 1] ?? "") || isSubject(at + 1) ? POINTS.joinsClause : POINTS.joins;
    if (opens.has(word)) return POINTS.opens;
    if (isSubject(at)) return POINTS.subject;
    if (maybeSubjects.has(word) || goesOn.has(word)) return POINTS.goesOn;
    if (articles.has(word)) return POINTS.article;
    return isCommand[at] ? POINTS.commands : 0;
  };
  return (index) => {
    if (leadsOn.has(bare[index] as string)) return POINTS.leadsOn;
    return beginning(index + 1);
  };
}

/** Languages in which single words tell instructions; others tell them by endings that many words have. */
const KNOWN: ReadonlySet<string> = new Set(["en", "de"]);
