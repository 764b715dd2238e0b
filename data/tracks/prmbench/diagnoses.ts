import type { StepScoresPrediction } from "@stepladder/schema";
import type { Diagnose } from "@stepladder/wasm/host/track.ts";
import type { StepsContext } from "./formats.ts";

type ValidityDiagnose = Diagnose<StepScoresPrediction, StepsContext>;

const isLabel = (label: number): boolean => label === 0 || label === 1;

/** Scores stand where labels should: officially none of them is 1, so every step is called wrong. */
const scores: ValidityDiagnose = {
  id: "scores-as-labels",
  title: "Scores stand where labels should",
  explanation: "A label is true or false. Of a score only 1 itself counts as true, so that nearly every step is called wrong.",
  fix: 'write labels, or scores with their threshold: {"scores": [0.9, 0.2], "threshold": 0.5}; here the threshold was taken to be 0.5',
  mend: ({ labels }) =>
    labels.some((label) => !isLabel(label)) && labels.every((label) => label >= 0 && label <= 1)
      ? { labels: labels.map((label) => Number(label > 0.5)) }
      : undefined,
};

/** The list holds the numbers of the wrong steps. */
const errorSteps: ValidityDiagnose = {
  id: "error-steps",
  title: "The list names the wrong steps instead of labelling every step",
  explanation: "Gold lists the numbers of the wrong steps; a prediction labels each step. Read as labels, these numbers say nothing.",
  fix: "write one label for each step: false where it is wrong",
  mend({ labels }, { steps }) {
    const ascending = labels.every((label, i) => Number.isInteger(label) && label >= 1 && label > (labels[i - 1] ?? 0));
    if (!ascending || labels.length === steps || labels.every(isLabel)) return undefined;
    return { labels: Array.from({ length: steps }, (_, i) => Number(!labels.includes(i + 1))) };
  },
};

/** True says that a step is wrong. */
const turned: ValidityDiagnose = {
  id: "turned-around",
  title: "True says that a step is wrong",
  explanation: "A label tells whether its step is valid. With every label turned around the predictions agree better with gold.",
  fix: "write true where a step is valid; labels of redundancy, which are true where a step is redundant, have a field of their own",
  mend: ({ labels }) => (labels.length > 0 && labels.every(isLabel) ? { labels: labels.map((label) => 1 - label) } : undefined),
};

export const diagnoses: readonly ValidityDiagnose[] = [scores, errorSteps, turned];
