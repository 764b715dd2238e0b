import type { Baseline, FramesItem, FramesPrediction } from "@stepladder/schema";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { Random } from "../procladder/random.ts";
import { learnedRewards, leastOf } from "./learned.ts";

type FramesBaseline = Baseline<FramesItem, FramesPrediction>;

const kernels = await loadKernels();

/** Seed of what is drawn here; no sequence is made from it. */
const SEED = 2016;

/** Draws for each sequence by its place among all. */
function drawn(draw: (random: Random, item: FramesItem) => FramesPrediction): FramesBaseline["fit"] {
  return (items) => {
    const places = new Map(items.map(({ id }, place) => [id, place]));
    return (item) => draw(new Random(SEED, places.get(item.id) ?? 0), item);
  };
}

const evenCuts: FramesBaseline = {
  id: "even-cuts",
  title: "Even cuts",
  about: "Cuts every sequence into steps of one length, without a look at its frames.",
  fit: () => evenly,
};

function evenly({ frames, cuts }: FramesItem): FramesPrediction {
  return { cuts: cuts.map((_, i) => Math.round(((i + 1) * frames) / (cuts.length + 1))) };
}

const orderedRandom: FramesBaseline = {
  id: "ordered-random-steps",
  title: "Ordered random steps",
  about: "Cuts every sequence at random frames, in order; the paper's baseline for step discovery, drawn once from a seed.",
  fit: drawn((random, { frames, cuts }) => {
    const places = Array.from({ length: frames - 1 }, (_, i) => i + 1);
    return { cuts: random.sample(places, cuts.length).sort((a, b) => a - b) };
  }),
};

const algorithm1: FramesBaseline = {
  id: "algorithm-1",
  title: "Step discovery by Algorithm 1",
  about:
    "Cuts every sequence where the mean of the average standard deviations inside its steps is least; a step has at least a tenth of the frames. It sees features and the number of steps, no label, and learns nothing.",
  fit: () => (item) => ({ features: item.features ?? [], minSize: leastOf(item) }),
};

const randomRewards: FramesBaseline = {
  id: "random-rewards",
  title: "Random rewards",
  about: "Turns the reward of each step on at half of the frames, at random; the paper's baseline for rewards, drawn once from a seed.",
  fit: drawn((random, { frames, cuts }) => ({
    rewards: random.list(cuts.length + 1, () => random.list(frames, () => random.below(2))),
  })),
};

const alwaysOn: FramesBaseline = {
  id: "always-on",
  title: "Rewards always on",
  about: "Has all rewards on at every frame: what a long step gives for nothing.",
  fit:
    () =>
    ({ frames, cuts }) => ({ rewards: Array.from({ length: cuts.length + 1 }, () => new Array<number>(frames).fill(1)) }),
};

const learned: FramesBaseline = {
  id: "learned-rewards",
  title: "Learned rewards",
  about:
    "Chooses features by the paper's rule and rewards a frame where it is nearer to a step than to the rest; learnt without labels from the other sequences of the same activity and number of steps, whose steps Algorithm 1 finds.",
  fit: (items) => {
    const settings = Map.groupBy(items, settingOf);
    const rewards = new Map([...settings].map(([setting, own]) => [setting, learnedRewards(kernels, own)]));
    return (item) => ({ rewards: rewards.get(settingOf(item))?.(item) ?? [] });
  },
};

function settingOf({ activity, cuts }: FramesItem): string {
  return `${activity} ${cuts.length}`;
}

export const baselines: readonly FramesBaseline[] = [evenCuts, orderedRandom, algorithm1, randomRewards, alwaysOn, learned];
