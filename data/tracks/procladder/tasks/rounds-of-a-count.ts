import type { Random } from "../random.ts";
import { defineTask } from "./task.ts";

const MODULUS = 1000;

interface Params {
  start: number;
  /** How often each round goes through its body, in the order of rounds; each at least once. */
  counts: number[];
}

export default defineTask<Params>({
  id: "rounds-of-a-count",
  title: "Rounds of a count",
  rule:
    "Two loops, one inside the other. The outer loop goes through the counts in order; its rounds are numbered from 1. " +
    "In each round the inner loop is run through as often as the count says; its passes are numbered from 1 in every round anew. One step is one pass: multiply the number of the round by the number of the pass, add the product to the total, and keep the last three digits of the total. " +
    "The state is a list of three numbers, round, pass and total, like [2, 1, 57]. The start is round 0, pass 0 and the given total.",
  question: ({ start, counts }) => `Total: ${start}\nCounts: ${counts.join(", ")}`,
  generate(random, steps) {
    return { start: random.below(MODULUS), counts: drawCounts(random, steps) };
  },
  solve({ start, counts }) {
    let total = start;
    const states = counts.flatMap((count, round) =>
      Array.from({ length: count }, (_, pass) => {
        total = (total + (round + 1) * (pass + 1)) % MODULUS;
        return [round + 1, pass + 1, total];
      }),
    );
    return { init: [0, 0, start], states };
  },
});

/** Counts from 1 to 9 that add up to the steps. */
function drawCounts(random: Random, steps: number): number[] {
  const counts = [];
  for (let left = steps; left > 0; left -= counts.at(-1) as number) counts.push(random.between(1, Math.min(left, 9)));
  return counts;
}
