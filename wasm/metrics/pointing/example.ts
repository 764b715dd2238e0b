import { type ExampleItem, exampleOf } from "../example.ts";
import { pointing, type Window } from "./measure.ts";

type Gold = readonly (readonly Window[])[];
type Points = readonly (number | undefined)[];

const plain = pointing<Gold, Points>({ gold: (windows) => windows, prediction: (points) => points });

/** Windows of steps A, B and so on as `0-5 9-12`, and the second pointed at for each. */
function item(gold: readonly string[], points: Points): ExampleItem<Gold, Points> {
  const name = (query: number): string => "ABCDE"[query] as string;
  const windows = gold.map((text) =>
    text.split(" ").map((window) => {
      const [start = 0, end = 0] = window.split("-").map(Number);
      return { start, end };
    }),
  );
  return {
    gold: windows,
    prediction: points,
    shown: {
      gold: gold.map((text, query) => `${name(query)}: ${text.split(" ").join(" or ")} s`).join(", "),
      prediction: points.flatMap((point, query) => (point === undefined ? [] : [`${name(query)}: ${point} s`])).join(", ") || "no point",
    },
  };
}

/** Videos: one with every step found, one with a point too late and one step that is not answered, and one that is missed. */
export const example = exampleOf(plain, [
  item(["3-9", "14-20 31-36"], [5, 33]),
  item(["2-8", "10-19", "24-30"], [4, 22, undefined]),
  item(["12-15"], [11]),
]);
