import type { HtStepItem, HtStepPrediction } from "@stepladder/schema";
import type { DetectionCodec } from "@stepladder/wasm/metrics/detection/measure.ts";
import type { PointingCodec } from "@stepladder/wasm/metrics/pointing/measure.ts";

/** Segments are ranked within an activity, as officially; a step's name is its number. */
export const segmentsCodec: DetectionCodec<HtStepItem, HtStepPrediction> = {
  gold: ({ activity, segments, counted, steps }) => {
    const known = new Set(counted);
    return {
      pool: activity,
      segments: segments.map(({ start, end, label }) => ({ start, end, label: String(label) })),
      labels: steps.filter(({ label }) => known.has(label)).map(({ label }) => String(label)),
    };
  },
  prediction: ({ segments = [] }) =>
    segments.map(({ label, order, ...segment }, place) => ({ ...segment, label: String(label), order: order ?? place })),
};

/** A step is asked for where the video was annotated with it; a second is right in any of its segments, widened to whole seconds. */
export const secondsCodec: PointingCodec<HtStepItem, HtStepPrediction> = {
  gold: ({ steps, segments }) =>
    steps.map((step) =>
      segments.filter(({ label }) => label === step.label).map(({ start, end }) => ({ start: Math.floor(start), end: Math.ceil(end) })),
    ),
  prediction: ({ seconds = [] }) => seconds.map((second) => second ?? undefined),
};
