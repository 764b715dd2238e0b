import { type ExampleItem, exampleOf } from "../example.ts";
import { traces } from "./measure.ts";

interface Question {
  readonly kind: string;
  readonly expected: string;
}

const plain = traces<Question, string>({ gold: (question) => question, answer: (told) => told });

function item(kind: string, expected: string, prediction: string): ExampleItem<Question, string> {
  return { gold: { kind, expected }, prediction, shown: { gold: `${kind}: ${expected}`, prediction } };
}

/** The questions about one run: all right but the output. */
export const example = exampleOf(plain, [
  item("covered", "yes", "yes"),
  item("value", "14", "14"),
  item("next", "6", "6"),
  item("output", "28", "30"),
]);
