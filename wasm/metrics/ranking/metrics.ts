import { type AdditiveMetric, additive, meanOfAnswered, type SummedMetric } from "../contract.ts";

const OURS = "Ours: the paper reports Acc@1, Acc@3, Rec@3 and F1@3, its released code (src/next_step_prediction.py) computes Acc@1 only";

type Told = Pick<AdditiveMetric, "title" | "explains"> & { readonly binary?: boolean; readonly source?: string };

/** A metric of this family is the mean over the items that ask for a ranking of the statistic that bears its name. */
function mean<Id extends string>(
  id: Id,
  { title, explains, binary = false, source = OURS }: Told,
  statistic: string = id,
): SummedMetric & { readonly id: Id } {
  const metric = additive({
    id,
    title,
    group: "Next step",
    unit: "fraction",
    better: "higher",
    binary,
    explains: `${explains}, averaged over the prefixes asked about.`,
    source,
    family: "ranking",
    ...meanOfAnswered(statistic, "ranking", "next step"),
  });
  return { ...metric, id };
}

const accuracy = (k: number): Told => ({
  title: `Accuracy@${k}`,
  binary: true,
  explains:
    k === 1
      ? "Whether the first step ranked is one that was observed to come next"
      : `Whether one of the first ${k} steps ranked is one that was observed to come next`,
});
const recall = (k: number): Told => ({
  title: `Recall@${k}`,
  explains: `Share of the observed next steps that are among the first ${k} ranked`,
});
const precision = (k: number): Told => ({
  title: `Precision@${k}`,
  explains: `How many of the first ${k} steps ranked were observed to come next, over ${k}, also where fewer are ranked`,
});
const f1 = (k: number): Told => ({ title: `F1@${k}`, explains: `Harmonic mean of precision@${k} and recall@${k}` });
const ndcg = (k: number): Told => ({
  title: `nDCG@${k}`,
  explains: `Observed next steps among the first ${k} ranked, each discounted by the logarithm of its place, over what the best order would have`,
});

export const accuracyAt1 = mean("accuracy-at-1", {
  ...accuracy(1),
  source: "Non-Sequential Graph Script Induction, src/next_step_prediction.py",
});
export const accuracyAt3 = mean("accuracy-at-3", accuracy(3));
export const recallAt1 = mean("recall-at-1", recall(1));
export const recallAt3 = mean("recall-at-3", recall(3));
export const recallAt5 = mean("recall-at-5", recall(5));
export const precisionAt1 = mean("precision-at-1", precision(1));
export const precisionAt3 = mean("precision-at-3", precision(3));
export const precisionAt5 = mean("precision-at-5", precision(5));
export const f1At1 = mean("f1-at-1", f1(1));
export const f1At3 = mean("f1-at-3", f1(3));
export const f1At5 = mean("f1-at-5", f1(5));
export const ndcgAt1 = mean("ndcg-at-1", ndcg(1));
export const ndcgAt3 = mean("ndcg-at-3", ndcg(3));
export const ndcgAt5 = mean("ndcg-at-5", ndcg(5));

/** One over the place of the first right step (MRR). */
export const meanReciprocalRank = mean(
  "mean-reciprocal-rank",
  {
    title: "Mean reciprocal rank",
    explains: "One over the place of the first step ranked that was observed to come next, 0 where there is none",
  },
  "reciprocal-rank",
);
