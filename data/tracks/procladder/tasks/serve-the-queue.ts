import type { Random } from "../random.ts";
import { LETTERS } from "./alphabets.ts";
import { defineTask } from "./task.ts";

interface Params {
  /** How much is done of one person's work before the next one's turn. */
  quantum: number;
  queue: { name: string; work: number }[];
}

/** More people would make states long. */
const MOST = 12;

export default defineTask<Params>({
  id: "serve-the-queue",
  title: "Serve the queue",
  rule:
    "As long as somebody waits in the queue, repeat this step: take the first of the queue and do as much of their work as the portion says, or all of it where less is left. " +
    "If work is left, they go to the end of the queue with what is left; if not, they leave, and their letter is written behind the letters of those who left before. " +
    'The state is a list of strings: first the letters of those who left, in order, then the queue, each a letter with the work that is left, like ["ca", "b4", "d1"].',
  question: ({ quantum, queue }) => `Portion: ${quantum}\nQueue: ${queue.map(labelled).join(", ")}`,
  generate(random, steps) {
    const quantum = random.between(2, 5);
    const names = random.sample([...LETTERS], random.between(2, Math.max(2, Math.min(MOST, Math.floor(steps / 2)))));
    const portions = drawPortions(random, steps, names.length);
    return {
      quantum,
      queue: names.map((name, i) => ({ name, work: (portions[i]! - 1) * quantum + random.between(1, quantum) })),
    };
  },
  solve({ quantum, queue }) {
    const waiting = [...queue];
    let left = "";
    const state = () => [left, ...waiting.map(labelled)];
    const init = state();
    const states: string[][] = [];
    for (let first = waiting.shift(); first !== undefined; first = waiting.shift()) {
      if (first.work > quantum) waiting.push({ ...first, work: first.work - quantum });
      else left += first.name;
      states.push(state());
    }
    return { init, states };
  },
});

function labelled({ name, work }: { name: string; work: number }): string {
  return name + work;
}

/** As many numbers as there are people, each at least 1, that add up to the steps. */
function drawPortions(random: Random, steps: number, people: number): number[] {
  const portions = Array.from({ length: people }, () => 1);
  for (let more = people; more < steps; more++) portions[random.below(people)]! += 1;
  return portions;
}
