import type { Steps } from "../completion/measure.ts";
import { askedExample, type ExampleItem } from "../example.ts";
import { scripts } from "./measure.ts";

/** Steps are letters; A is number 0. */
function numbers(steps: string): Steps {
  return [...steps].map((step) => step.charCodeAt(0) - 65);
}

function item(paths: readonly string[], edges: readonly string[]): ExampleItem<readonly Steps[], Steps> {
  return {
    gold: paths.map(numbers),
    prediction: edges.flatMap(numbers),
    shown: {
      gold: paths.map((path) => [...path].join(" ")).join("; "),
      prediction: edges.map((edge) => [...edge].join(" → ")).join(", "),
    },
  };
}

/** Graphs: one with a step that may be left out and one edge too many, and one that swaps two steps as its paths do. */
export const example = askedExample(scripts, [
  item(["ABC", "ABC", "AC", "ABC"], ["AB", "BC", "AC", "CA"]),
  item(["ABC", "BAC", "ABC"], ["AB", "BA", "BC"]),
]);
