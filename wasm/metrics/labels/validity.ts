import { type AdditiveMetric, additive, quotient, ratioOf, type SummedMetric, type Value } from "../contract.ts";

/** Figures of labels that are one of two things: the step is right, or it is not. Steps without a label count nowhere; labels beyond gold's steps do. */

const OFFICIAL = "PRMBench, mr_eval/tasks/prmtest_classified/task.py";
const GROUP = "As PRMBench scores";

type Told = Omit<AdditiveMetric, "id" | "better" | "family" | "unit" | "binary" | "among" | "group"> & { readonly among?: string };

function validityMetric<Id extends string>(id: Id, told: Told): SummedMetric & { readonly id: Id } {
  const metric = {
    unit: "fraction",
    binary: false,
    among: "counted",
    ...told,
    id,
    group: GROUP,
    better: "higher",
    family: "labels",
  } as const;
  return { ...additive(metric), id };
}

const OTHER = ["incorrect", "neutral", "other"] as const;
/** Statistics of right steps labelled correct, of wrong ones labelled so, of wrong and of right steps labelled otherwise. */
const TP = ["correct-as-correct", "stray-correct"];
const FP = ["incorrect-as-correct"];
const TN = OTHER.map((label) => `incorrect-as-${label}`);
const FN = [...OTHER.map((label) => `correct-as-${label}`), "stray-other"];
const MATRIX = [...TP, ...FP, ...TN, ...FN];

/** The official confusion: labels of right steps (P, also those beyond gold's steps) and of wrong ones. */
interface Confusion {
  readonly tp: number;
  readonly fp: number;
  readonly tn: number;
  readonly fn: number;
}

// By place: `finish` runs for every draw of a resampling.
function confusionOf(sums: Float64Array): Confusion {
  const at = (i: number): number => sums[i] as number;
  return { tp: at(0) + at(1), fp: at(2), tn: at(3) + at(4) + at(5), fn: at(6) + at(7) + at(8) + at(9) };
}

/** The harmonic mean of precision and recall with the official order of operations; 0 where nothing is right, where it officially is 0 or the mark -1. */
function f1Of(right: number, others: number, missed: number, none: string): Value {
  if (right + others + missed === 0) return { kind: "none", reason: none };
  if (right === 0) return { kind: "value", value: 0 };
  const precision = right / (right + others);
  const recall = right / (right + missed);
  return { kind: "value", value: (2 * precision * recall) / (precision + recall) };
}

const NO_LABEL = "no step got a label";

function positiveF1({ tp, fp, fn }: Confusion): Value {
  return f1Of(tp, fp, fn, "no right step got a label, and none is labelled correct");
}

function negativeF1({ tn, fn, fp }: Confusion): Value {
  return f1Of(tn, fn, fp, "no wrong step got a label, and none is labelled incorrect");
}

/** 0.5 F1 + 0.5 negative F1 (PRMScore); F1 alone where no wrong step is judged, as in the class multi_solutions. */
export const prmScore = validityMetric("prm-score", {
  title: "PRMScore",
  statistics: MATRIX,
  finish(sums) {
    const confusion = confusionOf(sums);
    const { tp, fp, tn, fn } = confusion;
    if (tp + fp + tn + fn === 0) return { kind: "none", reason: NO_LABEL };
    const [positive, negative] = [positiveF1(confusion), negativeF1(confusion)];
    if (fp + tn === 0 || negative.kind === "none") return positive;
    return positive.kind === "none" ? negative : { kind: "value", value: 0.5 * positive.value + 0.5 * negative.value };
  },
  explains:
    "Mean of F1 and negative F1 over the labels of all steps, pooled; where no wrong step is judged (class multi_solutions) F1 alone.",
  source: `${OFFICIAL}; the mean is formed in mr_visualize`,
});

/** F1 of the steps labelled correct (`f1`). */
export const validityF1 = validityMetric("validity-f1", {
  title: "F1",
  statistics: MATRIX,
  finish: (sums) => positiveF1(confusionOf(sums)),
  explains: "Harmonic mean of precision and recall of the steps labelled correct.",
  source: `${OFFICIAL} (f1)`,
});

/** F1 of the steps not labelled correct (`negative_f1`). */
export const validityNegativeF1 = validityMetric("validity-negative-f1", {
  title: "Negative F1",
  statistics: MATRIX,
  finish: (sums) => negativeF1(confusionOf(sums)),
  explains: "Harmonic mean of precision and recall of the steps labelled incorrect.",
  source: `${OFFICIAL} (negative_f1)`,
});

/** Of the steps labelled correct, those that are (`precision`). */
export const validityPrecision = validityMetric("validity-precision", {
  title: "Precision",
  statistics: [...TP, ...FP],
  finish: (sums) => {
    const tp = (sums[0] as number) + (sums[1] as number);
    return quotient(tp, tp + (sums[2] as number), "no step is labelled correct");
  },
  explains: "Of the steps labelled correct, the share that is.",
  source: `${OFFICIAL} (precision)`,
});

/** Of the labelled right steps, those labelled correct (`recall`, `correct_step_acc`). */
export const validityRecall = validityMetric("validity-recall", {
  title: "Right steps, accuracy",
  statistics: [...TP, ...FN],
  finish: (sums) => quotient((sums[0] as number) + (sums[1] as number), total(sums), "no right step got a label"),
  explains: "Of the right steps with a label, the share labelled correct.",
  source: `${OFFICIAL} (recall, correct_step_acc)`,
});

/** Of the steps not labelled correct, those that are wrong (`negative_precision`). */
export const validityNegativePrecision = validityMetric("validity-negative-precision", {
  title: "Negative precision",
  statistics: [...TN, ...FN],
  finish: (sums) => quotient(three(sums), total(sums), "no step is labelled incorrect"),
  explains: "Of the steps labelled incorrect, the share that is.",
  source: `${OFFICIAL} (negative_precision)`,
});

/** Of the labelled wrong steps, those not labelled correct (`negative_recall`, `wrong_step_acc`). */
export const validityNegativeRecall = validityMetric("validity-negative-recall", {
  title: "Wrong steps, accuracy",
  statistics: [...TN, ...FP],
  finish: (sums) => quotient(three(sums), total(sums), "no wrong step got a label"),
  explains: "Of the wrong steps with a label, the share labelled incorrect.",
  source: `${OFFICIAL} (negative_recall, wrong_step_acc)`,
});

/** Of all labels, those that are as in gold (`total_step_acc`). */
export const validityAccuracy = validityMetric("validity-accuracy", {
  title: "All steps, accuracy",
  statistics: MATRIX,
  finish: (sums) => {
    const { tp, tn } = confusionOf(sums);
    return quotient(tp + tn, total(sums), NO_LABEL);
  },
  explains: "Of all steps with a label, the share labelled as in gold.",
  source: `${OFFICIAL} (total_step_acc)`,
});

/** Of the labelled first errors, those labelled incorrect, whatever came before (`first_error_acc`). */
export const validityFirstError = validityMetric("validity-first-error", {
  title: "First error, accuracy",
  ...ratioOf("first-error-flagged", "first-error-answered", "no first error got a label"),
  explains: "Of the first errors whose step got a label, the share labelled incorrect; false alarms on the steps before cost nothing.",
  source: `${OFFICIAL} (first_error_acc)`,
});

/** Of the labelled steps of the solutions that stand apart, those labelled correct (class `correct`). */
export const errorFreeStepAccuracy = validityMetric("error-free-step-accuracy", {
  title: "Steps of correct solutions, accuracy",
  among: "apart",
  statistics: [...TP, ...FN],
  finish: validityRecall.finish,
  explains:
    "Of the labelled steps of unchanged, correct solutions, the share labelled correct; these solutions are in no other of these figures.",
  source: `${OFFICIAL} (class correct)`,
});

function total(sums: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < sums.length; i++) sum += sums[i] as number;
  return sum;
}

function three(sums: Float64Array): number {
  return (sums[0] as number) + (sums[1] as number) + (sums[2] as number);
}
