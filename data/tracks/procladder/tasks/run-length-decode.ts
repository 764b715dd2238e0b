import { pieceLimit } from "./alphabets.ts";
import { readQuestion } from "./official-question.ts";
import { defineOfficialTask } from "./task.ts";

interface Params {
  runs: { character: string; length: number }[];
}

export default defineOfficialTask<Params>({
  id: "run-length-decode",
  title: "Run-length decode",
  official: "task15",
  rule:
    "Begin with the empty text. Each code is one step: the code 0x3 stands for 000, that is the character before the x, as many times as the number after it says; append what it stands for. " +
    "The state is the text built so far, a string.",
  question: ({ runs }) => `Codes: ${runs.map(({ character, length }) => `${character}x${length}`).join(" ")}`,
  generate(random, steps) {
    const longest = pieceLimit(steps, 3, 9);
    const first = random.below(2);
    return {
      runs: Array.from({ length: steps }, (_, run) => ({ character: String((first + run) % 2), length: random.between(1, longest) })),
    };
  },
  solve({ runs }) {
    let text = "";
    const states = runs.map(({ character, length }) => {
      text += character.repeat(length);
      return text;
    });
    return { init: "", states };
  },
  readOfficial(prompt) {
    const [codes] = readQuestion(prompt, "Sentence:");
    return { runs: codes.split(" ").map((code) => ({ character: code[0]!, length: Number(code.slice(2)) })) };
  },
});
