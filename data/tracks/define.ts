import type { Insight } from "@stepladder/wasm/host/insight.ts";
import type { Track } from "@stepladder/wasm/host/track.ts";
import type { MetricId } from "@stepladder/wasm/metrics";

/** Declares a track. A metric id that is not in the registry does not compile. */
export function defineTrack<Item, Prediction, Context>(
  track: Track<Item, Prediction, Context, MetricId>,
): Track<Item, Prediction, Context, MetricId> {
  return track;
}

/** Declares what a track shows of its items and how predictions of them fail. */
export function defineInsight<Item, Prediction>(insight: Insight<Item, Prediction>): Insight<Item, Prediction> {
  return insight;
}
