import { type ExampleItem, exampleOf } from "../example.ts";
import { states } from "./measure.ts";

type Run = readonly string[];

const plain = states<Run, Run>({ gold: (run) => run, prediction: (run) => run, rule: () => 0, key: String });

function item(gold: string, prediction: string): ExampleItem<Run, Run> {
  return { gold: gold.split(" "), prediction: prediction.split(" "), shown: { gold, prediction } };
}

/** Runs of states: right, wrong in the middle, and with a state too many. */
export const example = exampleOf(plain, [
  item("cab acb abc", "cab acb abc"),
  item("b ba bab baba", "b ba bbb baba"),
  item("x xy", "x xy xyz"),
]);
