import type { Baseline, HtStepItem, HtStepPrediction } from "@stepladder/schema";
import { lastEnd } from "./items.ts";

type HtStepBaseline = Baseline<HtStepItem, HtStepPrediction>;

/** Why baselines look at the end of gold. */
const SEES_END =
  "Lengths of videos are not released, so it is told when the last segment of gold ends and takes that for the end of the video.";

/** What scoring gives for no idea of time. */
const wholeVideo: HtStepBaseline = {
  id: "whole-video",
  title: "Every step all the time",
  about: `Says of every step of the article that the whole video shows it, all with one score, and points at the middle. ${SEES_END}`,
  fit: () => (item) => {
    const end = lastEnd(item);
    return {
      segments: item.steps.map(({ label }) => ({ start: 0, end, label, score: 1 })),
      seconds: item.steps.map(() => Math.floor(end / 2)),
    };
  },
};

/** The video in as many stretches as the article has steps. */
function evenly(item: HtStepItem): { start: number; end: number }[] {
  const { length } = item.steps;
  const end = lastEnd(item);
  return item.steps.map((_, i) => ({ start: (i * end) / length, end: ((i + 1) * end) / length }));
}

/** What the order of the article gives. */
const evenSteps: HtStepBaseline = {
  id: "even-steps",
  title: "Steps evenly spaced",
  about: `Cuts the video into as many equal stretches as the article has steps and says that they show the steps in order, all with one score; points at their middles. ${SEES_END}`,
  fit: () => (item) => {
    const stretches = evenly(item);
    return {
      segments: stretches.map((stretch, i) => ({ ...stretch, label: item.steps[i]?.label as number, score: 1 })),
      seconds: stretches.map(({ start, end }) => Math.floor((start + end) / 2)),
    };
  },
};

/** What the official score does not see. */
const oneStep: HtStepBaseline = {
  id: "one-step",
  title: "One step for all",
  about: `The equal stretches of the steps that count, all said to show the first of these: the official score, which compares no steps, sees no difference. ${SEES_END}`,
  fit: () => (item) => {
    const counted = evenly(item).filter((_, i) => item.counted.includes(item.steps[i]?.label as number));
    return { segments: counted.map((stretch) => ({ ...stretch, label: item.counted[0] as number, score: 1 })) };
  },
};

export const baselines: readonly HtStepBaseline[] = [wholeVideo, evenSteps, oneStep];
