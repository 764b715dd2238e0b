import type { Baseline, StepScoresItem, StepScoresPrediction } from "@stepladder/schema";
import { Random } from "../procladder/random.ts";

type ValidityBaseline = Baseline<StepScoresItem, StepScoresPrediction>;

function every(id: string, title: string, about: string, label: (index: number, item: StepScoresItem) => number): ValidityBaseline {
  return { id, title, about, fit: () => (item) => ({ labels: Array.from({ length: item.steps }, (_, i) => label(i, item)) }) };
}

const random: ValidityBaseline = {
  id: "random",
  title: "Coin",
  about: "Labels each step valid or not by the throw of a coin, with a fixed seed.",
  fit: (items) => {
    const place = new Map(items.map(({ id }, i) => [id, i]));
    return ({ id, steps }) => {
      const coin = new Random(1, place.get(id) ?? 0);
      return { labels: Array.from({ length: steps }, () => coin.below(2)) };
    };
  },
};

/** What scoring gives for saying the same of every step, and for drawing lots. */
export const baselines: readonly ValidityBaseline[] = [
  every("all-valid", "All valid", "Calls every step valid without reading it.", () => 1),
  every("all-wrong", "All wrong", "Calls every step wrong without reading it.", () => 0),
  every(
    "last-half-wrong",
    "Second half wrong",
    "Calls the first half of the steps valid and the others wrong, without reading them.",
    (i, { steps }) => Number(i < steps / 2),
  ),
  random,
];
