import { type ExampleItem, exampleOf } from "../example.ts";
import { type Arc, type GoldGraph, graphs } from "./measure.ts";

type Prediction = readonly Arc<string>[];

const plain = graphs<GoldGraph, Prediction>({ gold: (graph) => graph, prediction: (arcs) => arcs });

const NAMES = ["START", "A", "B", "C", "END"];

/** Steps in the order of NAMES; an arc is written `A>B`. */
function item(arcs: string, predicted: string, executions: readonly (readonly number[])[]): ExampleItem<GoldGraph, Prediction> {
  const pairs = (text: string): Prediction => text.split(" ").map((arc) => arc.split(">") as [string, string]);
  const number = (name: string): number => NAMES.indexOf(name);
  const shown = (text: string): string =>
    pairs(text)
      .map((arc) => arc.join(" → "))
      .join(", ");
  return {
    gold: {
      nodes: NAMES.length,
      arcs: pairs(arcs).map(([before, after]): Arc<number> => [number(before), number(after)]),
      executions,
      find: (name) => (NAMES.includes(name) ? number(name) : undefined),
    },
    prediction: pairs(predicted),
    shown: { gold: shown(arcs), prediction: shown(predicted) },
  };
}

/** Graphs: one edge that follows from others, and two steps in the wrong order. */
export const example = exampleOf(plain, [
  item("START>A A>B B>C C>END", "START>A A>B A>C B>C C>END", [[1, 2, 3]]),
  item("START>A START>B A>C B>C C>END", "START>A A>C C>B B>END", [
    [1, 2, 3],
    [2, 1, 3],
  ]),
]);
