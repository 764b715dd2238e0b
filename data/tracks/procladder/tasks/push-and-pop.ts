import type { Random } from "../random.ts";
import { LETTERS } from "./alphabets.ts";
import { readQuestion } from "./official-question.ts";
import { defineOfficialTask } from "./task.ts";

interface Action {
  side: "left" | "right";
  /** The letter to add; without it the action removes one. */
  push?: string;
}

interface Params {
  text: string;
  actions: Action[];
}

const SHORTEST = 2;
const LONGEST = 24;

export default defineOfficialTask<Params>({
  id: "push-and-pop",
  title: "Push and pop",
  official: "task16",
  rule:
    "Change a text at its ends, one step per action: +a left puts the letter a before the text, +a right puts it behind the text, " +
    "- left takes the first letter away, - right takes the last letter away. The state is the whole text, a string.",
  question: ({ text, actions }) =>
    `Text: ${text}\nActions: ${actions.map(({ side, push }) => `${push === undefined ? "-" : `+${push}`} ${side}`).join(", ")}`,
  generate(random, steps) {
    const text = random.text(LETTERS, random.between(4, 10));
    let length = text.length;
    const actions = random.list(steps, () => {
      const action = drawAction(random, length);
      length += action.push === undefined ? -1 : 1;
      return action;
    });
    return { text, actions };
  },
  solve({ text, actions }) {
    let current = text;
    const states = actions.map(({ side, push }) => {
      if (push === undefined) current = side === "left" ? current.slice(1) : current.slice(0, -1);
      else current = side === "left" ? push + current : current + push;
      return current;
    });
    return { init: text, states };
  },
  readOfficial(prompt) {
    const [text, actions] = readQuestion(prompt, "Initial string:", "Actions:");
    return { text, actions: actions.split(", ").map(readOfficialAction) };
  },
});

/** Keeps the text from becoming empty: an empty final state is what a missing answer looks like to some scorers. */
function drawAction(random: Random, length: number): Action {
  const side = random.chance(1, 2) ? "left" : "right";
  const grows = length <= SHORTEST || (length < LONGEST && random.chance(1, 2));
  return grows ? { side, push: random.pick(LETTERS) } : { side };
}

function readOfficialAction(action: string): Action {
  const [, verb, side, letter] = /^(push|pop)_(left|right)(?:\((.)\))?$/.exec(action) ?? [];
  if ((side !== "left" && side !== "right") || (verb === "push") !== (letter !== undefined)) {
    throw new Error(`official question: expected a push or pop action, received "${action}"`);
  }
  return letter === undefined ? { side } : { side, push: letter };
}
