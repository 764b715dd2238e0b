import type { Cue } from "./interface.ts";

/** Seconds between two cues up to which the second may repeat the first. */
const NEAR = 0.5;
/** Words that two cues have in common by chance. */
const CHANCE = 2;
/** Share of neighbouring cues that repeat each other from which captions roll. */
const ROLLING = 0.3;
/** Words of a cue that are looked at: rolling captions show two or three lines. */
const SHOWN = 60;

/**
 * Captions that roll show each line twice, below and then above the next one. What a cue repeats of the end of the one before is dropped,
 * where so many cues do it that it is no chance: "stir" may well be said twice.
 */
export function withoutRepeats(cues: readonly Cue[]): Cue[] {
  const words = cues.map(({ text }) => text.split(/\s+/));
  const same = cues.map((cue, index) =>
    index === 0 ? 0 : repeated(cues[index - 1] as Cue, cue, words[index - 1] as string[], words[index] as string[]),
  );
  const isWhole = (count: number, index: number): boolean => count === words[index]?.length || count === words[index - 1]?.length;
  const rolls = same.filter((count, index) => count > CHANCE || (count > 0 && isWhole(count, index)));
  if (rolls.length < 2 || rolls.length < ROLLING * (cues.length - 1)) return [...cues];
  return cues.flatMap((cue, index) => {
    const left = (words[index] as string[]).slice(same[index]);
    if (left.length === 0) return [];
    return [{ ...cue, text: left.join(" "), ...(cue.words === undefined ? {} : { words: cue.words.slice(same[index]) }) }];
  });
}

/** How many words at the end of a cue stand at the start of the next one again. */
function repeated(before: Cue, cue: Cue, ending: readonly string[], beginning: readonly string[]): number {
  if (cue.start - before.end > NEAR || cue.start < before.start) return 0;
  for (let count = Math.min(ending.length, beginning.length, SHOWN); count > 0; count--) {
    const from = ending.length - count;
    if (beginning.slice(0, count).every((word, index) => word === ending[from + index])) return count;
  }
  return 0;
}
