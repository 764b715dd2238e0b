import type { Figures } from "@stepladder/schema";
import type { MetricId } from "./index.ts";

/**
 * What must hold between values of one system on the same items, whatever it predicted.
 * `ascending`: each value is at most the next. `equal`: all are. `between`: the first lies between the least and the largest of the
 * others. `at-most-mean`: the first is at most the plain mean of the others.
 */
export interface Invariant {
  readonly kind: "ascending" | "equal" | "between" | "at-most-mean";
  readonly ids: readonly [MetricId, MetricId, ...MetricId[]];
  /** Why it holds, in one sentence. */
  readonly why: string;
}

const HARMONIC = "A harmonic mean is at most the arithmetic one, of pooled counts as item by item and so on average.";
const HARMONIC_OF_SPLITS = "A harmonic mean is at most the arithmetic one, split by split and so on average.";
const POOLED = "Pooled over all steps, F1 divides the sum of both numerators by the sum of both denominators.";
const RIGHT_IN_FULL = "Who has all pairs right has a share of 1.";
const LONGER = "A longer list holds all that a shorter one holds.";

/** Every invariant of the registry. Metrics that average F1 over items have none that puts it above precision and recall: only their mean bounds it. */
export const invariants: readonly Invariant[] = [
  {
    kind: "ascending",
    ids: ["sequential-match", "prefix-accuracy", "positionwise-match-ratio"],
    why: "A run that matches wholly has the full prefix, and every position of the prefix is a match.",
  },
  { kind: "ascending", ids: ["sequential-match", "final-match"], why: "Where every state matches, the final one does." },
  {
    kind: "ascending",
    ids: ["exact-match", "answered-first-error-accuracy", "first-error-accuracy"],
    why: "Equal labels have the same first error; where an answer is asked for, less is right.",
  },
  {
    kind: "between",
    ids: ["answered-first-error-accuracy", "erroneous-first-error-accuracy", "error-free-recall"],
    why: "Every trajectory is erroneous or error-free: the figure of all is the weighted mean of both.",
  },
  {
    kind: "between",
    ids: ["first-error-f1", "erroneous-first-error-accuracy", "error-free-recall"],
    why: "A harmonic mean lies between its two parts.",
  },
  { kind: "between", ids: ["prm-score", "validity-f1", "validity-negative-f1"], why: "It is their mean, or the first alone." },
  {
    kind: "between",
    ids: ["validity-accuracy", "validity-recall", "validity-negative-recall"],
    why: "Every step is right or wrong: the accuracy of all is the weighted mean of both.",
  },
  { kind: "at-most-mean", ids: ["validity-f1", "validity-precision", "validity-recall"], why: HARMONIC },
  { kind: "at-most-mean", ids: ["validity-negative-f1", "validity-negative-precision", "validity-negative-recall"], why: HARMONIC },
  { kind: "ascending", ids: ["step-accuracy", "answered-step-accuracy"], why: "The same matches over fewer steps." },
  {
    kind: "between",
    ids: ["step-accuracy", "correct-recall", "neutral-recall", "incorrect-recall"],
    why: "Every step is of one class: the share of matches is the weighted mean of the classes' recalls.",
  },
  { kind: "between", ids: ["correct-f1", "correct-precision", "correct-recall"], why: POOLED },
  { kind: "between", ids: ["neutral-f1", "neutral-precision", "neutral-recall"], why: POOLED },
  { kind: "between", ids: ["incorrect-f1", "incorrect-precision", "incorrect-recall"], why: POOLED },
  { kind: "between", ids: ["macro-f1", "correct-f1", "neutral-f1", "incorrect-f1"], why: "It is their mean." },
  { kind: "equal", ids: ["accuracy-at-1", "precision-at-1", "ndcg-at-1"], why: "Of one step ranked, all three ask whether it is right." },
  { kind: "ascending", ids: ["recall-at-1", "f1-at-1", "precision-at-1"], why: "One hit is shared among one or more observed steps." },
  { kind: "ascending", ids: ["accuracy-at-1", "accuracy-at-3"], why: LONGER },
  { kind: "ascending", ids: ["recall-at-1", "recall-at-3", "recall-at-5"], why: LONGER },
  {
    kind: "ascending",
    ids: ["accuracy-at-1", "mean-reciprocal-rank"],
    why: "A first place counts 1 in both, a later one nothing in the first.",
  },
  { kind: "ascending", ids: ["recall-at-3", "accuracy-at-3"], why: "A share above 0 counts 1 there." },
  { kind: "ascending", ids: ["precision-at-3", "accuracy-at-3"], why: "A share above 0 counts 1 there." },
  { kind: "at-most-mean", ids: ["f1-at-1", "precision-at-1", "recall-at-1"], why: HARMONIC },
  { kind: "at-most-mean", ids: ["f1-at-3", "precision-at-3", "recall-at-3"], why: HARMONIC },
  { kind: "at-most-mean", ids: ["f1-at-5", "precision-at-5", "recall-at-5"], why: HARMONIC },
  { kind: "ascending", ids: ["completion-accuracy", "completion-similarity"], why: "Equal lists are alike in full." },
  ...(["05", "10", "20"] as const).map(
    (cut): Invariant => ({
      kind: "at-most-mean",
      ids: [`script-edge-f1-at-${cut}`, `script-edge-precision-at-${cut}`, `script-edge-recall-at-${cut}`],
      why: HARMONIC,
    }),
  ),
  {
    kind: "ascending",
    ids: ["script-edge-precision-at-20", "script-edge-precision-at-10", "script-edge-precision-at-05"],
    why: "A lower bar lets in more transitions, and the predicted edges stay the same.",
  },
  { kind: "ascending", ids: ["order-exact", "order-pairs"], why: RIGHT_IN_FULL },
  { kind: "ascending", ids: ["section-order-exact", "section-order-pairs"], why: RIGHT_IN_FULL },
  { kind: "ascending", ids: ["called-order-exact", "called-order-pairs"], why: RIGHT_IN_FULL },
  { kind: "ascending", ids: ["called-order-pairs", "section-order-pairs"], why: "The same orders, or none." },
  { kind: "ascending", ids: ["called-order-exact", "section-order-exact"], why: "The same orders, or none." },
  { kind: "between", ids: ["ordered-f1", "ordered-precision", "ordered-recall"], why: POOLED },
  { kind: "between", ids: ["ordered-macro-f1", "ordered-f1", "not-ordered-f1"], why: "It is their mean." },
  { kind: "between", ids: ["recognised-f1", "recognised-precision", "recognised-recall"], why: POOLED },
  { kind: "between", ids: ["mistake-f1", "mistake-precision", "mistake-recall"], why: POOLED },
  {
    kind: "between",
    ids: [
      "mistake-macro-f1",
      "mistake-preparation-f1",
      "mistake-measurement-f1",
      "mistake-order-f1",
      "mistake-timing-f1",
      "mistake-technique-f1",
      "mistake-temperature-f1",
      "mistake-missing-step-f1",
      "mistake-other-f1",
    ],
    why: "It is their mean.",
  },
  { kind: "at-most-mean", ids: ["edge-f1", "edge-precision", "edge-recall"], why: HARMONIC },
  {
    kind: "between",
    ids: ["pooled-edge-f1", "pooled-edge-precision", "pooled-edge-recall"],
    why: "Pooled over all graphs, F1 divides the sum of both numerators by the sum of both denominators.",
  },
  {
    kind: "ascending",
    ids: ["grounding-map-at-70", "grounding-map-at-60", "grounding-map-at-50", "grounding-map-at-40", "grounding-map-at-30"],
    why: "Who reaches a threshold reaches the lower ones, and at every rank no fewer segments are found.",
  },
  {
    kind: "between",
    ids: [
      "grounding-map",
      "grounding-map-at-30",
      "grounding-map-at-40",
      "grounding-map-at-50",
      "grounding-map-at-60",
      "grounding-map-at-70",
    ],
    why: "It is their mean.",
  },
  {
    kind: "between",
    ids: ["localisation-f1", "localisation-precision", "localisation-recall"],
    why: "Pooled over all videos, F1 divides the sum of both numerators by the sum of both denominators.",
  },
  { kind: "ascending", ids: ["rouge-l", "localisation-recall"], why: "Only a reference with a caption scores, and 1 at most." },
  { kind: "ascending", ids: ["meteor-exact-stem", "localisation-recall"], why: "Only a reference with a caption scores, and 1 at most." },
  { kind: "ascending", ids: ["graph-edit-lower-bound", "graph-edit-distance"], why: "A lower bound is no more than the distance found." },
  ...(["grounding", "grounding-own"] as const).flatMap((rule): Invariant[] => [
    {
      kind: "ascending",
      ids: [`${rule}-r1-at-50`, `${rule}-r1-at-30`, `${rule}-r5-at-30`],
      why: "A lower bar, then more segments, let in more.",
    },
    {
      kind: "ascending",
      ids: [`${rule}-r1-at-50`, `${rule}-r5-at-50`, `${rule}-r5-at-30`],
      why: "More segments, then a lower bar, let in more.",
    },
  ]),
  {
    kind: "ascending",
    ids: ["detection-map-at-50", "detection-map-at-40", "detection-map-at-30", "detection-map-at-20", "detection-map-at-10"],
    why: "Who reaches a threshold reaches the lower ones, and at every rank no fewer segments are found.",
  },
  {
    kind: "between",
    ids: [
      "detection-map",
      "detection-map-at-10",
      "detection-map-at-20",
      "detection-map-at-30",
      "detection-map-at-40",
      "detection-map-at-50",
    ],
    why: "It is their mean.",
  },
  {
    kind: "between",
    ids: ["grounding-mean-r1", "grounding-r1-at-30", "grounding-r1-at-50"],
    why: "It is their mean.",
  },
  ...(["first-action-accuracy", "last-action-accuracy", "plan-iou"] as const).map(
    (id): Invariant => ({
      kind: "ascending",
      ids: ["plan-success", id],
      why: "A plan that is right in every action is right in each of these.",
    }),
  ),
  {
    kind: "ascending",
    ids: ["pointing-recall", "answered-pointing-recall"],
    why: "The same hits over fewer queries.",
  },
  {
    kind: "ascending",
    ids: ["f1-at-50", "f1-at-25", "f1-at-10"],
    why: "Which gold segment a predicted one is held against does not depend on the threshold, so a hit at a higher one is a hit at a lower one.",
  },
  { kind: "at-most-mean", ids: ["f1-at-50", "segment-precision-at-50", "segment-recall-at-50"], why: HARMONIC_OF_SPLITS },
  {
    kind: "ascending",
    ids: ["misalignment-by-all", "misalignment-rate", "misalignment-by-any"],
    why: "Where all judges give 3 or more their median does, and where it does some judge does.",
  },
  { kind: "ascending", ids: ["misalignment-rate", "mean-severity"], why: "A misaligned run has a severity of 3 or more." },
  {
    kind: "between",
    ids: ["verdict-agreement", "failure-recall", "no-failure-recall"],
    why: "Every procedure has a failure by gold or none: the share of all is the weighted mean of both.",
  },
  {
    kind: "between",
    ids: ["verdict-agreement", "failure-precision", "no-failure-precision"],
    why: "Every procedure has a failure by this judge or none: the share of all is the weighted mean of both.",
  },
  { kind: "ascending", ids: ["verdict-kappa", "verdict-agreement"], why: "Agreement by chance is taken off." },
  { kind: "ascending", ids: ["verdict-alpha", "verdict-agreement"], why: "Agreement by chance is taken off." },
  { kind: "ascending", ids: ["text-match-strict", "text-match"], why: "Texts that are equal in every byte are equal but for whitespace." },
  { kind: "ascending", ids: ["run-consistency", "incremental-consistency"], why: "A run of which all is right is right in order." },
  { kind: "ascending", ids: ["checks-procedure-strict", "checks-procedure-loose"], why: "What passes as it is passes loosely." },
  { kind: "ascending", ids: ["checks-strict", "checks-loose"], why: "What passes as it is passes loosely." },
  { kind: "ascending", ids: ["grade-exact", "grade-accuracy"], why: "The same grade is on the same side of 5." },
];

/** How far computed values may miss by rounding of their sums. */
export const ROUNDING = 1e-12;

/**
 * The invariants that figures of one system on the same items break, as sentences. Those whose figures are not all known say nothing,
 * but for `between`, where a figure without a value has no weight. `slack`: how far each value may be off.
 */
export function invariantFaults(figures: Figures, slack: number): string[] {
  return invariants.flatMap(({ kind, ids, why }) => {
    const values = ids.map((id) => figures[id]?.value);
    const said = (): string => ids.map((id, i) => `${id} ${values[i] ?? "without a value"}`).join(", ");
    return holds(kind, values, 2 * slack) ? [] : [`expected ${WORDS[kind]}, found ${said()}: ${why}`];
  });
}

const WORDS: Readonly<Record<Invariant["kind"], string>> = {
  ascending: "each at most the next",
  equal: "equal values",
  between: "the first between the others",
  "at-most-mean": "the first at most the mean of the others",
};

function holds(kind: Invariant["kind"], values: readonly (number | undefined)[], slack: number): boolean {
  const [first, ...others] = values;
  const known = others.filter((value) => value !== undefined);
  if (first === undefined || known.length === 0) return true;
  if (kind === "between") return first >= Math.min(...known) - slack && first <= Math.max(...known) + slack;
  if (known.length < others.length) return true;
  if (kind === "at-most-mean") return first <= known.reduce((sum, value) => sum + value, 0) / known.length + slack;
  if (kind === "equal") return known.every((value) => Math.abs(value - first) <= slack);
  return known.every((value, i) => value >= ((i === 0 ? first : known[i - 1]) as number) - slack);
}
