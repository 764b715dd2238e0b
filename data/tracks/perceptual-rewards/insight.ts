import type { FramesItem, FramesPrediction } from "@stepladder/schema";
import type { FailureKind } from "@stepladder/wasm/host/insight.ts";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import type { Segment, TimelinePanel } from "@stepladder/wasm/host/panels.ts";
import type { FrameSets } from "@stepladder/wasm/metrics/frames/measure.ts";
import { ON, setsOfCuts } from "@stepladder/wasm/metrics/frames/sets.ts";
import { defineInsight } from "../define.ts";
import { rewardCodec, sequenceOf, stepCodec } from "./codecs.ts";

type Kind = FailureKind<FramesItem, FramesPrediction>;

function has(sets: FrameSets, step: number, frame: number): boolean {
  return (((sets[step]?.[frame >> 5] ?? 0) >>> (frame & 31)) & 1) === 1;
}

/** The number of each frame's step, from 1; 0 where it is of none of the first `steps`. */
function labelsOf(sets: FrameSets, { frames, cuts }: FramesItem): number[] {
  return Array.from({ length: frames }, (_, frame) => {
    for (let step = 0; step <= cuts.length; step++) if (has(sets, step, frame)) return step + 1;
    return 0;
  });
}

function goldSets({ cuts, frames }: FramesItem): FrameSets {
  return setsOfCuts(cuts, frames);
}

/** Frames one after the other for which something holds. */
function runs(frames: number, holds: (frame: number) => boolean): Segment[] {
  const found: Segment[] = [];
  for (let frame = 0; frame < frames; frame++) {
    if (!holds(frame)) continue;
    const start = frame;
    while (frame < frames && holds(frame)) frame++;
    found.push({ start, end: frame });
  }
  return found;
}

function timeline(title: string, item: FramesItem, own: FrameSets | undefined): TimelinePanel {
  const gold = goldSets(item);
  const segments = (sets: FrameSets, step: number): Segment[] => runs(item.frames, (frame) => has(sets, step, frame));
  return {
    kind: "timeline",
    title,
    unit: "frames",
    end: item.frames,
    rows: gold.map((_, step) => ({
      name: `Step ${step + 1}`,
      gold: segments(gold, step),
      predicted: own === undefined ? [] : segments(own, step),
    })),
  };
}

function stepsOf(item: FramesItem, prediction: FramesPrediction, kernels: Kernels): FrameSets | undefined {
  return stepCodec.answer(prediction, sequenceOf(item), kernels);
}

/** Frames in the wrong step in one way; mended, they are in gold's. */
function ofFrames(words: Pick<Kind, "id" | "title" | "explains">, is: (gold: number, own: number) => boolean): Kind {
  return {
    ...words,
    find(prediction, item, kernels) {
      const sets = stepsOf(item, prediction, kernels);
      if (sets === undefined) return undefined;
      const [gold, own] = [labelsOf(goldSets(item), item), labelsOf(sets, item)];
      const wrong = [...gold.keys()].filter((frame) => is(gold[frame] as number, own[frame] as number));
      const [first] = wrong;
      if (first === undefined) return undefined;
      const labels = own.map((step, frame) => (is(gold[frame] as number, step) ? (gold[frame] as number) : step));
      const { rewards } = prediction;
      return {
        mended: { labels, ...(rewards === undefined ? {} : { rewards }) },
        count: wrong.length,
        at: (gold[first] as number) - 1,
        details: [...new Set(wrong.map((frame) => `step ${gold[frame]} taken for ${own[frame] === 0 ? "none" : `step ${own[frame]}`}`))],
      };
    },
  };
}

/** Frames whose reward is wrong in one way: on outside its step, or off inside; mended, it is as gold has it. */
function ofRewards(words: Pick<Kind, "id" | "title" | "explains">, isOn: boolean): Kind {
  return {
    ...words,
    find(prediction, item, kernels) {
      const { rewards } = prediction;
      const sets = rewardCodec.answer(prediction, sequenceOf(item), kernels);
      if (rewards === undefined || sets === undefined) return undefined;
      const gold = goldSets(item);
      const wrong = (step: number, frame: number): boolean => has(sets, step, frame) === isOn && has(gold, step, frame) !== isOn;
      const frames = Array.from({ length: item.frames }, (_, frame) => frame);
      const counts = gold.map((_, step) => frames.filter((frame) => wrong(step, frame)).length);
      const count = counts.reduce((sum, one) => sum + one, 0);
      if (count === 0) return undefined;
      const mended = [
        ...gold.map((_, step) =>
          frames.map((frame) => (wrong(step, frame) ? Number(!isOn) : (rewards[step]?.[frame] ?? Number(has(sets, step, frame))))),
        ),
        ...rewards.slice(gold.length).map((own) => [...own]),
      ];
      return { mended: { ...prediction, rewards: mended }, count, at: counts.findIndex((one) => one > 0) };
    },
  };
}

export default defineInsight<FramesItem, FramesPrediction>({
  view(item, predicted, kernels) {
    const { id, activity, frames, rate, cuts } = item;
    const rewards = predicted === undefined ? undefined : rewardCodec.answer(predicted, sequenceOf(item), kernels);
    return {
      title: `${activity}, ${id}`,
      facts: [
        { name: "Frames", value: rate === undefined ? `${frames}` : `${frames}, ${rate} a second` },
        { name: "Steps", value: `${cuts.length + 1}` },
      ],
      panels: [
        timeline("Frames of each step", item, predicted && stepsOf(item, predicted, kernels)),
        ...(rewards === undefined ? [] : [timeline(`Where the reward of each step is on, at ${ON} or more`, item, rewards)]),
      ],
    };
  },
  failures: [
    ofFrames(
      {
        id: "step-too-early",
        title: "A step begun too early",
        explains: "Frames are given to a later step than gold's; mended, they are in gold's.",
      },
      (gold, own) => own > gold,
    ),
    ofFrames(
      {
        id: "step-too-late",
        title: "A step begun too late",
        explains: "Frames are given to an earlier step than gold's; mended, they are in gold's.",
      },
      (gold, own) => own > 0 && own < gold,
    ),
    ofFrames(
      { id: "no-step", title: "Frames of no step", explains: "Frames are given to no step of the activity; mended, they are in gold's." },
      (_, own) => own === 0,
    ),
    ofRewards(
      {
        id: "reward-outside",
        title: "A reward outside its step",
        explains: "The reward of a step is on at frames of another one; mended, it is off there.",
      },
      true,
    ),
    ofRewards(
      {
        id: "reward-lacking",
        title: "A reward lacking in its step",
        explains: "The reward of a step is off at frames of it; mended, it is on there.",
      },
      false,
    ),
  ],
});
