import type { FirstErrorItem, FirstErrorPrediction } from "@stepladder/schema";
import { pyInt, pyStrip } from "@stepladder/wasm/lib/python.ts";
import type { LabelsCodec } from "@stepladder/wasm/metrics/labels/measure.ts";

/** No answer, which is what a missing record is measured as: wrong, whatever gold says. */
export const vacant: FirstErrorPrediction = { label: null };

const BOX = "\\boxed{";

/** Text of the last `\boxed{...}` up to its first closing brace, without blanks around it (`extract_answer`). */
export function boxed(text: string): string | undefined {
  // By hand: a pattern that looks for the closing brace starts anew at every box.
  let last: string | undefined;
  for (let start = text.indexOf(BOX); start >= 0; ) {
    const end = text.indexOf("}", start + BOX.length);
    if (end < 0) break;
    last = text.slice(start + BOX.length, end);
    start = text.indexOf(BOX, end);
  }
  return last === undefined ? undefined : pyStrip(last);
}

/** A whole number as Python's `int()` reads text; absent where it raises. Numbers that no step can have are held at the safe ones' ends. */
export function indexOf(text: string): number | undefined {
  const int = pyInt(text);
  return int === undefined ? undefined : Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, Number(int)));
}

/**
 * The vote of several answers: of their boxed texts the most frequent, of equally frequent ones that seen first (`Counter.most_common`);
 * answers without a box have no vote. The winner is made a number after the vote, so "1" and "01" are two.
 */
export function voted(texts: readonly (string | undefined)[]): string | undefined {
  const votes = new Map<string, number>();
  for (const text of texts) if (text !== undefined) votes.set(text, (votes.get(text) ?? 0) + 1);
  let winner: string | undefined;
  for (const [text, count] of votes) if (winner === undefined || count > (votes.get(winner) as number)) winner = text;
  return winner;
}

/** Index of the first score below the threshold; -1 where none is. */
export function firstBelow(scores: readonly number[], threshold: number): number {
  return scores.findIndex((score) => score < threshold);
}

/**
 * How records of this track become columns: gold and answer name one step each, the first wrong one. An answer that names none is one
 * label, correct, of no step.
 */
export const firstErrorCodec: LabelsCodec<Pick<FirstErrorItem, "label">, FirstErrorPrediction> = {
  gold: ({ label }) => (label === -1 ? [] : [{ index: label, label: -1 }]),
  prediction: ({ label }) => {
    if (label === null) return [];
    if (label === -1) return [{ step: undefined, order: undefined, label: 1 }];
    return [{ step: label < 0 ? undefined : label, order: label, label: -1 }];
  },
};
