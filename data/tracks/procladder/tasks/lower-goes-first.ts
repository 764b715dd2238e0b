import type { Random } from "../random.ts";
import { defineTask } from "./task.ts";

interface Runner {
  start: number;
  /** Added one per turn, from the first one again after the last. */
  additions: number[];
}

interface Params {
  first: Runner;
  second: Runner;
  steps: number;
}

export default defineTask<Params>({
  id: "lower-goes-first",
  title: "Lower goes first",
  rule:
    "Two procedures, P and Q, run side by side; each has a number and a list of additions of its own, and keeps its place in the list. At each step it is the turn of the one whose number is lower; where both are equal, it is P's turn. " +
    "Whose turn it is adds the next addition of its list to its number; behind the last addition comes the first one again. Stop after the given number of steps. " +
    "The state is a list of two numbers, P's and Q's, like [12, 9].",
  question: ({ first, second, steps }) =>
    `P: ${first.start}\nAdditions of P: ${first.additions.join(", ")}\nQ: ${second.start}\nAdditions of Q: ${second.additions.join(", ")}\nSteps: ${steps}`,
  generate(random, steps) {
    return { first: drawRunner(random), second: drawRunner(random), steps };
  },
  solve({ first, second, steps }) {
    const numbers: [number, number] = [first.start, second.start];
    const turns: [number, number] = [0, 0];
    const init = [...numbers];
    const states = Array.from({ length: steps }, () => {
      const runner = numbers[0] <= numbers[1] ? 0 : 1;
      const { additions } = runner === 0 ? first : second;
      numbers[runner] += additions[turns[runner]++ % additions.length]!;
      return [...numbers];
    });
    return { init, states };
  },
});

function drawRunner(random: Random): Runner {
  return { start: random.between(1, 20), additions: random.list(random.between(3, 6), () => random.between(1, 15)) };
}
