import type { GroundedVideo } from "@stepladder/schema";
import { LEAST, pairsOfSteps, rightOf } from "@stepladder/wasm/host/overlap.ts";

/** How the steps of a video were found, and how that compares to what is marked by hand. */
export interface GroundingFacts {
  readonly steps: number;
  /** Steps with a segment. */
  readonly found: number;
  /** Of the segments, on average; absent without any. */
  readonly confidence?: number;
  /** Absent where nobody marked anything. */
  readonly gold?: {
    /** Steps that are marked by hand. */
    readonly marked: number;
    /** Steps that were found where they are marked: with some overlap, and with a tIoU of at least .5. */
    readonly overlapping: number;
    readonly right: number;
    /** Of each marked segment its best tIoU with a found one of its step, 0 where there is none; on average. */
    readonly shared: number;
    /** Of segments at tIoU .5: each found one counts for one marked one. */
    readonly f1: number;
  };
}

export function groundingFacts({ steps, segments, gold }: Pick<GroundedVideo, "steps" | "segments" | "gold">): GroundingFacts {
  const found = new Set(segments.map(({ step }) => step)).size;
  const confidence = mean(segments.map((segment) => segment.confidence));
  return {
    steps: steps.length,
    found,
    ...(segments.length === 0 ? {} : { confidence }),
    ...(gold === undefined || gold.length === 0 ? {} : { gold: compared(segments, gold) }),
  };
}

function compared(segments: GroundedVideo["segments"], marked: NonNullable<GroundedVideo["gold"]>): NonNullable<GroundingFacts["gold"]> {
  const pairs = pairsOfSteps(marked, segments);
  const best = marked.map((_, gold) => pairs.reduce((most, pair) => (pair.gold === gold ? Math.max(most, pair.overlap) : most), 0));
  const stepsFrom = (least: number): number =>
    new Set(marked.flatMap(({ step }, i) => ((best[i] as number) >= least && (best[i] as number) > 0 ? [step] : []))).size;
  const right = rightOf(pairs);
  return {
    marked: new Set(marked.map(({ step }) => step)).size,
    overlapping: stepsFrom(0),
    right: stepsFrom(LEAST),
    shared: mean(best),
    f1: (2 * right) / (segments.length + marked.length),
  };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
