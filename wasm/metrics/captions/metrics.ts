import { exp } from "../../lib/exp.ts";
import { type AdditiveMetric, additive, answeredOr, quotient, type SummedMetric, type Value } from "../contract.ts";
import { type CaptionTask, guidedCaptions, guidelines, stepCaptions } from "./measure.ts";

/** How a task is told in the metrics' words. */
interface Told<Prefix extends string> {
  readonly task: CaptionTask;
  /** Before the ids of its metrics, and before the titles of those that other tasks have too. */
  readonly prefix: Prefix;
  readonly title: string;
  readonly group: string;
  /** An answer. */
  readonly what: string;
  /** What its captions are compared with. */
  readonly pairs: string;
}

type Metric<Id extends string> = SummedMetric & { readonly id: Id };

const step = {
  task: stepCaptions,
  prefix: "",
  title: "",
  group: "Step captioning",
  what: "step caption",
  pairs: "captions of steps, paired by time",
} as const satisfies Told<"">;

const guideline = {
  task: guidelines,
  prefix: "guideline-",
  title: "Guideline ",
  group: "Guideline summarisation",
  what: "guideline",
  pairs: "steps of guidelines, paired in order",
} as const satisfies Told<"guideline-">;

const guided = {
  task: guidedCaptions,
  prefix: "guided-",
  title: "Guided ",
  group: "Guided captioning",
  what: "guided caption",
  pairs: "captions told for steps of a guideline, paired in order within each",
} as const satisfies Told<"guided-">;

type Figure = Pick<AdditiveMetric, "title" | "explains" | "source"> & {
  readonly unit?: "points";
  /** Names of the statistics it sums. */
  readonly sums: readonly string[];
  of(sums: Float64Array): Value;
};

function metric<Prefix extends string, Id extends string>(told: Told<Prefix>, id: Id, figure: Figure): Metric<`${Prefix}${Id}`> {
  const { task, prefix, group, what } = told;
  const { sums, of, unit = "fraction", ...words } = figure;
  const own = `${prefix}${id}` as const;
  const made = additive({
    ...words,
    id: own,
    group,
    unit,
    better: "higher",
    binary: false,
    family: task.id,
    among: `${task.id}-asked`,
    statistics: [...sums, "answered"].map((name) => `${task.id}-${name}`),
    finish: (values, weight) =>
      weight === 0
        ? { kind: "none", reason: `no item asks for a ${what}` }
        : answeredOr(of(values), values[sums.length] ?? 0, weight, what),
  });
  return { ...made, id: own };
}

const NO_REFERENCE = "no caption in gold";
const perReference = (statistic: string): Pick<Figure, "sums" | "of"> => ({
  sums: [statistic, "references"],
  of: (sums) => quotient(sums[0] ?? 0, sums[1] ?? 0, NO_REFERENCE),
});
const UNPAIRED = "a reference without a caption scores 0";

const ciderOf = <Prefix extends string>(told: Told<Prefix>) =>
  metric(told, "cider-d", {
    ...perReference("cider-d"),
    title: `${told.title}CIDEr-D`,
    unit: "points",
    explains: `Likeness of ${told.pairs}, in n-grams weighted by how few references have them, from 0 to 10; ${UNPAIRED}.`,
    source: "Vedantam et al. 2015, CIDEr; as pycocoevalcap computes CIDEr-D, document frequencies over all references of the gold set",
  });

const bleuOf = <Prefix extends string>(told: Told<Prefix>) =>
  metric(told, "bleu-4", {
    title: `${told.title}BLEU-4`,
    explains: `BLEU with n-grams of 1 to 4 words over all ${told.pairs}, without smoothing; a reference without a caption counts as missing length.`,
    source: "Papineni et al. 2002, BLEU, corpus level",
    sums: [...[1, 2, 3, 4].map((n) => `hits-${n}`), ...[1, 2, 3, 4].map((n) => `ngrams-${n}`), "reference-words"],
    of: bleu,
  });

/** By square roots, product and exp from + - * /: the same bits on every host. */
function bleu(sums: Float64Array): Value {
  const [words, reference] = [sums[4] as number, sums[8] as number];
  if (reference === 0) return { kind: "none", reason: NO_REFERENCE };
  if (sums[3] === 0) return { kind: "value", value: 0 };
  let product = 1;
  for (let n = 0; n < 4; n++) product *= (sums[n] as number) / (sums[4 + n] as number);
  return { kind: "value", value: exp(Math.min(0, 1 - reference / words)) * Math.sqrt(Math.sqrt(product)) };
}

const rougeOf = <Prefix extends string>(told: Told<Prefix>) =>
  metric(told, "rouge-l", {
    ...perReference("rouge-l"),
    title: `${told.title}ROUGE-L`,
    explains: `F measure of the longest common subsequence of words of ${told.pairs}, with beta 1.2, averaged over references; ${UNPAIRED}.`,
    source: "Lin 2004, ROUGE; beta as in pycocoevalcap",
  });

const meteorOf = <Prefix extends string>(told: Told<Prefix>) =>
  metric(told, "meteor-exact-stem", {
    ...perReference("meteor"),
    title: `${told.title}METEOR, exact and stem`,
    explains: `METEOR of ${told.pairs} with its stages for equal words and equal Porter stems, without synonyms, averaged over references; ${UNPAIRED}.`,
    source: "Lavie and Agarwal 2007; as nltk computes it with an empty WordNet (alpha 0.9, beta 3, gamma 0.5)",
  });

const OURS = "Stepladder's own: GUIDE's scorer is not public";

const pairF1 = (sums: Float64Array): Value => quotient(2 * (sums[0] ?? 0), (sums[1] ?? 0) + (sums[2] ?? 0), NO_REFERENCE);
const pairs = { sums: ["paired", "predicted", "references"], of: pairF1, source: OURS } as const;

/** Mean CIDEr-D over the steps of gold. */
export const ciderD = ciderOf(step);
/** Corpus BLEU-4 over paired captions. */
export const bleu4 = bleuOf(step);
/** Mean ROUGE-L over the steps of gold. */
export const rougeL = rougeOf(step);
/** Mean METEOR over the steps of gold. */
export const meteorExactStem = meteorOf(step);

/** F1 of predicted segments with a tIoU of 0.5 or more. */
export const localisationF1 = metric(step, "localisation-f1", {
  ...pairs,
  title: "Localisation F1",
  explains: "F1 of the predicted segments: one that shares half or more with a step of gold (tIoU of 0.5) is right, each step once.",
});

/** Share of predicted segments that are right. */
export const localisationPrecision = metric(step, "localisation-precision", {
  title: "Localisation precision",
  explains: "Share of the predicted segments that have a tIoU of 0.5 or more with a step of gold, each step once.",
  source: OURS,
  sums: ["paired", "predicted"],
  of: (sums) => quotient(sums[0] ?? 0, sums[1] ?? 0, "no segment was predicted"),
});

/** Share of gold's steps that were found. */
export const localisationRecall = metric(step, "localisation-recall", {
  ...perReference("paired"),
  title: "Localisation recall",
  explains: "Share of the steps of gold with which a predicted segment has a tIoU of 0.5 or more.",
  source: OURS,
});

/** Mean CIDEr-D over the steps of guidelines. */
export const guidelineCiderD = ciderOf(guideline);
/** Corpus BLEU-4 over the steps of guidelines. */
export const guidelineBleu4 = bleuOf(guideline);
/** Mean ROUGE-L over the steps of guidelines. */
export const guidelineRougeL = rougeOf(guideline);
/** Mean METEOR over the steps of guidelines. */
export const guidelineMeteorExactStem = meteorOf(guideline);

/** Whether guidelines have as many steps as gold. */
export const guidelineLengthF1 = metric(guideline, "length-f1", {
  ...pairs,
  title: "Guideline length F1",
  explains: "Of steps predicted and in gold, the share that has a partner by place: 100 % where every guideline is as long as gold's.",
});

/** Mean CIDEr-D over the steps told for a guideline. */
export const guidedCiderD = ciderOf(guided);
/** Corpus BLEU-4 over the steps told for a guideline. */
export const guidedBleu4 = bleuOf(guided);
/** Mean ROUGE-L over the steps told for a guideline. */
export const guidedRougeL = rougeOf(guided);
/** Mean METEOR over the steps told for a guideline. */
export const guidedMeteorExactStem = meteorOf(guided);

/** Whether as many steps are told for each step of a guideline as gold has. */
export const guidedPairF1 = metric(guided, "pair-f1", {
  ...pairs,
  title: "Guided pair F1",
  explains:
    "Of steps predicted and in gold, the share that has a partner: 100 % where each step of the guideline is told in as many steps as in gold.",
});
