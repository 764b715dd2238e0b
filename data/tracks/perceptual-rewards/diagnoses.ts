import type { FramesPrediction } from "@stepladder/schema";
import type { Diagnose } from "@stepladder/wasm/host/track.ts";
import { ON } from "@stepladder/wasm/metrics/frames/sets.ts";
import type { Sequence } from "./codecs.ts";

type FramesDiagnose = Diagnose<FramesPrediction, Sequence>;

const cutsInSeconds: FramesDiagnose = {
  id: "cuts-in-seconds",
  title: "The cuts are seconds, not frames",
  explanation: "A cut is the number of a frame, and some of these are fractions.",
  fix: "multiply by the frames in a second, and round",
  mend(prediction, { rate }) {
    const { cuts = [] } = prediction;
    if (rate === undefined || cuts.every(Number.isInteger)) return undefined;
    return { ...prediction, cuts: cuts.map((seconds) => Math.round(seconds * rate)) };
  },
};

const bordersAmongCuts: FramesDiagnose = {
  id: "borders-among-cuts",
  title: "The cuts list the ends of the sequence",
  explanation:
    "Cuts lie between steps: the first frame and the end are none. With 0 as a cut the first step is empty and every step is one too late.",
  fix: "leave out 0 and the number of frames",
  mend(prediction, { frames, steps }) {
    const { cuts = [] } = prediction;
    const inside = cuts.filter((cut) => cut > 0 && cut < frames);
    return cuts.length >= steps && inside.length < cuts.length ? { ...prediction, cuts: inside } : undefined;
  },
};

const stepsFromZero: FramesDiagnose = {
  id: "steps-from-zero",
  title: "The steps are numbered from 0",
  explanation: "In labels steps are numbered from 1, and 0 is a frame of no step.",
  fix: "add 1 to every label",
  mend(prediction, { steps }) {
    const { labels = [] } = prediction;
    if (labels.length === 0 || least(labels) !== 0 || largest(labels) !== steps - 1) return undefined;
    return { ...prediction, labels: labels.map((step) => step + 1) };
  },
};

const stepsFromTheEnd: FramesDiagnose = {
  id: "steps-from-the-end",
  title: "The steps are numbered from the end",
  explanation: "Steps follow one another in the order of their numbers, and here the last one comes before the first.",
  fix: "number the steps in the order in which they are done",
  mend(prediction, { steps }) {
    const { labels = [] } = prediction;
    const [first, last] = [1, steps].map((step) => middle(labels, (label) => label === step)) as [number, number];
    if (!(last < first)) return undefined;
    return { ...prediction, labels: labels.map((step) => (step >= 1 && step <= steps ? steps + 1 - step : step)) };
  },
};

const labelsAtAnotherRate: FramesDiagnose = {
  id: "labels-at-another-rate",
  title: "There are more or fewer labels than frames",
  explanation: "Each frame has a label; another number of them is most often another frame rate.",
  fix: "label the frames of gold, or repeat each label for the frames that it stands for",
  mend(prediction, { frames }) {
    const { labels = [] } = prediction;
    return labels.length === 0 || labels.length === frames ? undefined : { ...prediction, labels: resampled(labels, frames) };
  },
};

const rewardsAtAnotherRate: FramesDiagnose = {
  id: "rewards-at-another-rate",
  title: "There are more or fewer rewards than frames",
  explanation: "Each frame has a reward of each step; another number of them is most often another frame rate.",
  fix: "give rewards for the frames of gold, or repeat each for the frames that it stands for",
  raises: "reward-jaccard",
  mend(prediction, { frames, steps }) {
    const { rewards = [] } = prediction;
    if (rewards.length !== steps || rewards.every(({ length }) => length === 0 || length === frames)) return undefined;
    return { ...prediction, rewards: rewards.map((own) => (own.length === 0 ? own : resampled(own, frames))) };
  },
};

const rewardsInPercent: FramesDiagnose = {
  id: "rewards-in-percent",
  title: "The rewards are percent",
  explanation: "A reward is on from 0.5 on, and some of these lie above 1: as percent nearly all are on.",
  fix: "divide rewards by 100",
  raises: "reward-jaccard",
  mend(prediction) {
    const { rewards = [] } = prediction;
    if (!rewards.some((own) => own.some((reward) => reward > 1))) return undefined;
    return { ...prediction, rewards: rewards.map((own) => own.map((reward) => reward / 100)) };
  },
};

const rewardsByFrame: FramesDiagnose = {
  id: "rewards-by-frame",
  title: "The rewards are listed by frame",
  explanation: "Rewards are a list for each step with a number for each frame, and these are the other way round.",
  fix: "turn the table: one list for each step",
  raises: "reward-jaccard",
  mend(prediction, { frames, steps }) {
    const { rewards = [] } = prediction;
    if (frames === steps || rewards.length !== frames || rewards.some(({ length }) => length !== steps)) return undefined;
    return { ...prediction, rewards: Array.from({ length: steps }, (_, step) => rewards.map((own) => own[step] as number)) };
  },
};

const rewardsFromTheEnd: FramesDiagnose = {
  id: "rewards-from-the-end",
  title: "The rewards are listed from the last step on",
  explanation: "Steps follow one another, and here the reward of the last one is on before that of the first.",
  fix: "list rewards in the order in which steps are done",
  raises: "reward-jaccard",
  mend(prediction) {
    const { rewards = [] } = prediction;
    const [first, last] = [rewards[0], rewards.at(-1)].map((own = []) => middle(own, (reward) => reward >= ON)) as [number, number];
    return last < first ? { ...prediction, rewards: rewards.toReversed() } : undefined;
  },
};

export const diagnoses: readonly FramesDiagnose[] = [
  cutsInSeconds,
  bordersAmongCuts,
  stepsFromZero,
  stepsFromTheEnd,
  labelsAtAnotherRate,
  rewardsAtAnotherRate,
  rewardsInPercent,
  rewardsByFrame,
  rewardsFromTheEnd,
];

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b));
}

function largest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b));
}

/** Mean place of the values that are meant; NaN, which is not below anything, where there are none. */
function middle(values: readonly number[], isMeant: (value: number) => boolean): number {
  const places = [...values.keys()].filter((place) => isMeant(values[place] as number));
  return places.reduce((sum, place) => sum + place, 0) / places.length;
}

/** As many values as there are frames, each from the same share of the sequence. */
function resampled(values: readonly number[], frames: number): number[] {
  return Array.from({ length: frames }, (_, frame) => values[Math.floor(((frame + 0.5) * values.length) / frames)] as number);
}
