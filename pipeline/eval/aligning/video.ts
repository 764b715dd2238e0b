import type { GroundedSegment } from "@stepladder/schema";
import type { Made } from "./noise.ts";

/** A video with gold, and what is said in it. */
export interface GoldVideo {
  readonly id: string;
  /** What figures are averaged over, such as the task. */
  readonly group: string;
  readonly steps: readonly string[];
  /** By start. */
  readonly segments: readonly GroundedSegment[];
  /** By start; `step` where it is known to tell of one. */
  readonly sentences: readonly Made[];
  readonly duration?: number | undefined;
  /** The steps of other videos of the group, by the order in which they begin. */
  readonly paths: readonly (readonly number[])[];
}

/** Whether no step begins before one that the list has earlier. */
export function isInOrder(segments: readonly GroundedSegment[]): boolean {
  return segments.every(({ step }, i) => i === 0 || step >= (segments[i - 1] as GroundedSegment).step);
}
