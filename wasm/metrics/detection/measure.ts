import type { Measure } from "../contract.ts";

/** A stretch of time in which a step is done, in seconds. */
export interface GoldSegment {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** A stretch that a system says a step is done in, and how sure it is of it. */
export interface DetectedSegment extends GoldSegment {
  /** Finite; the higher, the surer. */
  readonly score: number;
  /** Its place in the submission, from 0. */
  readonly order: number;
}

/** What a track says of its segments. */
export interface DetectionCodec<Item, Prediction> {
  /**
   * Gold segments; `pool`: what segments are ranked among where labels are not compared, such as the activity; `labels`: those that
   * count in this item, a segment with another is left out (absent: all that gold has count, in any item).
   */
  gold(item: Item): { readonly segments: readonly GoldSegment[]; readonly pool: string; readonly labels?: readonly string[] };
  /** Empty where the prediction says nothing of segments. */
  prediction(prediction: Prediction): readonly DetectedSegment[];
}

/**
 * The `detection` family: detected segments against gold ones at thresholds of overlap (tIoU), ascending, 0.5 among them. Bit t of an
 * event's hits is the threshold t. Lists of events: `pool` (labels not compared, classes are pools) and `step` (labels compared).
 */
export declare function detection<Item, Prediction>(
  codec: DetectionCodec<Item, Prediction>,
  thresholds: readonly number[],
): Measure<Item, Prediction>;
