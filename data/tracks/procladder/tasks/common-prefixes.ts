import { LETTERS } from "./alphabets.ts";
import { readQuestion, readWords } from "./official-question.ts";
import { defineOfficialTask } from "./task.ts";

interface Params {
  target: string;
  candidates: string[];
}

export default defineOfficialTask<Params>({
  id: "common-prefixes",
  title: "Common prefixes",
  official: "task13",
  rule:
    "Compare the candidates with the target, in order, one step per candidate. The state of a step is the longest beginning that the candidate and the target have in common, a string. " +
    "The first candidate that equals the target ends the comparison; candidates after it are not looked at. " +
    "The final state, of that last step, is not one string but the list of all common beginnings found, in order, with the whole target at the end.",
  question: ({ target, candidates }) => `Target: ${target}\nCandidates: ${candidates.join(", ")}`,
  generate(random, steps) {
    const target = random.text(LETTERS, random.between(5, 7));
    const near = () => {
      const shared = random.between(1, target.length - 1);
      const wrong = random.pick(LETTERS.replace(target[shared]!, ""));
      return target.slice(0, shared) + wrong + random.text(LETTERS, target.length - shared - 1);
    };
    return { target, candidates: [...random.list(steps - 1, near), target, ...random.list(random.below(4), near)] };
  },
  solve({ target, candidates }) {
    const found = candidates.slice(0, candidates.indexOf(target)).map((candidate) => commonPrefix(candidate, target));
    return { init: [""], states: [...found, [...found, target]] };
  },
  readOfficial(prompt) {
    const [target, candidates] = readQuestion(prompt, "Target:", "Candidate:");
    return { target, candidates: readWords(candidates) };
  },
});

function commonPrefix(candidate: string, target: string): string {
  let length = 0;
  while (length < target.length && candidate[length] === target[length]) length++;
  return target.slice(0, length);
}
