import type { TraceItem } from "@stepladder/schema";
import { Random } from "../procladder/random.ts";

/** Seed of the sample's mistakes. */
const SEED = 7;

/**
 * An answer of an imagined system, to try scoring with: it errs the more often the longer the run is, by one where numbers are asked,
 * answers a third in tags behind some words, and leaves out one in forty.
 */
export function sampleRecord({ id, kind, expected, length }: TraceItem, index: number): object | undefined {
  const random = new Random(SEED, index);
  if (random.below(40) === 0) return undefined;
  const errs = kind !== "covered" ? random.below(200) < length + 20 : random.below(10) === 0;
  const answer = errs ? wrong(expected, random) : expected;
  if (random.below(3) > 0) return { id, prediction: { text: answer } };
  if (random.below(12) === 0) return { id, output: "I lose count of the lines here." };
  return { id, output: `I go through the run.\n<answer>${answer}</answer>` };
}

function wrong(expected: string, random: Random): string {
  if (expected === "yes") return "no";
  if (expected === "no") return "yes";
  return expected === "end" ? "1" : String(Number(expected) + random.pick([-1, 1, 1, 2]));
}
