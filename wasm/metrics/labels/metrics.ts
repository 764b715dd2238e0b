import { type AdditiveMetric, additive, meanOf, quotient, ratioOf, type SummedMetric, type Value } from "../contract.ts";
import { CLASS_NAMES } from "./measure.ts";

const OFFICIAL = "AgentProcessBench, eval/compare.py";
const OURS = "Stepladder's own";

type Told = Omit<AdditiveMetric, "id" | "better" | "family" | "unit" | "binary"> & Partial<Pick<AdditiveMetric, "unit" | "binary">>;

function labelMetric<Id extends string>(id: Id, told: Told): SummedMetric & { readonly id: Id } {
  return { ...additive({ unit: "fraction", binary: false, ...told, id, better: "higher", family: "labels" }), id };
}

const OFFICIAL_GROUP = "As the benchmark scores";

/** Matching steps over all gold steps, pooled over trajectories (StepAcc, `step_micro_acc`). */
export const stepAccuracy = labelMetric("step-accuracy", {
  title: "Step accuracy",
  group: OFFICIAL_GROUP,
  ...ratioOf("step-matches", "steps", "no steps"),
  explains: "Share of all steps that are labelled as in gold, pooled over trajectories; a step without a label is a miss.",
  source: `${OFFICIAL} (step_micro_acc, StepAcc in the paper)`,
});

/** Share of trajectories whose first -1 is gold's, or that have none like gold (FirstErrAcc, `first_neg1_idx_acc`). */
export const firstErrorAccuracy = labelMetric("first-error-accuracy", {
  title: "First-error accuracy",
  group: OFFICIAL_GROUP,
  ...meanOf("first-error-match"),
  binary: true,
  explains:
    "Share of trajectories whose first step labelled incorrect is gold's; where gold has no error, also an answer without any label is right.",
  source: `${OFFICIAL} (first_neg1_idx_acc, FirstErrAcc in the paper)`,
});

/** Share of trajectories whose labels equal gold's, none missing and none too many (`step_exact_acc`). */
export const exactMatch = labelMetric("exact-match", {
  title: "Exact match",
  group: OFFICIAL_GROUP,
  ...meanOf("exact-match"),
  binary: true,
  explains: "Share of trajectories in which every step is labelled as in gold and nothing else is labelled.",
  source: `${OFFICIAL} (step_exact_acc: computed there, not reported by the paper)`,
});

const OWN_GROUP = "Ours: nothing for an empty answer";

/** First-error accuracy in which a trajectory without any predicted label is wrong. */
export const answeredFirstErrorAccuracy = labelMetric("answered-first-error-accuracy", {
  title: "First-error accuracy, answered",
  group: OWN_GROUP,
  ...meanOf("answered-first-error-match"),
  binary: true,
  explains: "First-error accuracy in which a trajectory without any predicted label is wrong, also where gold has no error.",
  source: OURS,
});

/** First-error accuracy over the trajectories that have an error. */
export const erroneousFirstErrorAccuracy = labelMetric("erroneous-first-error-accuracy", {
  title: "First error found",
  group: OWN_GROUP,
  among: "gold-erroneous",
  ...meanOf("first-error-match"),
  binary: true,
  explains: "Of the trajectories with an error in gold, the share whose first error is found at its very step.",
  source: OURS,
});

/** Of the trajectories called error-free, the share that is. */
export const errorFreePrecision = labelMetric("error-free-precision", {
  title: "Error-free precision",
  group: OWN_GROUP,
  among: "predicted-error-free",
  ...meanOf("gold-error-free", "no trajectory is called error-free"),
  explains: "Of the trajectories that got labels and none of them an error, the share that has no error in gold.",
  source: OURS,
});

/** Of the error-free trajectories, the share called so. */
export const errorFreeRecall = labelMetric("error-free-recall", {
  title: "Error-free recall",
  group: OWN_GROUP,
  among: "gold-error-free",
  ...meanOf("predicted-error-free", "no trajectory is error-free"),
  binary: true,
  explains: "Of the trajectories without an error in gold, the share that got labels and none of them an error.",
  source: OURS,
});

const FIRST_ERROR_GROUP = "First errors, as ProcessBench scores";

/** Both accuracies and their harmonic mean; 0 where both are 0, where the official formula has none. */
const harmonic: Pick<AdditiveMetric, "statistics" | "finish"> = {
  statistics: ["first-error-found", "gold-erroneous", "error-free-found", "gold-error-free"],
  finish(sums) {
    const erroneous = quotient(sums[0] as number, sums[1] as number, "no item has an error");
    const errorFree = quotient(sums[2] as number, sums[3] as number, "no item is error-free");
    if (erroneous.kind === "none") return erroneous;
    if (errorFree.kind === "none") return errorFree;
    const [a, b] = [erroneous.value, errorFree.value];
    return { kind: "value", value: a + b === 0 ? 0 : (2 * a * b) / (a + b) };
  },
};
const PROCESS_BENCH = "ProcessBench, code/run_eval.py";

/** The plain mean over groups of the F1 of first errors. */
export const meanFirstErrorF1 = labelMetric("mean-first-error-f1", {
  title: "Mean F1 of first errors",
  group: FIRST_ERROR_GROUP,
  ...harmonic,
  byGroup: true,
  explains: "Plain mean over subsets of the harmonic mean of the accuracies on erroneous and on error-free items.",
  source: "ProcessBench, Table 3 (average)",
});

/** The harmonic mean of the share of first errors found and the share of error-free items called so. */
export const firstErrorF1 = labelMetric("first-error-f1", {
  title: "F1 of first errors",
  group: FIRST_ERROR_GROUP,
  ...harmonic,
  explains:
    "Harmonic mean of the accuracies on erroneous and on error-free items; 0 where both are 0, where the official formula is 0 / 0.",
  source: `${PROCESS_BENCH} (F1)`,
});

const AGREEMENT_GROUP = "Agreement where a label was given";

/** Matching steps over the steps that got a label: conditional, a judge picks what it answers. */
export const answeredStepAccuracy = labelMetric("answered-step-accuracy", {
  title: "Step accuracy where answered",
  group: AGREEMENT_GROUP,
  ...ratioOf("step-matches", "steps-answered", "no step got a label"),
  explains: "Share of the steps that got a label which are labelled as in gold. Conditional: steps without a label cost nothing here.",
  source: OURS,
});

/** Statistics of the labelled steps whose label is one of gold's three, gold class by predicted class. */
const PAIRS = CLASS_NAMES.flatMap((gold) => CLASS_NAMES.map((label) => `${gold}-as-${label}`));
/** Python's set of the labels -1, 0 and 1 is walked in the order 0, 1, -1: the sum of chance agreements follows it. */
const WALK = [1, 2, 0] as const;

/** Cohen's kappa over pairs of labels, with the official order of operations. */
function kappa(pairs: Float64Array): Value {
  const cell = (gold: number, label: number): number => pairs[gold * 3 + label] as number;
  const n = pairs.reduce((sum, count) => sum + count, 0);
  if (n === 0) return { kind: "none", reason: "no step got a label" };
  const agreement = (cell(0, 0) + cell(1, 1) + cell(2, 2)) / n;
  let chance = 0;
  for (const c of WALK) {
    const gold = cell(c, 0) + cell(c, 1) + cell(c, 2);
    const label = cell(0, c) + cell(1, c) + cell(2, c);
    chance += (gold / n) * (label / n);
  }
  const rest = 1 - chance;
  return rest > 0
    ? { kind: "value", value: (agreement - chance) / rest }
    : { kind: "none", reason: "gold and labels are all of one class" };
}

/** Agreement of the labels with gold beyond chance, over the steps that got one of the three labels. */
export const cohenKappa = labelMetric("cohen-kappa", {
  title: "Cohen's kappa",
  group: AGREEMENT_GROUP,
  statistics: PAIRS,
  finish: kappa,
  unit: "coefficient",
  explains: "Agreement with gold beyond what both label frequencies give by chance, over the steps that got one of the three labels.",
  source: "AgentProcessBench, annotation_platform/compare_user_annotations.py (_cohen_kappa), there between annotators",
});

const CLASS_GROUP = "Per class";

type ClassName = (typeof CLASS_NAMES)[number];

/** Steps of a class in both, in gold, and in the labels. */
function classStatistics(name: ClassName): readonly string[] {
  return [`${name}-as-${name}`, `gold-${name}`, ...CLASS_NAMES.map((gold) => `${gold}-as-${name}`)];
}

function classCounts([both = 0, gold = 0, ...labelled]: Iterable<number>): { both: number; gold: number; labelled: number } {
  return { both, gold, labelled: labelled.reduce((sum, count) => sum + count, 0) };
}

function classF1(sums: Iterable<number>, name: ClassName): Value {
  const { both, gold, labelled } = classCounts(sums);
  return quotient(2 * both, gold + labelled, `no step is ${name}, in gold or by its label`);
}

/** Precision, recall and F1 of one class over steps. */
function perClass<Name extends ClassName>(name: Name) {
  const shared = { group: CLASS_GROUP, statistics: classStatistics(name), source: OURS };
  const title = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  return {
    precision: labelMetric(`${name}-precision`, {
      ...shared,
      title: `${title}: precision`,
      finish: (sums) => quotient(classCounts(sums).both, classCounts(sums).labelled, `no step is labelled ${name}`),
      explains: `Of the steps labelled ${name}, the share that is ${name} in gold.`,
    }),
    recall: labelMetric(`${name}-recall`, {
      ...shared,
      title: `${title}: recall`,
      finish: (sums) => quotient(classCounts(sums).both, classCounts(sums).gold, `no step is ${name} in gold`),
      explains: `Of the steps that are ${name} in gold, the share labelled so; a step without a label is a miss.`,
    }),
    f1: labelMetric(`${name}-f1`, {
      ...shared,
      title: `${title}: F1`,
      finish: (sums) => classF1(sums, name),
      explains: `Harmonic mean of precision and recall of the ${name} steps.`,
    }),
  };
}

export const correct = perClass("correct");
export const neutral = perClass("neutral");
export const incorrect = perClass("incorrect");

/** Statistics of one class, before those of the next. */
const CLASS_WIDTH = classStatistics("correct").length;

/** The plain mean of the F1 of the classes that occur, in gold or among the labels. */
export const macroF1 = labelMetric("macro-f1", {
  title: "Macro F1",
  group: CLASS_GROUP,
  statistics: CLASS_NAMES.flatMap(classStatistics),
  finish(sums) {
    const values = CLASS_NAMES.map((name, c) => classF1(sums.subarray(c * CLASS_WIDTH, (c + 1) * CLASS_WIDTH), name));
    const present = values.flatMap((f1) => (f1.kind === "value" ? [f1.value] : []));
    return quotient(
      present.reduce((sum, f1) => sum + f1, 0),
      present.length,
      "no steps",
    );
  },
  explains: "Mean of the F1 of the classes that occur, each weighing the same however rare it is.",
  source: OURS,
});
