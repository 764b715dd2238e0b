import { LETTERS } from "./alphabets.ts";
import { readNumbers, readQuestion } from "./official-question.ts";
import { defineOfficialTask } from "./task.ts";

interface Params {
  text: string;
  positions: number[];
}

export default defineOfficialTask<Params>({
  id: "split-at-positions",
  title: "Split at positions",
  official: "task08",
  rule:
    "Cut a text into pieces. Each position p is one step: cut between the characters number p - 1 and p of the original text, counted from 0; earlier cuts do not change the count. " +
    "The state is the list of pieces from left to right, a list of strings.",
  question: ({ text, positions }) => `Text: ${text}\nPositions: ${positions.join(", ")}`,
  generate(random, steps) {
    const length = steps + 1 + random.between(2, 6);
    const places = Array.from({ length: length - 1 }, (_, place) => place + 1);
    return { text: random.text(LETTERS, length), positions: random.sample(places, steps) };
  },
  solve({ text, positions }) {
    const cuts = [0, text.length];
    const states = positions.map((position) => {
      cuts.splice(
        cuts.findIndex((cut) => cut > position),
        0,
        position,
      );
      return cuts.slice(1).map((cut, piece) => text.slice(cuts[piece], cut));
    });
    return { init: [text], states };
  },
  readOfficial(prompt) {
    const [text, positions] = readQuestion(prompt, "String:", "Positions:");
    return { text, positions: readNumbers(positions) };
  },
});
