import type { GroundingItem, GroundingPrediction } from "@stepladder/schema";
import type { AskedCodec } from "@stepladder/wasm/metrics/asked.ts";
import type { Query, Segment } from "@stepladder/wasm/metrics/grounding/measure.ts";

const segmentOf = ([start = 0, end = 0]: readonly number[]): Segment => [start, end];

/** Where a step is done. */
export const groundingCodec: AskedCodec<GroundingItem, GroundingPrediction, Query, readonly Segment[], true> = {
  gold: (item) =>
    item.subtask === "grounding" ? { gold: { windows: item.windows.map(segmentOf), once: item.first }, context: true } : undefined,
  answer: ({ segments }) => segments?.map(segmentOf),
};
