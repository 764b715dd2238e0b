import type { Kernels } from "./kernels.ts";
import type { ItemView } from "./panels.ts";

/** What a track shows of its items, and how predictions of them fail. A module of its own beside the declaration: scoring does without it. */
export interface Insight<Item, Prediction> {
  /** Shows an item, with a prediction for it where there is one. Must not throw for what the track's formats let pass. */
  view(item: Item, prediction: Prediction | undefined, kernels: Kernels): ItemView;
  /** The ways in which points are lost; an item may show several. */
  readonly failures: readonly FailureKind<Item, Prediction>[];
}

/** One way in which predictions fail. */
export interface FailureKind<Item, Prediction> {
  readonly id: string;
  /** In a few words, as the subject of a sentence about items: "A wrong state". */
  readonly title: string;
  /** What counts as it, and what mending it means, in one sentence. */
  readonly explains: string;
  /** How a prediction fails in this way; `undefined` where it does not. */
  find(prediction: Prediction, item: Item, kernels: Kernels): Failure<Prediction> | undefined;
}

/** What was found of one kind in one prediction. */
export interface Failure<Prediction> {
  /** The prediction with every failure of this kind mended by gold, and all else as it was. */
  readonly mended: Prediction;
  /** How often it shows. */
  readonly count: number;
  /** Step at which it shows first, 0-based; absent where it has no place among steps. */
  readonly at?: number;
  /** What exactly was taken for what, where the same may happen in many items: "gold's pour read as stir". */
  readonly details?: readonly string[];
}

/** An insight whose record types do not matter to the caller. */
// biome-ignore lint/suspicious/noExplicitAny: item and prediction types are private to each track
export type AnyInsight = Insight<any, any>;
