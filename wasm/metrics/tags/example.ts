import { askedExample, type ExampleItem } from "../example.ts";
import { MISTAKES, mistakes, ordered, releasedLabels, type Tagged } from "./measure.ts";

function section(gold: boolean, called: boolean): ExampleItem<Tagged, Tagged> {
  const tags = (isOrdered: boolean): Tagged => [isOrdered ? [0] : []];
  const word = (isOrdered: boolean): string => (isOrdered ? "ordered" : "not ordered");
  return { gold: tags(gold), prediction: tags(called), shown: { gold: word(gold), prediction: word(called) } };
}

/** Sections: both kinds called right, and one of each called wrong. */
const sections = [section(true, true), section(true, true), section(false, false), section(false, true), section(true, false)];
export const orderedExample = askedExample(ordered, sections);
export const releasedExample = askedExample(releasedLabels, sections);

type Name = (typeof MISTAKES)[number];

function execution(gold: readonly (readonly Name[])[], named: readonly (readonly Name[])[]): ExampleItem<Tagged, Tagged> {
  const tags = (steps: readonly (readonly Name[])[]): Tagged => steps.map((names) => names.map((name) => MISTAKES.indexOf(name)));
  const shown = (steps: readonly (readonly Name[])[]): string => steps.map((names) => names.join(" + ") || "right").join(", ");
  return { gold: tags(gold), prediction: tags(named), shown: { gold: shown(gold), prediction: shown(named) } };
}

/** Executions that together have every kind of mistake: one all right, one with a kind missed and one too many, one in part. */
export const mistakesExample = askedExample(mistakes, [
  execution(
    [["mistake", "order", "out-of-order"], [], ["mistake", "missing-step"]],
    [["mistake", "order", "out-of-order"], [], ["mistake", "missing-step"]],
  ),
  execution(
    [["mistake", "preparation", "technique"], ["mistake", "timing"], []],
    [
      ["mistake", "preparation"],
      ["mistake", "timing"],
      ["mistake", "measurement"],
    ],
  ),
  execution(
    [
      ["mistake", "measurement", "temperature"],
      ["mistake", "other", "out-of-order"],
      ["mistake", "technique"],
    ],
    [["mistake", "measurement", "temperature"], [], ["mistake", "technique", "other"]],
  ),
]);
