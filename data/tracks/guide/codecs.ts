import type { CaptionsItem, CaptionsPrediction } from "@stepladder/schema";
import type { CaptionsCodec } from "@stepladder/wasm/metrics/captions/measure.ts";
import type { Caption } from "@stepladder/wasm/metrics/captions/pair.ts";

/** A prediction, or nothing where there is none. */
export type Told = Partial<CaptionsPrediction>;

type Step = CaptionsPrediction["steps"][number];

export function captionOf({ caption, bounds, guideline_step: part }: Step): Caption {
  const [start, end] = bounds ?? [];
  return {
    text: caption,
    ...(start === undefined || end === undefined ? {} : { span: [start, end] }),
    ...(part === undefined ? {} : { part }),
  };
}

/** Captions of the items of one subtask. */
export function codecOf(asked: CaptionsItem["subtask"]): CaptionsCodec<CaptionsItem, Told> {
  return {
    references: ({ subtask, steps }) => (subtask === asked ? steps.map(captionOf) : undefined),
    captions: ({ steps }) => steps?.map(captionOf),
  };
}
