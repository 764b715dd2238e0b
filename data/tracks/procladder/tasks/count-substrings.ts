import { LETTERS } from "./alphabets.ts";
import { readQuestion, readWords } from "./official-question.ts";
import { defineOfficialTask } from "./task.ts";

interface Params {
  words: string[];
  parts: string[];
}

export default defineOfficialTask<Params>({
  id: "count-substrings",
  title: "Count substrings",
  official: "task04",
  rule:
    "Keep one count per word, all 0 at the start. Each part is one step: for every word, add to its count how many times the part occurs in it. " +
    "A part that changes no count is a step too, and a part that is listed again counts again. The state is the list of counts in the order of the words, a list of numbers.",
  question: ({ words, parts }) => `Words: ${words.join(", ")}\nParts: ${parts.join(", ")}`,
  generate(random, steps) {
    const letters = random.sample([...LETTERS], random.between(6, 9)).join("");
    const words = random.list(random.between(4, 8), () => random.text(letters, random.between(6, 12)));
    // Two different letters cannot overlap themselves, so how often they occur has one meaning.
    const parts = random.list(steps, () => random.sample([...letters], 2).join(""));
    return { words, parts };
  },
  solve({ words, parts }) {
    let counts = words.map(() => 0);
    const init = counts;
    const states = parts.map((part) => {
      counts = words.map((word, place) => counts[place]! + occurrences(word, part));
      return counts;
    });
    return { init, states };
  },
  readOfficial(prompt) {
    const [words, parts] = readQuestion(prompt, "Strings:", "Substrings:");
    return { words: readWords(words), parts: readWords(parts) };
  },
});

function occurrences(word: string, part: string): number {
  let count = 0;
  for (let at = word.indexOf(part); at >= 0; at = word.indexOf(part, at + part.length)) count++;
  return count;
}
