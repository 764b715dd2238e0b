import { pieceLimit } from "./alphabets.ts";
import { readQuestion } from "./official-question.ts";
import { defineOfficialTask } from "./task.ts";

interface Params {
  bits: string;
}

export default defineOfficialTask<Params>({
  id: "run-length-encode",
  title: "Run-length encode",
  official: "task07",
  rule:
    "Split the text of 0s and 1s into runs of equal characters, from left to right. Each run is one step: write down its character, an underscore and its length, like 0_3. " +
    'The state is everything written so far, a list of strings like ["0_3", "1_1"].',
  question: ({ bits }) => `Text: ${bits}`,
  generate(random, steps) {
    const longest = pieceLimit(steps, 3, 9);
    const first = random.below(2);
    const runs = Array.from({ length: steps }, (_, run) => String((first + run) % 2).repeat(random.between(1, longest)));
    return { bits: runs.join("") };
  },
  solve({ bits }) {
    const codes = (bits.match(/0+|1+/g) ?? []).map((run) => `${run[0]}_${run.length}`);
    return { init: "", states: codes.map((_, place) => codes.slice(0, place + 1)) };
  },
  readOfficial(prompt) {
    const [bits] = readQuestion(prompt, "String:");
    return { bits };
  },
});
