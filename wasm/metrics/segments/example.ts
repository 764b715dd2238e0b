import { type ExampleItem, exampleOf } from "../example.ts";
import { type Run, segments } from "./measure.ts";

const plain = segments<readonly Run[], readonly Run[]>({ gold: (runs) => runs, prediction: (runs) => runs, background: "background" });

/** Runs are written `pour 12`; `-` is background. */
function item(gold: string, predicted: string): ExampleItem<readonly Run[], readonly Run[]> {
  const runs = (text: string): Run[] =>
    text.split(", ").map((run) => {
      const [label = "", frames] = run.split(" ");
      return [label === "-" ? "background" : label, Number(frames)];
    });
  return { gold: runs(gold), prediction: runs(predicted), shown: { gold, prediction: predicted } };
}

/** Two videos: one cut too often with its borders off, one in which a segment is missed. */
export const example = exampleOf(plain, [
  item("- 4, take 10, pour 20, put 6", "- 4, take 12, pour 8, stir 2, pour 8, put 6"),
  item("open 8, - 4, close 8", "- 2, open 3, - 7, close 8"),
]);
