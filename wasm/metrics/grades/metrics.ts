import { type AdditiveMetric, additive, meanOf, quotient, ratioOf, type SummedMetric, type Value } from "../contract.ts";

const OURS = "Stepladder's own: no published measure was found";
const OFFICIAL = "WebSTAR, yifei-he/CUAStepFiltering";

type Told = Omit<AdditiveMetric, "id" | "better" | "family" | "unit" | "binary"> &
  Partial<Pick<AdditiveMetric, "better" | "unit" | "binary">>;

function gradeMetric<Id extends string>(id: Id, told: Told): SummedMetric & { readonly id: Id } {
  return { ...additive({ unit: "fraction", binary: false, better: "higher", ...told, id, family: "grades" }), id };
}

const AGREEMENT_GROUP = "Agreement with the reference grades, ours";
const NO_PAIR = "no step has a grade here and in gold";

/** Share of steps on the same side of 5 as in gold. */
export const gradeAccuracy = gradeMetric("grade-accuracy", {
  title: "Correct-step accuracy",
  group: AGREEMENT_GROUP,
  statistics: ["compared-steps", "gold-above-5", "own-above-5", "both-above-5"],
  finish: (sums) => quotient((sums[0] ?? 0) - (sums[1] ?? 0) - (sums[2] ?? 0) + 2 * (sums[3] ?? 0), sums[0] ?? 0, NO_PAIR),
  explains: "Share of the steps graded here and in gold that both hold for correct, with a grade above 5, or both do not.",
  source: OURS,
});

/** F1 of the steps above 5. */
export const gradeF1 = gradeMetric("grade-f1", {
  title: "Correct-step F1",
  group: AGREEMENT_GROUP,
  statistics: ["both-above-5", "gold-above-5", "own-above-5"],
  finish: (sums) => quotient(2 * (sums[0] ?? 0), (sums[1] ?? 0) + (sums[2] ?? 0), "no step has a grade above 5, here or in gold"),
  explains: "Harmonic mean of precision and recall of the steps above 5, over the steps graded here and in gold.",
  source: OURS,
});

/** Share of equal grades. */
export const gradeExact = gradeMetric("grade-exact", {
  title: "Same grade",
  group: AGREEMENT_GROUP,
  ...ratioOf("same-grade", "compared-steps", NO_PAIR),
  explains: "Share of the steps graded here and in gold that have the same grade.",
  source: OURS,
});

/** Mean distance of grades. */
export const gradeError = gradeMetric("grade-error", {
  title: "Mean absolute error",
  group: AGREEMENT_GROUP,
  ...ratioOf("distance", "compared-steps", NO_PAIR),
  unit: "grades",
  better: "lower",
  explains: "How far a grade is from gold's, on average over the steps graded here and in gold.",
  source: OURS,
});

function pearson(sums: Float64Array): Value {
  const [n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0] = sums;
  if (n === 0) return { kind: "none", reason: NO_PAIR };
  // Whole numbers, so the differences are exact.
  const spread = Math.sqrt((n * xx - x * x) * (n * yy - y * y));
  if (!(spread > 0)) return { kind: "none", reason: "all grades are the same, here or in gold" };
  return { kind: "value", value: Math.max(-1, Math.min(1, (n * xy - x * y) / spread)) };
}

/** Pearson's correlation of grades. */
export const gradeCorrelation = gradeMetric("grade-correlation", {
  title: "Pearson's correlation",
  group: AGREEMENT_GROUP,
  statistics: ["compared-steps", "gold-grades", "own-grades", "gold-squares", "own-squares", "grade-products"],
  finish: pearson,
  unit: "coefficient",
  explains: "Correlation of the grades with gold's over the steps graded in both, all trajectories together.",
  source: OURS,
});

const FILTER_GROUP = "What filtering keeps";

/** Share of steps kept by the filter. */
export const keptShare = gradeMetric("kept-share", {
  title: "Steps kept",
  group: FILTER_GROUP,
  ...ratioOf("at-least-6", "successful-steps", "no step of a successful trajectory is graded"),
  explains: "Of the steps of successful trajectories, the share graded above 5, which is what training keeps.",
  source: `${OFFICIAL}: the judge's prompt puts correct steps above 5`,
});

/** Share of steps that got a grade. */
export const stepsGraded = gradeMetric("steps-graded", {
  title: "Steps graded",
  group: FILTER_GROUP,
  ...ratioOf("with-grade", "graded-steps", "no trajectory is graded"),
  explains:
    "Of the steps of the trajectories that are graded, the share for which a grade is given or can be drawn from the grader's text.",
  source: `${OFFICIAL}, step_eval: a text without "Expected value:" and a number has none`,
});

/** Share of trajectories said to succeed. */
export const taskSuccess = gradeMetric("task-success", {
  title: "Task success",
  group: "Verdicts",
  among: "verdicts",
  ...meanOf("succeeded", "no trajectory has a verdict"),
  binary: true,
  explains: "Of the trajectories with a verdict, the share that is said to have reached its goal.",
  source: `${OFFICIAL}, evaluation/auto_eval_parallel.py`,
});
