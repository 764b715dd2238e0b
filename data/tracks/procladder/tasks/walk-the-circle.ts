import { ALPHANUMERICS } from "./alphabets.ts";
import { readQuestion, readWords } from "./official-question.ts";
import { defineOfficialTask } from "./task.ts";

interface Params {
  circle: string;
  from: string;
  count: number;
}

export default defineOfficialTask<Params>({
  id: "walk-the-circle",
  title: "Walk the circle",
  official: "task23",
  rule:
    "Walk along a circle of characters: to the right of the last one comes the first one. Begin at the given character with the given count. At each step, move to the next character on the right and lower the count by one; stop when the count is 0. " +
    'The state is a list of two strings, the character you are at and the count, like ["k", "4"]. The final state, where the count is 0, is the character alone, a string.',
  question: ({ circle, from, count }) => `Circle: ${circle}\nBegin at: ${from}\nCount: ${count}`,
  generate(random, steps) {
    const circle = random.sample([...ALPHANUMERICS], random.between(8, 30)).join("");
    return { circle, from: random.pick(circle), count: steps };
  },
  solve({ circle, from, count }) {
    const start = circle.indexOf(from);
    const at = (step: number) => circle[(start + step) % circle.length]!;
    const visited = Array.from({ length: count - 1 }, (_, step) => [at(step + 1), String(count - step - 1)]);
    return { init: [from, String(count)], states: [...visited, at(count)] };
  },
  readOfficial(prompt) {
    const [circle, command] = readQuestion(prompt, "String:", "Command:");
    const [from, count] = readWords(command);
    return { circle, from: from!, count: Number(count) };
  },
});
