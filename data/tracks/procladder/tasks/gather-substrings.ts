import { ALPHANUMERICS, pieceLimit } from "./alphabets.ts";
import { readGroups, readQuestion, readWords } from "./official-question.ts";
import { defineOfficialTask } from "./task.ts";

interface Params {
  words: string[];
  cuts: { word: number; from: number; length: number }[];
}

export default defineOfficialTask<Params>({
  id: "gather-substrings",
  title: "Gather substrings",
  official: "task02",
  rule:
    "Build a text out of pieces of words, beginning with the empty text. Each triple (w, i, n) is one step: append n characters of word w, the first of them at place i. " +
    "Words and places are counted from 0. The state is the text built so far, a string.",
  question: ({ words, cuts }) =>
    `Words: ${words.join(", ")}\nTriples: ${cuts.map(({ word, from, length }) => `(${word}, ${from}, ${length})`).join(", ")}`,
  generate(random, steps) {
    const words = random.list(random.between(4, 9), () => random.text(ALPHANUMERICS, random.between(4, 9)));
    const longest = pieceLimit(steps, 2, 4);
    const cuts = random.list(steps, () => {
      const word = random.below(words.length);
      const length = random.between(1, longest);
      return { word, from: random.between(0, words[word]!.length - length), length };
    });
    return { words, cuts };
  },
  solve({ words, cuts }) {
    let text = "";
    const states = cuts.map(({ word, from, length }) => {
      text += words[word]!.slice(from, from + length);
      return text;
    });
    return { init: "", states };
  },
  readOfficial(prompt) {
    const [words, triples] = readQuestion(prompt, "Strings:", "Sets of Numbers:");
    const cuts = readGroups(triples).map(([word, from, length]) => ({ word: Number(word), from: Number(from), length: Number(length) }));
    return { words: readWords(words), cuts };
  },
});
