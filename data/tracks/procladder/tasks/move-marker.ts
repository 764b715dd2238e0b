import { readGroups, readQuestion } from "./official-question.ts";
import { defineOfficialTask } from "./task.ts";

interface Params {
  length: number;
  start: number;
  /** Places to the right; negative is to the left. */
  moves: number[];
}

export default defineOfficialTask<Params>({
  id: "move-marker",
  title: "Move a marker",
  official: "task22",
  rule:
    "Move the x along a line of dashes, one step per move: R5 moves it 5 places to the right, L5 to the left. " +
    "The line is a circle: past the last place comes the first one, and before the first place the last one. The state is the whole line, a string.",
  question: ({ length, start, moves }) =>
    `Line: ${line(length, start)}\nMoves: ${moves.map((by) => (by < 0 ? `L${-by}` : `R${by}`)).join(", ")}`,
  generate(random, steps) {
    const length = random.between(8, 32);
    const moves = random.list(steps, () => random.between(1, length - 1) * (random.chance(1, 2) ? 1 : -1));
    return { length, start: random.below(length), moves };
  },
  solve({ length, start, moves }) {
    let place = start;
    const states = moves.map((by) => {
      // Official moves may be longer than the line, so one added length is not enough.
      place = (((place + by) % length) + length) % length;
      return line(length, place);
    });
    return { init: line(length, start), states };
  },
  readOfficial(prompt) {
    const [array, operations] = readQuestion(prompt, "Initial array:", "Operations:");
    const moves = readGroups(operations).map(([direction, by]) => (direction === "left" ? -Number(by) : Number(by)));
    return { length: array.length, start: array.indexOf("x"), moves };
  },
});

function line(length: number, place: number): string {
  return `${"-".repeat(place)}x${"-".repeat(length - place - 1)}`;
}
