import type { FramesItem, FramesPrediction } from "@stepladder/schema";
import type { AskedCodec } from "@stepladder/wasm/metrics/asked.ts";
import type { FrameSets } from "@stepladder/wasm/metrics/frames/measure.ts";
import { setsOfCuts, setsOfLabels, setsOfRewards } from "@stepladder/wasm/metrics/frames/sets.ts";
import { split } from "@stepladder/wasm/metrics/frames/split.ts";

/** All that scoring keeps of an item. */
export interface Sequence {
  readonly frames: number;
  readonly steps: number;
  /** Frames in a second, where known. */
  readonly rate: number | undefined;
}

export function sequenceOf({ frames, cuts, rate }: FramesItem): Sequence {
  return { frames, steps: cuts.length + 1, rate };
}

type Codec = AskedCodec<FramesItem, FramesPrediction, FrameSets, FrameSets, Sequence>;

const gold: Codec["gold"] = (item) => ({ gold: setsOfCuts(item.cuts, item.frames), context: sequenceOf(item) });

/** The frames of each step. Of features, those that Algorithm 1 finds; none where there are too few frames to split. */
export const stepCodec: Codec = {
  gold,
  answer({ cuts, labels, features, minSize = 1 }, { frames, steps }, kernels) {
    if (cuts !== undefined) return setsOfCuts(cuts, frames);
    if (labels !== undefined) return setsOfLabels(labels, steps);
    if (features === undefined) return undefined;
    const found = split(kernels, features, steps, minSize);
    return found === undefined ? [] : setsOfCuts(found.cuts, features.length);
  },
};

/** The frames where each step's reward is on. */
export const rewardCodec: Codec = {
  gold,
  answer: ({ rewards }) => (rewards === undefined ? undefined : setsOfRewards(rewards)),
};
