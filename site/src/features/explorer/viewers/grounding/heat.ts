import type { NarratedSentence } from "@stepladder/schema";
import type { Range } from "../timeline/bars.ts";

/** Grounds from little to much; they differ in lightness, so they read in grey. */
export const TONES = [0.2, 0.42, 0.68, 1] as const;

/** The highest of all similarities; 0 without any. */
export function highest(similarity: readonly (readonly number[])[] = []): number {
  return similarity.reduce((most, row) => row.reduce((own, value) => Math.max(own, value), most), 0);
}

/** Which tone a similarity has, in equal steps up to the highest one: -1 below the first. */
export function toneOf(value: number, most: number): number {
  return most <= 0 ? -1 : Math.min(TONES.length - 1, Math.floor((value / most) * (TONES.length + 1)) - 1);
}

/** A gap is left behind a sentence of at least so many pixels. */
const ROOMY = 4;

/**
 * A path for each tone: bars over the time of the sentences, `tones` by sentence, `height` high from y = 0 on. Of what shares a pixel the
 * strongest shows, so that no path is longer than the axis, however many sentences there are.
 */
export function heatPaths(
  sentences: readonly NarratedSentence[],
  tones: readonly number[],
  { from, to }: Range,
  width: number,
  height: number,
): string[] {
  const scale = width / (to - from);
  const columns = new Int8Array(Math.ceil(width)).fill(-1);
  for (const [at, { start, end }] of sentences.entries()) {
    const tone = tones[at] ?? -1;
    if (tone < 0 || end < from || start > to) continue;
    const left = Math.max(0, Math.floor((start - from) * scale));
    const right = Math.min(columns.length, Math.max(left + 1, Math.floor((end - from) * scale)));
    const until = right - left >= ROOMY ? right - 1 : right;
    for (let x = left; x < until; x++) if ((columns[x] as number) < tone) columns[x] = tone;
  }
  const paths = TONES.map(() => "");
  for (let x = 0; x < columns.length; ) {
    const tone = columns[x] as number;
    const left = x;
    while (x < columns.length && columns[x] === tone) x++;
    if (tone >= 0) paths[tone] += `M${left} 0h${x - left}v${height}H${left}z`;
  }
  return paths;
}

/** The place of the sentence at a time, or else the next one before it; -1 before the first. */
export function sentenceAt(sentences: readonly NarratedSentence[], time: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle] as NarratedSentence).start <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
