import type { Baseline, LabelsItem, LabelsPrediction, StepLabel } from "@stepladder/schema";
import { vacant } from "./labels.ts";

type LabelsBaseline = Baseline<LabelsItem, LabelsPrediction>;

/** What scoring gives for nothing at all. */
const empty: LabelsBaseline = {
  id: "empty",
  title: "Empty answer",
  about: "Labels no step. First-error accuracy pays for it wherever gold has no error.",
  fit: () => () => vacant,
};

function always(id: string, title: string, label: StepLabel, word: string): LabelsBaseline {
  return {
    id,
    title,
    about: `Labels every step ${word} without reading it.`,
    fit:
      () =>
      ({ labels }) => ({ labels: Object.fromEntries(Object.keys(labels).map((step) => [step, label])) }),
  };
}

/** What scoring gives for nothing, and for saying the same of every step. */
export const baselines: readonly LabelsBaseline[] = [
  empty,
  always("all-correct", "All correct", 1, "correct (+1)"),
  always("all-neutral", "All neutral", 0, "neutral (0)"),
  always("all-incorrect", "All incorrect", -1, "incorrect (-1)"),
];
