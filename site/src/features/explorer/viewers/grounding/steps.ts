import type { GroundedVideo } from "@stepladder/schema";
import type { GroundingPanel, TimelinePanel } from "@stepladder/wasm/host/panels.ts";
import type { Steps } from "../contract.ts";
import { type TimelinePlan, timelinePlan } from "../timeline/steps.ts";

/** What is worked out of a grounded video for one least confidence. */
export interface GroundingPlan {
  /** Seconds. */
  readonly end: number;
  /** A row for each step, in the order of the article. */
  readonly rows: TimelinePlan;
  /** For each step, the places of the sentences that told of it, ascending. */
  readonly tellers: readonly (readonly number[])[];
  /** Segments that are drawn, and how many there are in all. */
  readonly drawn: number;
  readonly all: number;
}

/** The video without segments that are less sure than `least`. */
export function surely(video: GroundedVideo, least: number): GroundedVideo {
  return { ...video, segments: video.segments.filter(({ confidence }) => confidence >= least) };
}

/** A segment that is less sure than `least` is left out. */
export function groundingPlan(video: GroundedVideo, least = 0): GroundingPlan {
  const { steps, sentences, gold = [], duration = 0 } = video;
  const { segments } = surely(video, least);
  const end = [sentences, video.segments, gold].flat().reduce((last, one) => Math.max(last, one.end), duration);
  const panel: TimelinePanel = {
    kind: "timeline",
    title: video.goal,
    unit: "seconds",
    end,
    rows: steps.map((name, step) => ({
      name,
      gold: gold.filter((one) => one.step === step),
      predicted: segments
        .filter((one) => one.step === step)
        // Where nobody marked anything, nothing is wrong.
        .map(({ start, end, confidence }) => ({ start, end, score: confidence, ...(video.gold === undefined ? { right: true } : {}) })),
    })),
  };
  return {
    end: end > 0 ? end : 1,
    rows: timelinePlan(panel),
    tellers: steps.map((_, step) =>
      [...new Set(segments.flatMap((one) => (one.step === step ? one.sentences : [])))]
        .filter((place) => place < sentences.length)
        .sort((a, b) => a - b),
    ),
    drawn: segments.length,
    all: video.segments.length,
  };
}

/** The steps of the article; those that were not found where they are marked by hand, or found elsewhere, are wrong. */
export function groundingSteps({ video }: GroundingPanel, least?: number): Steps {
  const { goldIn, predictedIn } = groundingPlan(video, least).rows;
  const isWrong = (step: number): boolean =>
    [...(goldIn[step] ?? []), ...(predictedIn[step] ?? [])].some(({ isRight }) => isRight === false);
  return {
    count: video.steps.length,
    errors: video.gold === undefined ? [] : [...video.steps.keys()].filter(isWrong),
    text: (at) => video.steps[at] ?? "",
  };
}
