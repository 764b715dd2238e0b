import type { Baseline, FirstErrorItem, FirstErrorPrediction } from "@stepladder/schema";
import { Random } from "../procladder/random.ts";
import { vacant } from "./answer.ts";

type FirstErrorBaseline = Baseline<FirstErrorItem, FirstErrorPrediction>;

function always(id: string, title: string, about: string, label: (item: FirstErrorItem) => number): FirstErrorBaseline {
  return { id, title, about, fit: () => (item) => ({ label: label(item) }) };
}

/** What scoring gives for nothing at all. */
const empty: FirstErrorBaseline = {
  id: "empty",
  title: "Empty answer",
  about: "Answers nothing, which is wrong for every item.",
  fit: () => () => vacant,
};

const random: FirstErrorBaseline = {
  id: "random",
  title: "Random step",
  about: "Draws one of the steps or none, each as likely as the others, with a fixed seed.",
  fit: (items) => {
    const place = new Map(items.map(({ id }, i) => [id, i]));
    return ({ id, steps }) => ({ label: new Random(1, place.get(id) ?? 0).below(steps + 1) - 1 });
  },
};

/** What scoring gives for saying the same of every item, and for drawing lots. */
export const baselines: readonly FirstErrorBaseline[] = [
  empty,
  always("no-error", "No error", "Calls every solution right (-1) without reading it.", () => -1),
  always("first-step", "First step", "Calls the first step of every solution wrong (0) without reading it.", () => 0),
  always("last-step", "Last step", "Calls the last step of every solution wrong without reading it.", ({ steps }) => steps - 1),
  random,
];
