import type { Random } from "../random.ts";
import { LETTERS } from "./alphabets.ts";
import { readQuestion, readWords } from "./official-question.ts";
import { defineOfficialTask } from "./task.ts";

/** From two neighbouring letters, written together, to the letter that takes their place. */
type Rules = Map<string, string>;

interface Params {
  rules: Rules;
  letters: string[];
}

export default defineOfficialTask<Params>({
  id: "merge-pairs",
  title: "Merge pairs",
  official: "task10",
  rule:
    "Merge neighbours in a list of letters. A rule ab>c means that an a directly followed by a b may be replaced by one c; b followed by a is another matter. " +
    "At each step, find the rightmost two neighbours that some rule fits and replace them. Go on until no rule fits anywhere. The state is the whole list, a list of one-letter strings.",
  question: ({ rules, letters }) =>
    `Rules: ${[...rules].map(([pair, merged]) => `${pair}>${merged}`).join(", ")}\nLetters: ${letters.join(", ")}`,
  generate(random, steps) {
    const alphabet = random.sample([...LETTERS], 8);
    const rules = drawRules(random, alphabet);
    return { rules, letters: drawLetters(random, alphabet, rules, steps) };
  },
  solve({ rules, letters }) {
    let list = letters;
    const states: string[][] = [];
    for (let place = list.length - 2; place >= 0; place--) {
      const merged = rules.get(list[place]! + list[place + 1]!);
      if (merged === undefined) continue;
      list = list.toSpliced(place, 2, merged);
      states.push(list);
      // Only the new letter and its right neighbour can fit further right than here.
      place += 1;
    }
    return { init: letters, states };
  },
  readOfficial(prompt) {
    const [rules, letters] = readQuestion(prompt, "Rules:", "Initial state:");
    const triples = rules.split("\n").map(readWords);
    return { rules: new Map(triples.map(([first, second, merged]) => [first! + second!, merged!])), letters: readWords(letters) };
  },
});

/** One rule for every second letter, so that any list can be made to merge on, and four more. */
function drawRules(random: Random, alphabet: string[]): Rules {
  const rules: Rules = new Map();
  for (const second of alphabet) rules.set(random.pick(alphabet) + second, random.pick(alphabet));
  for (let more = 0; more < 4; more++) rules.set(random.pick(alphabet) + random.pick(alphabet), random.pick(alphabet));
  return new Map(random.shuffle([...rules]));
}

/**
 * A list that merges exactly `steps` times. Merging is rightmost first, so everything right of a letter is merged out before the letter is:
 * a letter put in front adds its own merges and changes no earlier one.
 */
function drawLetters(random: Random, alphabet: string[], rules: Rules, steps: number): string[] {
  const reversed = [random.pick(alphabet)];
  let merged = [...reversed];
  let left = steps;
  while (left > 0) {
    const head = merged.at(-1)!;
    const partners = random.chance(3, 4) ? alphabet.filter((letter) => rules.has(letter + head)) : alphabet;
    const letter = random.pick(partners);
    const next = mergeInFront(merged, letter, rules);
    const merges = merged.length + 1 - next.length;
    if (merges > left) continue;
    reversed.push(letter);
    merged = next;
    left -= merges;
  }
  return reversed.reverse();
}

/** `merged` is a list without fitting pairs, last letter first; the result is the same after `letter` came in front. */
function mergeInFront(merged: readonly string[], letter: string, rules: Rules): string[] {
  const next = [...merged];
  let head = letter;
  while (next.length > 0) {
    const one = rules.get(head + next.at(-1)!);
    if (one === undefined) break;
    head = one;
    next.pop();
  }
  return [...next, head];
}
