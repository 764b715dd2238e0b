import type { Track } from "@stepladder/wasm/host/track.ts";
import type { MetricId } from "@stepladder/wasm/metrics";

/** Declares a track. A metric id that is not in the registry does not compile. */
export function defineTrack<Item, Prediction, Context>(
  track: Track<Item, Prediction, Context, MetricId>,
): Track<Item, Prediction, Context, MetricId> {
  return track;
}
