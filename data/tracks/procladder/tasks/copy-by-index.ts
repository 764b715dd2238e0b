import { ALPHANUMERICS, pieceLimit } from "./alphabets.ts";
import { readNumbers, readQuestion, readWords } from "./official-question.ts";
import { defineOfficialTask } from "./task.ts";

interface Params {
  words: string[];
  order: number[];
}

export default defineOfficialTask<Params>({
  id: "copy-by-index",
  title: "Copy by index",
  official: "task05",
  rule:
    "Begin with the empty text. Each number of the order is one step: append the word that has this number. Words are counted from 0 and may be used several times. " +
    "The state is the text built so far, a string.",
  question: ({ words, order }) => `Words: ${words.join(", ")}\nOrder: ${order.join(", ")}`,
  generate(random, steps) {
    const longest = pieceLimit(steps, 3, 9);
    const words = random.list(random.between(4, 9), () => random.text(ALPHANUMERICS, random.between(1, longest)));
    return { words, order: random.list(steps, () => random.below(words.length)) };
  },
  solve({ words, order }) {
    let text = "";
    const states = order.map((word) => {
      text += words[word]!;
      return text;
    });
    return { init: "", states };
  },
  readOfficial(prompt) {
    const [words, order] = readQuestion(prompt, "Strings:", "Indices:");
    return { words: readWords(words), order: readNumbers(order) };
  },
});
