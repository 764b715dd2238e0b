import { askedExample, type ExampleItem } from "../example.ts";
import { type Ranking, ranking } from "./measure.ts";

/** Steps are letters; A is number 0. */
function numbers(steps: string): number[] {
  return [...steps].map((step) => step.charCodeAt(0) - 65);
}

function item(observed: string, ranked: string): ExampleItem<readonly number[], Ranking> {
  const gold = `came next: ${[...observed].join(", ")}`;
  return { gold: numbers(observed), prediction: { candidates: numbers(ranked) }, shown: { gold, prediction: [...ranked].join(", ") } };
}

/** Rankings: one of two right steps first, the only right one in third place, and none right. */
export const example = askedExample(ranking, [item("BD", "BADCE"), item("C", "ABCDE"), item("DE", "ABC")]);
