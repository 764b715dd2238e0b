import type { Drop, Filter } from "../core/mining.ts";
import { stepTexts } from "./text.ts";

/** How many steps How2Mine's prefilter lets through, both included. */
export interface StepRange {
  readonly least: number;
  readonly most: number;
}

/** Shares of repeated n-grams from which a procedure is dropped, by n, in the order in which they are looked at. */
const REPEATED = [
  [4, 0.3],
  [3, 0.35],
  [2, 0.4],
] as const;

/**
 * Share of a procedure's n-grams that stood before, over its steps (n-grams do not go from one to the next); 0 for fewer than two steps.
 * How2Everything at 29114f3, mine/prefilter.py, `_ngram_repetition_rate`.
 */
export function repetition(steps: readonly string[], n: number): number {
  if (steps.length < 2) return 0;
  const seen = new Set<string>();
  let total = 0;
  for (const step of steps) {
    // What is neither a letter nor a digit nor `_` to Python, blanks included, stands between words.
    const words = step
      .toLowerCase()
      .split(/[^\p{L}\p{N}_]+/u)
      .filter((word) => word !== "");
    for (let from = 0; from + n <= words.length; from++) {
      seen.add(words.slice(from, from + n).join(" "));
      total++;
    }
  }
  return total === 0 ? 0 : (total - seen.size) / total;
}

/** What the prefilter says of steps, in its own words: `apply_prefilter` of the same file. */
export function prefiltered(steps: readonly string[], { least, most }: StepRange): (Drop & { readonly detail: string }) | undefined {
  const { length } = steps;
  if (length < least) return { reason: "too-few-steps", detail: `Too few steps: ${length} < ${least}` };
  if (length > most) return { reason: "too-many-steps", detail: `Too many steps: ${length} > ${most}` };
  if (REPEATED.some(([n, limit]) => repetition(steps, n) >= limit)) return { reason: "repetition", detail: "High repetition rate" };
  return undefined;
}

function filter(id: string, title: string, range: StepRange): Filter {
  return { id, title, judge: (procedure) => prefiltered(stepTexts(procedure), range) };
}

/** As How2Mine's code and README have it. */
export const prefilter = filter("how2mine-prefilter", "How2Mine's prefilter: 4 to 15 steps, little repetition", { least: 4, most: 15 });

/** The paper says 5 steps at least (section 3.2, B.3), its code 4. */
export const paperPrefilter = filter("how2mine-prefilter-paper", "How2Mine's prefilter as its paper has it: 5 to 15 steps", {
  least: 5,
  most: 15,
});
