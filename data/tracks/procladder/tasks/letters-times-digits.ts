import { LETTERS } from "./alphabets.ts";
import { readQuestion, readWords } from "./official-question.ts";
import { defineOfficialTask } from "./task.ts";

interface Params {
  words: string[];
}

export default defineOfficialTask<Params>({
  id: "letters-times-digits",
  title: "Letters times digits",
  official: "task03",
  rule:
    "Take the words in order, one step per word. Let L be how many letters the word has, and D the number that its digits form when read from left to right (0 if it has none). " +
    'The state of the step is a list of four strings: the word, L, D, and the product of L and D, like ["ab3", "2", "3", "6"]. ' +
    "One more step follows after the last word: add up all the products. The state of that step, the final one, is the sum as a JSON number.",
  question: ({ words }) => `Words: ${words.join(", ")}`,
  // The sum is a step of its own, so there is one word less than there are steps.
  generate: (random, steps) => ({
    words: random.list(steps - 1, () => {
      const digits = random.chance(1, 3) ? 0 : random.between(1, 2);
      const characters = [...random.text(LETTERS, random.between(2, 4)), ...random.text("0123456789", digits)];
      return random.shuffle(characters).join("");
    }),
  }),
  solve({ words }) {
    let sum = 0;
    const rows = words.map((word) => {
      const letters = word.replace(/\d/g, "").length;
      const number = Number(word.replace(/\D/g, ""));
      sum += letters * number;
      return [word, String(letters), String(number), String(letters * number)];
    });
    return { init: "0", states: [...rows, sum] };
  },
  readOfficial(prompt) {
    const [words] = readQuestion(prompt, "Strings:");
    return { words: readWords(words) };
  },
});
