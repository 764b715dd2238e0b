import type { GroundingItem, GroundingPrediction } from "@stepladder/schema";
import type { AskedCodec } from "@stepladder/wasm/metrics/asked.ts";
import type { DetectionCodec } from "@stepladder/wasm/metrics/detection/measure.ts";
import type { Query, Segment } from "@stepladder/wasm/metrics/grounding/measure.ts";

const segmentOf = ([start = 0, end = 0]: readonly number[]): Segment => [start, end];

/** Where a step is done. */
export const groundingCodec: AskedCodec<GroundingItem, GroundingPrediction, Query, readonly Segment[], true> = {
  gold: (item) =>
    item.subtask === "grounding" ? { gold: { windows: item.windows.map(segmentOf), once: item.first }, context: true } : undefined,
  answer: ({ segments }) => segments?.map(segmentOf),
};

/** Which steps a video has, and where. */
export const detectionCodec: DetectionCodec<GroundingItem, GroundingPrediction> = {
  gold: (item) => ({
    segments: item.subtask === "detection" ? item.segments.map(({ segment: [start = 0, end = 0], label }) => ({ start, end, label })) : [],
    // Categories are always compared here: what they are not is one pool.
    pool: "",
  }),
  prediction: ({ detections = [] }) =>
    detections.map(({ segment: [start = 0, end = 0], label, score, order }, place) => ({
      start,
      end,
      label,
      score,
      order: order ?? place,
    })),
};
