import { type AdditiveMetric, additive, meanOfAnswered, type SummedMetric } from "../contract.ts";

const PAPER = "Unsupervised Perceptual Rewards for Imitation Learning (arXiv:1612.06699)";
const DISCOVERY = `${PAPER}, Table 1`;
const ACCURACY = `${PAPER}, Table 2; that 0.5 itself is on is our rule`;

type Told = Pick<AdditiveMetric, "title" | "explains" | "source"> & { readonly group: string };
type Metric<Id> = SummedMetric & { readonly id: Id };

/** A metric is the mean over the sequences that it asks about of the statistic that bears its name. */
function frameMetric<Id extends string>(id: Id, question: string, among: string, told: Told): Metric<Id> {
  const mean = meanOfAnswered(id, question, question);
  return { ...additive({ ...told, ...mean, among, id, unit: "fraction", better: "higher", binary: false, family: "frames" }), id };
}

const steps = { group: "Step discovery", source: DISCOVERY } as const;
const rewards = { group: "Reward accuracy", source: ACCURACY } as const;

function jaccardOfStep<Id extends string>(id: Id, step: number): Metric<Id> {
  return frameMetric(id, "step", step === 1 ? "step-asked" : `step-asked-${step}`, {
    ...steps,
    title: `Step ${step}`,
    explains: `Frames that both gold and the system give to step ${step}, over those that either does, averaged over the sequences that have a step ${step}.`,
  });
}

function rewardOfStep<Id extends string>(id: Id, step: number): Metric<Id> {
  return frameMetric(id, "reward", step === 1 ? "reward-asked" : `reward-asked-${step}`, {
    ...rewards,
    title: `Reward of step ${step}`,
    explains: `Frames of step ${step} where its reward is at least 0.5, over the frames of which either holds, averaged over the sequences that have a step ${step}.`,
  });
}

/** Mean over sequences of the mean Jaccard over steps. */
export const stepJaccard = frameMetric("step-jaccard", "step", "step-asked", {
  ...steps,
  title: "Step Jaccard",
  explains:
    "Frames that both gold and the system give to a step, over those that either does (intersection over union), averaged over the steps of a sequence and then over sequences.",
});

export const stepJaccard1 = jaccardOfStep("step-jaccard-1", 1);
export const stepJaccard2 = jaccardOfStep("step-jaccard-2", 2);
export const stepJaccard3 = jaccardOfStep("step-jaccard-3", 3);

/** The same of where rewards are on. */
export const rewardJaccard = frameMetric("reward-jaccard", "reward", "reward-asked", {
  ...rewards,
  title: "Reward Jaccard",
  explains:
    "Frames of a step where its reward is at least 0.5, over the frames of which either holds, averaged over the steps of a sequence and then over sequences.",
});

export const rewardJaccard1 = rewardOfStep("reward-jaccard-1", 1);
export const rewardJaccard2 = rewardOfStep("reward-jaccard-2", 2);
export const rewardJaccard3 = rewardOfStep("reward-jaccard-3", 3);
