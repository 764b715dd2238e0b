import type { FramesItem } from "@stepladder/schema";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { type Features, split } from "@stepladder/wasm/metrics/frames/split.ts";

/** Weight of how far the means lie apart against the deviations, as in the paper. */
const ALPHA = 5;
/** Features of which a reward is made; the paper takes 32 of many thousands. */
const CHOSEN = 8;

/** Frames that a step has at least where steps are found in features: a tenth of the sequence. */
export function leastOf({ frames }: Pick<FramesItem, "frames">): number {
  return Math.max(2, Math.floor(frames / 10));
}

/** Mean and standard deviation of one feature over some frames. */
interface Moments {
  readonly mean: number;
  readonly std: number;
}

/** One feature in the frames of a step, and in all others. */
interface Telling {
  readonly feature: number;
  readonly on: Moments;
  readonly off: Moments;
}

/**
 * Rewards of every sequence of one setting, learnt from the others of it (section 3 of the paper): their steps are those that Algorithm 1
 * finds; a step's features are those with the largest alpha |mean+ - mean-| - (std+ + std-); its distance at a frame is the mean of
 * (a - mean+)^2 / std+. How that becomes a reward from 0 to 1 the paper's formula does not say: here it is the distance to the other frames
 * over the sum of both, so a reward is on where a frame is nearer to the step.
 */
export function learnedRewards(kernels: Kernels, items: readonly FramesItem[]): (item: FramesItem) => number[][] {
  const found = new Map(items.map((item) => [item.id, segmentsOf(kernels, item)]));
  return ({ id, cuts, features = [] }) => {
    const others = [...found].flatMap(([own, segments]) => (own === id ? [] : [segments]));
    return Array.from({ length: cuts.length + 1 }, (_, step) => {
      const on = others.flatMap((segments) => segments[step] ?? []);
      const off = others.flatMap((segments) => segments.filter((_, other) => other !== step).flat());
      const telling = tellingOf(on, off);
      return features.map((frame) => rewardOf(frame, telling));
    });
  };
}

function segmentsOf(kernels: Kernels, item: FramesItem): Features[] {
  const { features = [], cuts } = item;
  const found = split(kernels, features, cuts.length + 1, leastOf(item))?.cuts ?? [];
  return [0, ...found].map((from, i) => features.slice(from, found[i] ?? features.length));
}

function tellingOf(on: Features, off: Features): Telling[] {
  const all = (on[0] ?? []).map((_, feature) => ({ feature, on: momentsOf(on, feature), off: momentsOf(off, feature) }));
  const worth = ({ on, off }: Telling): number => ALPHA * Math.abs(on.mean - off.mean) - (on.std + off.std);
  return all.toSorted((a, b) => worth(b) - worth(a)).slice(0, CHOSEN);
}

function momentsOf(frames: Features, feature: number): Moments {
  const values = frames.map((frame) => frame[feature] as number);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return { mean, std: Math.sqrt(squares / values.length) };
}

function rewardOf(frame: readonly number[], telling: readonly Telling[]): number {
  const distance = (side: "on" | "off"): number =>
    telling.reduce((sum, { feature, [side]: { mean, std } }) => {
      const away = (frame[feature] as number) - mean;
      return sum + (away * away) / std;
    }, 0);
  const [near, far] = [distance("on"), distance("off")];
  return far / (near + far);
}
