import * as z from "zod/mini";

const NonEmptyText = z.string("expected text").check(z.minLength(1, "expected text that is not empty"));

const Label = z.string("expected a label, as text").check(z.minLength(1, "expected a label that is not empty"));
const Count = z.int("expected a whole number of frames").check(z.minimum(1, "expected at least one frame"));

/** Frames in a row that have one label: the label, and how many they are. */
export const LabelRun = z.tuple([Label, Count], "expected a pair [label, frames]");
export type LabelRun = z.infer<typeof LabelRun>;

const Runs = z.array(LabelRun, "expected a list of pairs [label, frames]");

/** One video of a test split, every frame of it labelled. */
export const SegmentsItem = z.object({
  id: NonEmptyText,
  /** Name of its data set, such as gtea. */
  dataset: NonEmptyText,
  /** Which test split it is in: 1 for `test.split1.bundle`. */
  split: NonEmptyText,
  /** Its frames in order of time, run by run; background has a label too. */
  runs: Runs,
});
export type SegmentsItem = z.infer<typeof SegmentsItem>;

/** Predicted labels of a video's frames, in order of time, run by run. Neighbours may have the same label. */
export const SegmentsPrediction = z.object({ runs: Runs }, "expected an object with runs or frames");
export type SegmentsPrediction = z.infer<typeof SegmentsPrediction>;

/** The same with a label for each frame, as records may have it. */
export const FrameLabelsPrediction = z.object({ frames: z.array(Label, "expected a list of labels, one for each frame") });
export type FrameLabelsPrediction = z.infer<typeof FrameLabelsPrediction>;
