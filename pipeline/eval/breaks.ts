import { readdirSync, readFileSync } from "node:fs";
import type { Captions, Cue, TimedWord } from "../captions/interface.ts";
import { sentencesOf, wordsOf } from "../captions/sentences.ts";
import { numbersFrom } from "../testing-runs.ts";

/** A narration of ours: its sentences in order, each with marks and capitals. */
export interface Narrated {
  readonly name: string;
  readonly sentences: readonly string[];
}

const FOLDER = new URL("narrated/", import.meta.url);

/** All narrations. Those of odd numbers are the ones that points were chosen on; the others are held out. */
export function narrated(): Narrated[] {
  const names = readdirSync(FOLDER).sort();
  return names.map((name) => ({ name, sentences: readFileSync(new URL(name, FOLDER), "utf8").trim().split("\n") }));
}

/** What captions show of the times: of each word, of each cue with the pauses between them, or of cues that touch. */
export const TIMINGS = ["words", "cues", "touching"] as const;
export type Timing = (typeof TIMINGS)[number];

/** Words without marks and capitals, as recognised speech has them. */
export function spokenTexts(sentence: string): string[] {
  return sentence
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
}

/**
 * A narration as speech recognition would show it. Times are invented, the same for a seed: letters take time, three sentences in four end
 * with a pause of .2 to 1.2 seconds, and behind one word in sixteen somebody hesitates for .2 to .7 seconds. A cue has up to 36 characters.
 */
export function captioned({ sentences }: Narrated, timing: Timing, seed: number): Captions {
  const random = numbersFrom(seed);
  const words: Required<TimedWord>[] = [];
  let at = 1;
  for (const sentence of sentences) {
    const texts = spokenTexts(sentence);
    for (const [index, text] of texts.entries()) {
      const end = at + 0.1 + 0.055 * text.length;
      words.push({ text, start: at, end });
      const pause = index === texts.length - 1 ? (random() < 0.75 ? 0.2 + random() : 0) : random() < 1 / 16 ? 0.2 + random() / 2 : 0;
      at = end + 0.02 + pause;
    }
  }
  return { cues: cuesOf(words, timing) };
}

const CHARACTERS = 36;

function cuesOf(words: readonly Required<TimedWord>[], timing: Timing): Cue[] {
  const groups: Required<TimedWord>[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const word of words) {
    length += word.text.length + 1;
    if (length > CHARACTERS) {
      groups.push([]);
      length = word.text.length;
    }
    groups.at(-1)?.push(word);
  }
  return groups.map((group, index) => {
    const [first, last] = [group[0], group.at(-1)] as [Required<TimedWord>, Required<TimedWord>];
    const end = timing === "touching" ? (groups[index + 1]?.[0]?.start ?? last.end) : last.end;
    const cue = { text: group.map(({ text }) => text).join(" "), start: first.start, end };
    return timing === "words" ? { ...cue, words: group } : cue;
  });
}

/** How captions are cut into sentences: the numbers of words behind which one ends. */
export type Cutter = (captions: Captions) => readonly number[];

const running = (counts: readonly number[]): number[] => {
  let sum = 0;
  return counts.map((count) => (sum += count));
};

/** Ours, and what it is held against. */
export const cutters: Readonly<Record<string, Cutter>> = {
  ours: (captions) => running(sentencesOf(wordsOf(captions, "en"), "en").map(({ text }) => text.split(" ").length)),
  "every cue": ({ cues }) => running(cues.map(({ text }) => text.split(" ").length)),
  "every 11 words": ({ cues }) => {
    const words = cues.flatMap(({ text }) => text.split(" ")).length;
    return Array.from({ length: Math.ceil(words / 11) }, (_, index) => Math.min(words, 11 * (index + 1)));
  },
};

/** Breaks that were found, those that are right, and those that there are; the end of the text is none. */
export interface BreakCounts {
  readonly found: number;
  readonly right: number;
  readonly gold: number;
}

/** Counts of a cutter over narrations, each in several invented timings. */
export function breakCounts(list: readonly Narrated[], cut: Cutter, timing: Timing, seeds: readonly number[]): BreakCounts {
  const sum = { found: 0, right: 0, gold: 0 };
  for (const one of list) {
    const ends = new Set(running(one.sentences.map((sentence) => spokenTexts(sentence).length)).slice(0, -1));
    for (const seed of seeds) {
      const found = cut(captioned(one, timing, seed)).slice(0, -1);
      sum.found += found.length;
      sum.gold += ends.size;
      sum.right += found.filter((end) => ends.has(end)).length;
    }
  }
  return sum;
}

/** Harmonic mean of precision and recall, in percent. */
export function breakF1({ found, right, gold }: BreakCounts): number {
  return (200 * right) / (found + gold);
}
