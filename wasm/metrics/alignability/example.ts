import { type ExampleItem, exampleOf } from "../example.ts";
import { alignability } from "./measure.ts";

type Gold = readonly boolean[];
type Scores = readonly (number | undefined)[];

const plain = alignability<Gold, Scores>({ gold: (labels) => labels, prediction: (scores) => scores });

/** Sentences A, B and so on with their scores; those in `alignable` are shown in the video. */
function item(alignable: string, scores: Scores): ExampleItem<Gold, Scores> {
  const names = [..."ABCDE"].slice(0, scores.length);
  return {
    gold: names.map((name) => alignable.includes(name)),
    prediction: scores,
    shown: {
      gold: `alignable: ${[...alignable].join(", ")}`,
      prediction: names.map((name, sentence) => `${name}: ${scores[sentence] ?? "no score"}`).join(", "),
    },
  };
}

/** Videos: one in order, and one with a tie, a wrong order and a sentence without a score. */
export const example = exampleOf(plain, [item("AC", [0.9, 0.2, 0.7]), item("AD", [0.5, 0.5, 0.8, undefined])]);
