import type { CaptionsItem, CaptionsPrediction, Prediction } from "@stepladder/schema";

/** A little of each word list: what a captioner might say instead. */
const OTHER_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bpot\b/gi, "planter"],
  [/\bpress\b/gi, "push"],
  [/\btyre\b/gi, "tire"],
  [/\bpaper\b/gi, "sheet"],
  [/\bsoil\b/gi, "earth"],
];

function inOtherWords(caption: string): string {
  return OTHER_WORDS.reduce((text, [word, other]) => text.replaceAll(word, other), caption);
}

/**
 * An imagined system on the item at place `index` of gold. It says some things in other words, starts late, leaves the last step of a
 * video out and adds a segment at its start; in one video in three it numbers its captions, which a diagnosis tells.
 */
export function sampleRecord(item: CaptionsItem, index: number): Prediction {
  return { id: item.id, prediction: { steps: said(item, index) } satisfies CaptionsPrediction };
}

function said({ subtask, steps }: CaptionsItem, index: number): CaptionsPrediction["steps"] {
  const told = steps.map((step, i) => ({ ...step, caption: i % 2 === 0 ? step.caption : inOtherWords(step.caption) }));
  const isNumbered = index % 3 === 0;
  const numbered = told.map((step, i) => (isNumbered ? { ...step, caption: `${i + 1}. ${step.caption}` } : step));
  if (subtask !== "step-captioning") return numbered.slice(0, Math.max(2, numbered.length - 1));
  const late = numbered.slice(0, -1).map(({ bounds: [start = 0, end = 0] = [], ...step }, i) => ({
    ...step,
    bounds: i === 1 ? [end, 2 * end - start] : [start + 1, end + 1],
  }));
  return [{ caption: "say hello", bounds: [0, 3] }, ...late];
}
