import { type AdditiveMetric, additive, answeredOr, meanOfAnswered, quotient, type SummedMetric, type Value } from "../contract.ts";

type Told = Omit<AdditiveMetric, "id" | "family" | "binary" | "statistics" | "finish" | "among">;
type Rule = Pick<AdditiveMetric, "statistics" | "finish" | "among">;

function recognitionMetric<Id extends string>(id: Id, told: Told, rule: Rule): SummedMetric & { readonly id: Id } {
  return { ...additive({ ...told, ...rule, binary: false, id, family: "recognition" }), id };
}

const OFFICIAL_GROUP = "Steps recognised, by IndustReal's code";
const OFFICIAL = "IndustReal, PSR/psr_utils.py @7820bf7";
const WHAT = "list of completions";

export const psrPos = recognitionMetric(
  "psr-pos",
  {
    title: "POS",
    group: OFFICIAL_GROUP,
    unit: "fraction",
    better: "higher",
    explains:
      "Procedure order similarity: one less the edits from the true order of completions to the named one (a step inserted, deleted or swapped with the next costs 1, a replaced one 2) as a share of the true ones, at least 0; averaged over recordings.",
    source: `${OFFICIAL} (procedure_order_similarity)`,
  },
  meanOfAnswered("psr-pos", "recognition", WHAT),
);

export const psrF1 = recognitionMetric(
  "psr-f1",
  {
    title: "F1 (IndustReal)",
    group: OFFICIAL_GROUP,
    unit: "fraction",
    better: "higher",
    explains:
      "F1 of completions, averaged over recordings, as the code has it: one that is named early is false, and one that is named at the very time is compared with another step's.",
    source: `${OFFICIAL} (determine_performance, get_f1_score)`,
  },
  meanOfAnswered("psr-f1", "recognition", WHAT),
);

export const psrDelay = recognitionMetric(
  "psr-delay",
  {
    title: "Average delay (IndustReal)",
    group: OFFICIAL_GROUP,
    unit: "seconds",
    better: "lower",
    explains:
      "How long after a completion it is named, averaged over the completions of a recording that are, then over recordings; one without any counts 10 seconds, the code's 100 frames.",
    source: `${OFFICIAL} (avg_delay, there in frames at 10 per second)`,
  },
  meanOfAnswered("psr-delay", "recognition", WHAT),
);

const OURS_GROUP = "Steps recognised, by plain counting";
const OURS = "Stepladder's own";

/** A quotient of two of the four counts, where any recording is answered. */
function counted(of: (wanted: number, named: number, hit: number, wait: number) => Value): Rule {
  return {
    among: "recognition-asked",
    statistics: ["completions-wanted", "completions-named", "completions-hit", "completions-wait", "recognition-answered"],
    finish: (sums, weight) => {
      const [wanted = 0, named = 0, hit = 0, wait = 0, answered = 0] = sums;
      return answeredOr(of(wanted, named, hit, wait), answered, weight, WHAT);
    },
  };
}

export const recognisedF1 = recognitionMetric(
  "recognised-f1",
  {
    title: "Completion F1",
    group: OURS_GROUP,
    unit: "fraction",
    better: "higher",
    explains:
      "Harmonic mean of precision and recall of completions, pooled: a named one counts where it comes at or after one of that step, each of which counts once.",
    source: OURS,
  },
  counted((wanted, named, hit) => quotient(2 * hit, wanted + named, "no completion, in gold or named")),
);

export const recognisedPrecision = recognitionMetric(
  "recognised-precision",
  {
    title: "Completion precision",
    group: OURS_GROUP,
    unit: "fraction",
    better: "higher",
    explains: "Of the completions named, the share that comes at or after one of that step, each of which counts once.",
    source: OURS,
  },
  counted((_, named, hit) => quotient(hit, named, "no completion is named")),
);

export const recognisedRecall = recognitionMetric(
  "recognised-recall",
  {
    title: "Completion recall",
    group: OURS_GROUP,
    unit: "fraction",
    better: "higher",
    explains: "Of the completions in gold, the share that is named when it happens or later.",
    source: OURS,
  },
  counted((wanted, _, hit) => quotient(hit, wanted, "gold has no completion")),
);

export const recognisedDelay = recognitionMetric(
  "recognised-delay",
  {
    title: "Completion delay",
    group: OURS_GROUP,
    unit: "seconds",
    better: "lower",
    explains: "How long after a completion it is named, averaged over all that are named when they happen or later.",
    source: OURS,
  },
  counted((_wanted, _named, hit, wait) => quotient(wait, hit, "no completion is recognised")),
);
