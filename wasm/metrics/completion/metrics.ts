import { type AdditiveMetric, additive, meanOfAnswered, type SummedMetric } from "../contract.ts";

const SOURCE = "Non-Sequential Graph Script Induction, src/partial_sequence_completion.py";

type Told = Pick<AdditiveMetric, "title" | "unit" | "better" | "binary" | "explains" | "source">;

/** A metric of this family is the mean over the items that ask for a completion of the statistic that bears its name. */
function mean<Id extends string>(id: Id, told: Told): SummedMetric & { readonly id: Id } {
  const metric = additive({
    ...told,
    id,
    group: "Completion",
    family: "completion",
    ...meanOfAnswered(id, "completion", "completion"),
  });
  return { ...metric, id };
}

/** Share of items whose completion equals one that was observed (Acc@1). */
export const completionAccuracy = mean("completion-accuracy", {
  title: "Completion accuracy",
  unit: "fraction",
  better: "higher",
  binary: true,
  explains: "Share of prefixes whose completion equals one that was observed, step by step.",
  source: SOURCE,
});

/** Insertions, deletions and replacements of steps to the nearest observed completion. */
export const completionEditDistance = mean("completion-edit-distance", {
  title: "Edit distance",
  unit: "steps",
  better: "lower",
  binary: false,
  explains:
    "Steps to insert, delete or replace until the completion is the nearest one that was observed (Levenshtein), averaged over prefixes.",
  source: SOURCE,
});

/** 1 - edits / the longer list, of the most similar observed completion. */
export const completionSimilarity = mean("completion-similarity", {
  title: "Similarity",
  unit: "fraction",
  better: "higher",
  binary: false,
  explains: "One less the edits as a share of the longer list, for the most similar completion that was observed, averaged over prefixes.",
  source: SOURCE,
});

/** sentence_bleu of nltk 3.8 over steps, without smoothing. */
export const completionBleu = mean("completion-bleu", {
  title: "BLEU",
  unit: "fraction",
  better: "higher",
  binary: false,
  explains:
    "BLEU-4 of the completion against all observed ones, steps for words, averaged over prefixes. Without smoothing a completion of fewer than four steps, or without four right in a row, scores next to nothing.",
  source: `${SOURCE}: nltk 3.8, sentence_bleu with its default weights`,
});
