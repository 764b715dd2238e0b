import { LETTERS } from "./alphabets.ts";
import { readQuestion } from "./official-question.ts";
import { defineOfficialTask } from "./task.ts";

interface Params {
  text: string;
}

export default defineOfficialTask<Params>({
  id: "sort-by-swaps",
  title: "Sort by swaps",
  official: "task01",
  rule:
    "Sort the letters of a text with swaps. Go through the places of the text from the first to the last. " +
    "At each place, take the alphabetically first letter among those from this place to the end; where it occurs more than once, take its leftmost occurrence. " +
    "If that letter is already at the place, nothing is done and no step is counted. Otherwise swap it with the letter at the place: this is one step. " +
    "The state is the whole text, a string.",
  question: ({ text }) => `Text: ${text}`,
  generate(random, steps) {
    // The number of swaps of a random text is close to its length: walk the length until it is exact.
    let length = steps + random.between(2, 4);
    let text = random.text(LETTERS, length);
    for (let swaps = swapsOf(text); swaps !== steps; swaps = swapsOf(text)) {
      length += swaps < steps ? 1 : -1;
      text = random.text(LETTERS, length);
    }
    return { text };
  },
  solve({ text }) {
    const states: string[] = [];
    sort([...text], (letters) => states.push(letters.join("")));
    return { init: text, states };
  },
  readOfficial(prompt) {
    const [text] = readQuestion(prompt, "String:");
    return { text };
  },
});

function swapsOf(text: string): number {
  let swaps = 0;
  sort([...text], () => swaps++);
  return swaps;
}

function sort(letters: string[], onSwap: (letters: string[]) => void): void {
  for (let place = 0; place < letters.length; place++) {
    let least = place;
    for (let other = place + 1; other < letters.length; other++) if (letters[other]! < letters[least]!) least = other;
    if (least === place) continue;
    [letters[place], letters[least]] = [letters[least]!, letters[place]!];
    onSwap(letters);
  }
}
