import type { FramesItem } from "@stepladder/schema";
import { Random } from "../procladder/random.ts";

/** Seed of the sample's mistakes. */
const SEED = 11;

/**
 * A record of an imagined system, to try scoring with: its cuts are off by up to a tenth of the sequence, each reward is on in its step and
 * at some frames beyond, and it leaves out one sequence in twenty.
 */
export function sampleRecord({ id, frames, cuts }: FramesItem, index: number): object | undefined {
  const random = new Random(SEED, index);
  if (random.below(20) === 0) return undefined;
  const off = Math.floor(frames / 10);
  const moved = cuts.map((cut) => Math.min(frames - 1, Math.max(1, cut + random.between(-off, off)))).sort((a, b) => a - b);
  const bounds = [0, ...cuts, frames];
  const rewards = bounds.slice(1).map((end, step) =>
    Array.from({ length: frames }, (_, frame) => {
      const isOn = frame >= (bounds[step] as number) && frame < end;
      return (isOn ? 60 + random.below(40) : random.below(60)) / 100;
    }),
  );
  return { id, prediction: { cuts: moved, rewards } };
}
