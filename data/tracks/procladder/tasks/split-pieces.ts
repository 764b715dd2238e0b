import { LETTERS } from "./alphabets.ts";
import { readPairs, readQuestion } from "./official-question.ts";
import { defineOfficialTask } from "./task.ts";

interface Params {
  text: string;
  /** Which piece to cut, and after how many of its characters. */
  cuts: [number, number][];
}

export default defineOfficialTask<Params>({
  id: "split-pieces",
  title: "Split pieces",
  official: "task09",
  rule:
    "Cut a text into pieces; at the start the whole text is the only piece. Each pair (k, j) is one step: cut piece k of the current list in two, " +
    "its first j characters and the rest. Pieces are counted from 0, from left to right, anew after each step. The state is the list of pieces from left to right, a list of strings.",
  question: ({ text, cuts }) => `Text: ${text}\nPairs: ${cuts.map(([piece, after]) => `(${piece}, ${after})`).join(", ")}`,
  generate(random, steps) {
    const length = steps + 1 + random.between(2, 6);
    const places = Array.from({ length: length - 1 }, (_, place) => place + 1);
    const starts = [0, length];
    const cuts = random.sample(places, steps).map((place): [number, number] => {
      const next = starts.findIndex((start) => start > place);
      starts.splice(next, 0, place);
      return [next - 1, place - starts[next - 1]!];
    });
    return { text: random.text(LETTERS, length), cuts };
  },
  solve({ text, cuts }) {
    let pieces = [text];
    const states = cuts.map(([piece, after]) => {
      const whole = pieces[piece]!;
      pieces = pieces.toSpliced(piece, 1, whole.slice(0, after), whole.slice(after));
      return pieces;
    });
    return { init: [text], states };
  },
  readOfficial(prompt) {
    const [text, cuts] = readQuestion(prompt, "String:", "Indices:");
    return { text, cuts: readPairs(cuts) };
  },
});
