import { LETTERS } from "./alphabets.ts";
import { readQuestion, readWords } from "./official-question.ts";
import { defineOfficialTask } from "./task.ts";

interface Params {
  text: string;
  letters: string[];
}

export default defineOfficialTask<Params>({
  id: "delete-letters",
  title: "Delete letters",
  official: "task19",
  rule:
    "Delete letters from a text. Each listed letter is one step: delete its leftmost occurrence in the current text, and only that one. " +
    "The state is the whole text, a string.",
  question: ({ text, letters }) => `Text: ${text}\nLetters: ${letters.join(", ")}`,
  generate(random, steps) {
    const alphabet = random.sample([...LETTERS], random.between(8, 16)).join("");
    const text = random.text(alphabet, steps + random.between(2, 10));
    return { text, letters: random.sample([...text], steps) };
  },
  solve({ text, letters }) {
    let current = text;
    const states = letters.map((letter) => {
      current = current.replace(letter, "");
      return current;
    });
    return { init: text, states };
  },
  readOfficial(prompt) {
    const [text, letters] = readQuestion(prompt, "String:", "Steps:");
    return { text, letters: readWords(letters.replace(/\d+\./g, "")) };
  },
});
