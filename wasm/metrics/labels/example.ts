import { type ExampleItem, exampleOf } from "../example.ts";
import { type GoldStep, labels, type PredictedLabel } from "./measure.ts";

const plain = labels<readonly GoldStep[], readonly PredictedLabel[]>({ gold: (steps) => steps, prediction: (predicted) => predicted });

type Label = -1 | 0 | 1;

/** Labels of steps 1, 2 and so on; `null`: no label. */
function item(gold: readonly Label[], predicted: readonly (Label | null)[]): ExampleItem<readonly GoldStep[], readonly PredictedLabel[]> {
  const shown = (list: readonly (Label | null)[]): string =>
    list
      .map((label, i) => (label === null ? "" : `${i + 1}: ${label > 0 ? "+1" : label < 0 ? "−1" : "0"}`))
      .filter(Boolean)
      .join(", ");
  return {
    gold: gold.map((label, i) => ({ index: i + 1, label })),
    prediction: predicted.flatMap((label, i) => (label === null ? [] : [{ step: i + 1, order: i + 1, label }])),
    shown: { gold: shown(gold), prediction: shown(predicted) || "no label" },
  };
}

/** Trajectories: the first error found, missed by one step, an error-free one right, one wrongly called so, and one for which nothing is said. */
export const example = exampleOf(plain, [
  item([1, 1, 0, -1], [1, 0, 0, -1]),
  item([1, 0, -1, 1], [1, -1, -1, null]),
  item([1, 1], [1, 1]),
  item([1, -1], [1, 1]),
  item([1, 1, 1], []),
]);
