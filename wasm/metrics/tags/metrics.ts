import { type AdditiveMetric, additive, answeredOr, meanOfAnswered, quotient, type SummedMetric, type Value } from "../contract.ts";
import { KINDS } from "./measure.ts";

/** What answers each family. */
const ANSWERS = { ordered: "call", "released-labels": "call", mistakes: "list of mistakes" } as const;
type Family = keyof typeof ANSWERS;

type Told = Pick<AdditiveMetric, "title" | "group" | "explains" | "source">;
type Rule = Pick<AdditiveMetric, "statistics" | "finish"> & Partial<Pick<AdditiveMetric, "among">>;

function tagMetric<Id extends string>(id: Id, family: Family, told: Told, rule: Rule, binary = false): SummedMetric & { readonly id: Id } {
  return { ...additive({ ...told, ...rule, unit: "fraction", better: "higher", binary, id, family }), id };
}

/** Counts of one tag: in gold, named here, both. */
type Counts = readonly [gold: number, named: number, both: number];

/** A figure of one tag, where any item is answered. `of` takes counts, and how many places there are. */
function ofTag(family: Family, tag: string, of: (counts: Counts, places: number) => Value): Rule {
  return {
    among: `${family}-asked`,
    statistics: [...["gold", "named", "both"].map((kind) => `${family}-${kind}-${tag}`), `${family}-places`, `${family}-answered`],
    finish: (sums, weight) => {
      const [gold = 0, named = 0, both = 0, places = 0, answered = 0] = sums;
      return answeredOr(of([gold, named, both], places), answered, weight, ANSWERS[family]);
    },
  };
}

const precision =
  (what: string) =>
  ([, named, both]: Counts): Value =>
    quotient(both, named, `no ${what} is named`);
const recall =
  (what: string) =>
  ([gold, , both]: Counts): Value =>
    quotient(both, gold, `gold has no ${what}`);
const f1 =
  (what: string) =>
  ([gold, named, both]: Counts): Value =>
    quotient(2 * both, gold + named, `no ${what}, in gold or named`);
/** F1 of the places without the tag. */
const otherF1 =
  (what: string) =>
  ([gold, named, both]: Counts, places: number): Value =>
    quotient(2 * (places - gold - named + both), 2 * places - gold - named, `no ${what}, in gold or named`);

/** F1 of the places with the tag and of those without, their plain mean. */
const macroF1 =
  (what: string) =>
  (counts: Counts, places: number): Value => {
    const values = [f1(what)(counts), otherF1(what)(counts, places)].flatMap((one) => (one.kind === "value" ? [one.value] : []));
    return quotient(
      values.reduce((sum, value) => sum + value, 0),
      values.length,
      `no ${what}s`,
    );
  };

const WIKIHOW = "zharry29/wikihow-goal-step, ordering_annotation: the labels";
const CALLS = {
  ordered: {
    group: "Ordered or not, labels put back: 799 of 999 by us",
    source: `${WIKIHOW}, 799 of them put back by Stepladder; the figure is the common one`,
  },
  "released-labels": { group: "Ordered or not, labels as released", source: `${WIKIHOW}, as released; the figure is the common one` },
} as const;
const callMetric = <Id extends string>(
  id: Id,
  family: keyof typeof CALLS,
  told: Pick<Told, "title" | "explains">,
  rule: Rule,
  binary = false,
) => tagMetric(id, family, { ...told, ...CALLS[family] }, rule, binary);

/** Share of sections called what they are labelled in the release. */
export const releasedLabelAccuracy = callMetric(
  "released-label-accuracy",
  "released-labels",
  {
    title: "Labels as released: accuracy",
    explains:
      "Share of sections that are called what the label beside them in the release says, which for 799 of 1,000 is the label of another section; a section without a call is wrong.",
  },
  meanOfAnswered("released-labels-exact", "released-labels", "call"),
  true,
);

export const releasedLabelMacroF1 = callMetric(
  "released-label-macro-f1",
  "released-labels",
  {
    title: "Labels as released: macro F1",
    explains:
      "Mean of the F1 of sections labelled ordered in the release and that of the others; 799 of 1,000 have the label of another section there.",
  },
  ofTag("released-labels", "ordered", macroF1("section")),
);

export const releasedLabelF1 = callMetric(
  "released-label-f1",
  "released-labels",
  {
    title: "Labels as released: F1 of ordered",
    explains:
      "Harmonic mean of precision and recall of the sections labelled ordered in the release, where 799 of 1,000 have the label of another section.",
  },
  ofTag("released-labels", "ordered", f1("ordered section")),
);

/** Share of sections called what they are. */
export const orderedAccuracy = callMetric(
  "ordered-accuracy",
  "ordered",
  {
    title: "Labels put back: accuracy",
    explains:
      "Share of sections that are called what the annotators call them, ordered or not, by labels of which 799 are put back by Stepladder; a section without a call is wrong.",
  },
  meanOfAnswered("ordered-exact", "ordered", "call"),
  true,
);

export const orderedMacroF1 = callMetric(
  "ordered-macro-f1",
  "ordered",
  {
    title: "Labels put back: macro F1",
    explains:
      "Mean of the F1 of ordered sections and that of sections that are not, by labels put back; without a call a section counts as not ordered.",
  },
  ofTag("ordered", "ordered", macroF1("section")),
);

export const orderedF1 = callMetric(
  "ordered-f1",
  "ordered",
  {
    title: "Labels put back: F1 of ordered",
    explains: "Harmonic mean of precision and recall of the sections that are ordered by labels put back.",
  },
  ofTag("ordered", "ordered", f1("ordered section")),
);

export const orderedPrecision = callMetric(
  "ordered-precision",
  "ordered",
  { title: "Labels put back: precision of ordered", explains: "Of the sections called ordered, the share that is, by labels put back." },
  ofTag("ordered", "ordered", precision("ordered section")),
);

export const orderedRecall = callMetric(
  "ordered-recall",
  "ordered",
  { title: "Labels put back: recall of ordered", explains: "Of the sections that are ordered by labels put back, the share called so." },
  ofTag("ordered", "ordered", recall("ordered section")),
);

export const notOrderedF1 = callMetric(
  "not-ordered-f1",
  "ordered",
  {
    title: "Labels put back: F1 of not ordered",
    explains: "Harmonic mean of precision and recall of the sections that are not ordered by labels put back.",
  },
  ofTag("ordered", "ordered", otherF1("section that is not ordered")),
);

const OURS = "Stepladder's own, on the annotations of CaptainCook4D";
const mistakeMetric = <Id extends string>(id: Id, group: string, told: Pick<Told, "title" | "explains">, rule: Rule) =>
  tagMetric(id, "mistakes", { ...told, group, source: OURS }, rule);

const WRONG = "Which steps are wrong";

export const mistakeF1 = mistakeMetric(
  "mistake-f1",
  WRONG,
  { title: "Mistake F1", explains: "Harmonic mean of precision and recall of the steps with a mistake, pooled over executions." },
  ofTag("mistakes", "mistake", f1("mistake")),
);

export const mistakePrecision = mistakeMetric(
  "mistake-precision",
  WRONG,
  { title: "Mistake precision", explains: "Of the steps called wrong, the share that has a mistake of whatever kind." },
  ofTag("mistakes", "mistake", precision("mistake")),
);

export const mistakeRecall = mistakeMetric(
  "mistake-recall",
  WRONG,
  { title: "Mistake recall", explains: "Of the steps with a mistake, the share called wrong." },
  ofTag("mistakes", "mistake", recall("mistake")),
);

const KIND = "What is wrong with them";

/** Statistics of a kind, before those of the next. */
const KIND_COUNTS = ["gold", "named", "both"] as const;

export const mistakeMacroF1 = mistakeMetric(
  "mistake-macro-f1",
  KIND,
  { title: "Macro F1 of kinds", explains: "Mean of the F1 of the eight kinds of mistakes, of those that occur in gold or are named." },
  {
    among: "mistakes-asked",
    statistics: [...KINDS.flatMap((kind) => KIND_COUNTS.map((count) => `mistakes-${count}-${kind}`)), "mistakes-answered"],
    finish(sums, weight) {
      const counts = KINDS.map((_, k): Counts => [sums[3 * k] ?? 0, sums[3 * k + 1] ?? 0, sums[3 * k + 2] ?? 0]);
      const values = counts.flatMap((one) => (one[0] + one[1] > 0 ? [(2 * one[2]) / (one[0] + one[1])] : []));
      const mean = quotient(
        values.reduce((sum, value) => sum + value, 0),
        values.length,
        "no mistake, in gold or named",
      );
      return answeredOr(mean, sums[3 * KINDS.length] ?? 0, weight, ANSWERS.mistakes);
    },
  },
);

function kindF1<Kind extends (typeof KINDS)[number]>(kind: Kind) {
  const name = kind.replace("-", " ");
  return mistakeMetric(
    `mistake-${kind}-f1`,
    KIND,
    {
      title: `${name[0]?.toUpperCase()}${name.slice(1)}: F1`,
      explains: `Harmonic mean of precision and recall of the steps with a mistake of the kind ${name}, pooled over executions.`,
    },
    ofTag("mistakes", kind, f1(`mistake of the kind ${name}`)),
  );
}

export const mistakePreparationF1 = kindF1("preparation");
export const mistakeMeasurementF1 = kindF1("measurement");
export const mistakeOrderF1 = kindF1("order");
export const mistakeTimingF1 = kindF1("timing");
export const mistakeTechniqueF1 = kindF1("technique");
export const mistakeTemperatureF1 = kindF1("temperature");
export const mistakeMissingStepF1 = kindF1("missing-step");
export const mistakeOtherF1 = kindF1("other");

export const outOfOrderF1 = mistakeMetric(
  "out-of-order-f1",
  "Against the task graph",
  {
    title: "Out of order: F1",
    explains:
      "Harmonic mean of precision and recall of the steps that were begun before a step which the task graph puts first and which was done later.",
  },
  ofTag("mistakes", "out-of-order", f1("step out of order")),
);
