import { ALPHANUMERICS } from "./alphabets.ts";
import { readGroups, readQuestion } from "./official-question.ts";
import { defineOfficialTask } from "./task.ts";

interface Params {
  pairs: [string, string][];
  text: string;
}

export default defineOfficialTask<Params>({
  id: "substitute-characters",
  title: "Substitute characters",
  official: "task06",
  rule:
    "Go through the text from the first character to the last, one step per character: replace the character by the one its pair names. " +
    "A pair a>b means that a becomes b. A character that was put in is not replaced again. The state is the whole text, a string.",
  question: ({ pairs, text }) => `Pairs: ${pairs.map(([from, to]) => `${from}>${to}`).join(", ")}\nText: ${text}`,
  generate(random, steps) {
    const characters = random.shuffle([...ALPHANUMERICS]);
    const count = random.between(4, 12);
    // The pair's own character is never among those after it, so every step changes the text.
    const pairs = characters.slice(0, count).map((from, place): [string, string] => [from, random.pick(characters.slice(place + 1))]);
    return { pairs, text: random.text(characters.slice(0, count).join(""), steps) };
  },
  solve({ pairs, text }) {
    const target = new Map(pairs);
    let done = "";
    const states = [...text].map((character, place) => {
      done += target.get(character) ?? character;
      return done + text.slice(place + 1);
    });
    return { init: text, states };
  },
  readOfficial(prompt) {
    const [pairs, text] = readQuestion(prompt, "Pairs:", "String:");
    return { pairs: readGroups(pairs).map(([from, to]) => [from!, to!]), text };
  },
});
