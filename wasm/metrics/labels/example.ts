import { type ExampleItem, exampleOf } from "../example.ts";
import { type GoldStep, labels, type PredictedLabel } from "./measure.ts";

/** Gold's steps, and whether the item stands apart from totals. */
interface Gold {
  readonly steps: readonly GoldStep[];
  readonly apart: boolean;
}

const plain = labels<Gold, readonly PredictedLabel[]>({
  gold: ({ steps }) => steps,
  prediction: (predicted) => predicted,
  counted: ({ apart }) => !apart,
});

type Label = -1 | 0 | 1;

/** Labels of steps 1, 2 and so on; `null`: no label. */
function item(gold: readonly Label[], predicted: readonly (Label | null)[], apart = false): ExampleItem<Gold, readonly PredictedLabel[]> {
  const shown = (list: readonly (Label | null)[]): string =>
    list
      .map((label, i) => (label === null ? "" : `${i + 1}: ${label > 0 ? "+1" : label < 0 ? "−1" : "0"}`))
      .filter(Boolean)
      .join(", ");
  return {
    gold: { steps: gold.map((label, i) => ({ index: i + 1, label })), apart },
    prediction: predicted.flatMap((label, i) => (label === null ? [] : [{ step: i + 1, order: i + 1, label }])),
    shown: { gold: `${shown(gold)}${apart ? " (apart)" : ""}`, prediction: shown(predicted) || "no label" },
  };
}

/** Trajectories: the first error found, missed by one step, an error-free one right that counts in no total, one wrongly called so, and one for which nothing is said. */
export const example = exampleOf(plain, [
  item([1, 1, 0, -1], [1, 0, 0, -1]),
  item([1, 0, -1, 1], [1, -1, -1, null]),
  item([1, 1], [1, 1], true),
  item([1, -1], [1, 1]),
  item([1, 1, 1], []),
]);
