import { askedExample, type ExampleItem } from "../example.ts";
import { texts } from "./measure.ts";

function item(gold: string, prediction: string): ExampleItem<string, string> {
  return { gold, prediction, shown: { gold: JSON.stringify(gold), prediction: JSON.stringify(prediction) } };
}

/** Texts: equal, equal but for whitespace, and right behind a line of talk. */
export const example = askedExample(texts, [
  item("rinse, slice, salt", "rinse, slice, salt"),
  item("1. rinse\n2. slice", " 1. rinse\r\n\r\n2. slice\n"),
  item("210", "Sure! The sum is:\n210"),
]);
