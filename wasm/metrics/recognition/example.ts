import { askedExample, type ExampleItem } from "../example.ts";
import { type Completions, recognition } from "./measure.ts";

/** `A 3` is step A done at second 3. */
function completions(told: readonly string[]): Completions {
  return told.map((one) => ({ step: one.charCodeAt(0) - 65, time: Number(one.slice(2)) }));
}

function item(gold: readonly string[], named: readonly string[]): ExampleItem<Completions, Completions> {
  return {
    gold: completions(gold),
    prediction: completions(named),
    shown: { gold: gold.join(", "), prediction: named.join(", ") || "nothing" },
  };
}

/** Recordings: all late by two seconds, two steps named the other way round and one of them early, and one step that never was. */
export const example = askedExample(recognition, [
  item(["A 3", "B 8", "C 12"], ["A 5", "B 10", "C 14"]),
  item(["A 3", "B 8", "C 12"], ["B 4", "A 6", "C 13"]),
  item(["A 3", "B 8"], ["A 4", "D 9"]),
]);
