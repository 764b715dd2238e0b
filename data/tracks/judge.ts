import type { MetricId } from "@stepladder/wasm/metrics";
import type { Prompt } from "./prompt.ts";

/** How a language model judges predictions of a track. */
export interface Judge<Item, Prediction, Judged> {
  /** What is asked of each prediction; what is read from the answer is `judged` by `withVerdict`. */
  readonly prompt: Prompt<Judged, Judged>;
  /** What a judge sees; `undefined` where the prediction holds nothing to judge. */
  seen(item: Item, prediction: Prediction): Judged | undefined;
  /** What such a prediction lacks, for a person. */
  readonly needs: string;
  /** The prediction with the judge's verdict, as the track's records have it; without one where nothing could be made of the answer. */
  withVerdict(prediction: Prediction, verdict: unknown): Prediction;
  /** Whether there is a verdict in a prediction: none was given, or nothing could be made of the judge's answer. */
  hasVerdict(prediction: Prediction): boolean;
  /** Gold that holds this judged prediction's verdict, for another judge to agree with. */
  agreedWith(item: Item, judged: Prediction): Item;
  /** Metrics of agreement with gold's verdicts. */
  readonly agreement: readonly MetricId[];
}

/** A judge whose types do not matter to the caller. */
// biome-ignore lint/suspicious/noExplicitAny: items, predictions and what is seen of them are private to each track
export type AnyJudge = Judge<any, any, any>;

/** Declares how a language model judges predictions of a track. */
export function defineJudge<Item, Prediction, Judged>(judge: Judge<Item, Prediction, Judged>): Judge<Item, Prediction, Judged> {
  return judge;
}
