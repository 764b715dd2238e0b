import { LETTERS } from "./alphabets.ts";
import { readPairs, readQuestion } from "./official-question.ts";
import { defineOfficialTask } from "./task.ts";

interface Params {
  text: string;
  /** First place and the place after the last, counted from 0. */
  ranges: [number, number][];
}

export default defineOfficialTask<Params>({
  id: "rotate-ranges",
  title: "Rotate ranges",
  official: "task17",
  rule:
    "Rotate parts of a text. Each pair (m, n) is one step on the current text: of the characters at the places m to n - 1, counted from 0, the last one moves to place m and each of the others one place to the right. " +
    "The characters outside stay. The state is the whole text, a string.",
  question: ({ text, ranges }) => `Text: ${text}\nPairs: ${ranges.map(([from, end]) => `(${from}, ${end})`).join(", ")}`,
  generate(random, steps) {
    // No letter occurs twice, so every rotation changes the text.
    const text = random.sample([...LETTERS], random.between(8, 24)).join("");
    const ranges = random.list(steps, (): [number, number] => {
      const from = random.between(0, text.length - 2);
      return [from, random.between(from + 2, text.length)];
    });
    return { text, ranges };
  },
  solve({ text, ranges }) {
    let current = text;
    const states = ranges.map(([from, end]) => {
      current = current.slice(0, from) + current.slice(end - 1, end) + current.slice(from, end - 1) + current.slice(end);
      return current;
    });
    return { init: text, states };
  },
  readOfficial(prompt) {
    const [text, ranges] = readQuestion(prompt, "String:", "Indices:");
    return { text, ranges: readPairs(ranges) };
  },
});
