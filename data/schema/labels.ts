import * as z from "zod/mini";

const NonEmptyText = z.string("expected text").check(z.minLength(1, "expected text that is not empty"));

/** A gold label: -1 incorrect or harmful, 0 neutral or exploratory, 1 correct and effective. */
export const StepLabel = z.literal([-1, 0, 1], "expected -1, 0 or 1");
export type StepLabel = z.infer<typeof StepLabel>;

/** Index of a step's message, as the key of its label. */
const StepKey = z.string().check(z.regex(/^(?:0|[1-9]\d{0,8})$/, "expected the index of a message"));

/** One unit of gold of a track that asks for process labels: a trajectory of a system, every step of it judged. */
export const LabelsItem = z.object({
  id: NonEmptyText,
  dataset: NonEmptyText,
  /** What several trajectories answer: they are no independent draws. */
  question: NonEmptyText,
  /** Label by the index of the step's message. */
  labels: z.record(StepKey, StepLabel, "expected labels by message index"),
  /** Label of the trajectory's outcome; never scored. */
  final: StepLabel,
});
export type LabelsItem = z.infer<typeof LabelsItem>;

/** Predicted labels by step key. Any whole number may be said of any key: what equals gold is the track's rule. */
export const LabelsPrediction = z.object(
  { labels: z.record(z.string(), z.int("expected a whole number"), "expected labels by message index") },
  "expected an object with labels",
);
export type LabelsPrediction = z.infer<typeof LabelsPrediction>;
