import { askedExample, type ExampleItem } from "../example.ts";
import { completion, type Steps } from "./measure.ts";

/** Steps are letters; A is number 0. */
function numbers(steps: string): Steps {
  return [...steps].map((step) => step.charCodeAt(0) - 65);
}

function item(observed: readonly string[], completed: string): ExampleItem<readonly Steps[], Steps> {
  const shown = (steps: string): string => [...steps].join(" ");
  return {
    gold: observed.map(numbers),
    prediction: numbers(completed),
    shown: { gold: observed.map(shown).join(" or "), prediction: shown(completed) },
  };
}

/** Completions: equal to one of two observed, with one step wrong, and right but short. */
export const example = askedExample(completion, [item(["ABCDE", "ACB"], "ABCDE"), item(["BCDEF"], "BCDEA"), item(["EF"], "EF")]);
