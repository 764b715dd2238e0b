import { type AdditiveMetric, additive, meanOf, quotient, type SummedMetric, type Value } from "../contract.ts";
import { LONGEST } from "./abi.ts";

const OFFICIAL = "How2Everything, how2everything/bench/aggregate.py";
const OURS = "Stepladder's own";

type Told = Omit<AdditiveMetric, "id" | "better" | "family" | "unit" | "binary"> &
  Partial<Pick<AdditiveMetric, "better" | "unit" | "binary">>;

function judgmentMetric<Id extends string>(id: Id, told: Told): SummedMetric & { readonly id: Id } {
  return { ...additive({ unit: "fraction", binary: false, better: "higher", ...told, id, family: "judgments" }), id };
}

const JUDGE_GROUP = "As the benchmark scores";
const NO_JUDGMENT = "no procedure has a judgment that could be parsed";

/** Share of the judged procedures without a critical failure (`how2score`), as its script rounds it: 1 less the share with one. */
export const how2Score = judgmentMetric("how2score", {
  title: "How2Score",
  group: JUDGE_GROUP,
  among: "parsed",
  statistics: ["without-failure"],
  finish(sums, weight) {
    const failing = quotient(weight - (sums[0] ?? 0), weight, NO_JUDGMENT);
    return failing.kind === "value" ? { kind: "value", value: 1 - failing.value } : failing;
  },
  binary: true,
  explains:
    "Share of the judged procedures in which the judge finds no critical failure; procedures without a judgment that could be parsed are left out.",
  source: `${OFFICIAL} (how2score)`,
});

/** Failures named, over the judged procedures (`avg_failures_per_example`). */
export const failuresPerProcedure = judgmentMetric("failures-per-procedure", {
  title: "Failures per procedure",
  group: JUDGE_GROUP,
  among: "parsed",
  ...meanOf("failures", NO_JUDGMENT),
  unit: "failures",
  better: "lower",
  explains: "Critical failures that the judge names in a procedure, on average over the judged ones.",
  source: `${OFFICIAL} (avg_failures_per_example)`,
});

/** Share of the judgments of which nothing could be made (`n_parse_failed` over all rows). */
export const judgmentsNotParsed = judgmentMetric("judgments-not-parsed", {
  title: "Judgments not parsed",
  group: JUDGE_GROUP,
  among: "judged",
  ...meanOf("parse-failed", "no procedure was judged"),
  binary: true,
  better: "lower",
  explains: "Share of the judge's answers that could not be parsed; How2Score leaves them out.",
  source: `${OFFICIAL} (n_parse_failed over all judgments)`,
});

const FORM_GROUP = "Form of the steps";
const NO_STEPS = "no procedure has steps";
const PAPER = "How2Everything paper, appendix D.3";

/** Share of procedures with another number of steps than asked for. */
export const stepCountMismatch = judgmentMetric("step-count-mismatch", {
  title: "Step-count mismatch",
  group: FORM_GROUP,
  among: "given",
  ...meanOf("count-mismatch", NO_STEPS),
  binary: true,
  better: "lower",
  explains: "Share of procedures that do not have as many steps as the reference, which is the number asked for.",
  source: PAPER,
});

/** Share of procedures in which a step stands twice. */
export const duplicateStep = judgmentMetric("duplicate-step", {
  title: "Duplicate step",
  group: FORM_GROUP,
  among: "given",
  ...meanOf("duplicate-step", NO_STEPS),
  binary: true,
  better: "lower",
  explains: "Share of procedures in which two steps have the very same text.",
  source: PAPER,
});

/** Share of repeated n-grams, the mean over n = 1 to 4 and over procedures. */
export const ngramRepetition = judgmentMetric("ngram-repetition", {
  title: "N-gram repetition",
  group: FORM_GROUP,
  among: "given",
  statistics: Array.from({ length: LONGEST }, (_, n) => `repetition-${n + 1}`),
  finish: (sums, weight) => quotient(((sums[0] ?? 0) + (sums[1] ?? 0) + (sums[2] ?? 0) + (sums[3] ?? 0)) / LONGEST, weight, NO_STEPS),
  better: "lower",
  explains: "Share of a procedure's n-grams that repeat an earlier one, averaged over n = 1 to 4 and then over procedures.",
  source: PAPER,
});

const AGREEMENT_GROUP = "Agreement with gold's judgments";
/** No failure in both, only here, only in gold, in both. */
const PAIRS = ["both-no-failure", "false-failure", "missed-failure", "both-has-failure"] as const;
const NO_PAIR = "no procedure has a judgment here and in gold";
const ONE_CLASS = "all judgments, here and in gold, are the same";

/** Share of equal verdicts. */
export const verdictAgreement = judgmentMetric("verdict-agreement", {
  title: "Judge agreement",
  group: AGREEMENT_GROUP,
  among: "compared",
  statistics: ["both-no-failure", "both-has-failure"],
  finish: (sums, weight) => quotient((sums[0] ?? 0) + (sums[1] ?? 0), weight, NO_PAIR),
  explains: "Share of procedures on which this judge and gold's, human or model, agree whether there is a critical failure.",
  source: "How2Everything paper, section 4.3: agreement with the human majority",
});

function kappa(sums: Float64Array): Value {
  const [no = 0, onlyHere = 0, onlyGold = 0, has = 0] = sums;
  const n = no + onlyHere + onlyGold + has;
  if (n === 0) return { kind: "none", reason: NO_PAIR };
  const chance = ((no + onlyHere) * (no + onlyGold) + (has + onlyGold) * (has + onlyHere)) / (n * n);
  return chance < 1 ? { kind: "value", value: ((no + has) / n - chance) / (1 - chance) } : { kind: "none", reason: ONE_CLASS };
}

/** Cohen's kappa of two judges. */
export const verdictKappa = judgmentMetric("verdict-kappa", {
  title: "Cohen's kappa",
  group: AGREEMENT_GROUP,
  statistics: PAIRS,
  finish: kappa,
  unit: "coefficient",
  explains: "Agreement of the two judges beyond what their own shares of failures give by chance.",
  source: OURS,
});

/** Krippendorff's alpha, nominal, of two raters who both rate every unit that counts: from the four counts. */
function alpha(sums: Float64Array): Value {
  const [no = 0, onlyHere = 0, onlyGold = 0, has = 0] = sums;
  const units = no + onlyHere + onlyGold + has;
  if (units === 0) return { kind: "none", reason: NO_PAIR };
  const ratings = 2 * units;
  const without = 2 * no + onlyHere + onlyGold;
  const expected = (2 * without * (ratings - without)) / (ratings * (ratings - 1));
  const observed = (onlyHere + onlyGold) / units;
  return expected > 0 ? { kind: "value", value: 1 - observed / expected } : { kind: "none", reason: ONE_CLASS };
}

/** Krippendorff's alpha of two judges. */
export const verdictAlpha = judgmentMetric("verdict-alpha", {
  title: "Krippendorff's alpha",
  group: AGREEMENT_GROUP,
  statistics: PAIRS,
  finish: alpha,
  unit: "coefficient",
  explains: "Agreement of the two judges, nominal alpha: 1 less observed over expected disagreement, which their pooled verdicts give.",
  source: `${OURS}; by Krippendorff 2011, Computing Krippendorff's alpha-reliability. The paper gives it among humans`,
});

/** Of the procedures with a failure by gold, those found to have one. */
export const failureRecall = judgmentMetric("failure-recall", {
  title: "Has failure: recall",
  group: AGREEMENT_GROUP,
  ...ratio("both-has-failure", "missed-failure", "no procedure has a failure by gold"),
  explains: "Of the procedures in which gold's judge finds a critical failure, the share in which this one does.",
  source: "How2Everything paper, section 4.3: agreement on has_failure",
});

/** Of the procedures found to have a failure, those that have one by gold. */
export const failurePrecision = judgmentMetric("failure-precision", {
  title: "Has failure: precision",
  group: AGREEMENT_GROUP,
  ...ratio("both-has-failure", "false-failure", "this judge finds no failure"),
  explains: "Of the procedures in which this judge finds a critical failure, the share in which gold's does.",
  source: OURS,
});

/** Of the procedures without a failure by gold, those found to have none. */
export const noFailureRecall = judgmentMetric("no-failure-recall", {
  title: "No failure: recall",
  group: AGREEMENT_GROUP,
  ...ratio("both-no-failure", "false-failure", "every procedure has a failure by gold"),
  explains: "Of the procedures in which gold's judge finds no critical failure, the share in which this one finds none.",
  source: "How2Everything paper, section 4.3: agreement on no_failure",
});

/** Of the procedures found to have no failure, those that have none by gold. */
export const noFailurePrecision = judgmentMetric("no-failure-precision", {
  title: "No failure: precision",
  group: AGREEMENT_GROUP,
  ...ratio("both-no-failure", "missed-failure", "this judge finds a failure everywhere"),
  explains: "Of the procedures in which this judge finds no critical failure, the share in which gold's finds none.",
  source: OURS,
});

/** One count over itself and another. */
function ratio(hits: string, others: string, none: string): Pick<AdditiveMetric, "statistics" | "finish"> {
  return { statistics: [hits, others], finish: (sums) => quotient(sums[0] ?? 0, (sums[0] ?? 0) + (sums[1] ?? 0), none) };
}
