import { LETTERS } from "./alphabets.ts";
import { readNumbers, readQuestion, readWords } from "./official-question.ts";
import { defineOfficialTask } from "./task.ts";

interface Params {
  numbers: string[];
  letters: string[];
  steps: number;
}

export default defineOfficialTask<Params>({
  id: "interleave-cycles",
  title: "Interleave two cycles",
  official: "task12",
  rule:
    "Begin with the empty text. At each step, append the next number and then the next letter; both lists are read from their first element, and a list that is used up is read from its first element again. " +
    "Stop after the stated number of steps. The state is the text built so far, a string.",
  question: ({ numbers, letters, steps }) => `Numbers: ${numbers.join(", ")}\nLetters: ${letters.join(", ")}\nSteps: ${steps}`,
  generate: (random, steps) => ({
    numbers: random.list(random.between(3, 9), () => random.pick("0123456789")),
    letters: random.list(random.between(3, 9), () => random.pick(LETTERS)),
    steps,
  }),
  solve({ numbers, letters, steps }) {
    let text = "";
    const states = Array.from({ length: steps }, (_, step) => {
      text += numbers[step % numbers.length]! + letters[step % letters.length]!;
      return text;
    });
    return { init: "", states };
  },
  readOfficial(prompt) {
    const [numbers, letters, steps] = readQuestion(prompt, "Sequence 1:", "Sequence 2:", "N:");
    return { numbers: readWords(numbers), letters: readWords(letters), steps: readNumbers(steps)[0]! };
  },
});
