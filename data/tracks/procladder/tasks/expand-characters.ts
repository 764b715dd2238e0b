import type { Random } from "../random.ts";
import { LETTERS } from "./alphabets.ts";
import { readQuestion, readWords } from "./official-question.ts";
import { defineOfficialTask } from "./task.ts";

/** From a letter to the two letters that take its place. */
type Rules = Map<string, string>;

interface Params {
  rules: Rules;
  text: string;
}

const MOST_STEPS_PER_LETTER = 8;

export default defineOfficialTask<Params>({
  id: "expand-characters",
  title: "Expand characters",
  official: "task11",
  rule:
    "Expand the letters of a text. A rule a>bc means that an a is replaced by bc. At each step, find the leftmost letter of the current text that has a rule and replace that one letter. " +
    "Go on until no letter has a rule. The state is the whole text, a string.",
  question: ({ rules, text }) => `Rules: ${[...rules].map(([letter, pair]) => `${letter}>${pair}`).join(", ")}\nText: ${text}`,
  generate(random, steps) {
    const letters = random.shuffle([...LETTERS]);
    const { rules, cost } = drawRules(random, letters, random.between(4, 10));
    const expandable = [...rules.keys()];
    const inert = letters.slice(rules.size);
    let text = "";
    for (let left = steps; left > 0; ) {
      const letter = random.pick(random.chance(1, 3) ? inert : expandable.filter((one) => cost.get(one)! <= left));
      text += letter;
      left -= cost.get(letter) ?? 0;
    }
    return { rules, text };
  },
  solve({ rules, text }) {
    let current = text;
    const states: string[] = [];
    for (let place = 0; place < current.length; ) {
      const pair = rules.get(current[place]!);
      if (pair === undefined) {
        place++;
      } else {
        current = current.slice(0, place) + pair + current.slice(place + 1);
        states.push(current);
      }
    }
    return { init: text, states };
  },
  readOfficial(prompt) {
    const [text, rules] = readQuestion(prompt, "characters:", "rules:");
    return { text, rules: new Map(rules.split("\n").map((rule) => readWords(rule) as [string, string])) };
  },
});

/**
 * Rules for the first `count` letters, with the number of steps (`cost`) that a letter takes until nothing in it expands.
 * A letter's pair holds only letters that come later in the list, so expanding ends; the last rule always costs one step.
 */
function drawRules(random: Random, letters: string[], count: number): { rules: Rules; cost: Map<string, number> } {
  const rules: [string, string][] = [];
  const cost = new Map<string, number>();
  for (let place = count - 1; place >= 0; place--) {
    const draw = () => random.pick(random.chance(1, 3) ? letters.slice(place + 1) : letters.slice(count));
    let pair = [draw(), draw()];
    const costOf = () => pair.reduce((sum, letter) => sum + (cost.get(letter) ?? 0), 1);
    while (costOf() > MOST_STEPS_PER_LETTER) pair = [draw(), draw()];
    cost.set(letters[place]!, costOf());
    rules.push([letters[place]!, pair.join("")]);
  }
  return { rules: new Map(random.shuffle(rules)), cost };
}
