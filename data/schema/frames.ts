import * as z from "zod/mini";

// zod/mini says "Invalid input" where a schema brings no words of its own, and a person reads these.
const NonEmptyText = z.string("expected text").check(z.minLength(1, "expected text that is not empty"));
const COUNT = "expected a whole number above 0";
const Count = z.int(COUNT).check(z.minimum(1, COUNT));
const Real = z.number("expected a finite number");
const FRAMES = "expected the number of a frame";

/** A row for each frame. */
const Features = z.array(z.array(Real, "expected a list of numbers"), "expected a row of features for each frame");

/** A sequence of frames that falls into steps one after the other. */
export const FramesItem = z.object({
  id: NonEmptyText,
  /** What is done in it. */
  activity: NonEmptyText,
  /** How many frames it has; they are numbered from 0. */
  frames: Count,
  /** First frame of each step but the first one: rising, and none of them 0. */
  cuts: z.array(z.int(FRAMES).check(z.minimum(0, FRAMES)), "expected a list of frames"),
  /** Frames in a second. */
  rate: z.optional(Real.check(z.positive("expected a number above 0"))),
  /** What a system may see of each frame, in any unit. */
  features: z.optional(Features),
});
export type FramesItem = z.infer<typeof FramesItem>;

const ANSWERS = ["cuts", "labels", "features", "rewards"] as const;
const ANY = "expected an object with cuts, labels, features or rewards";

/** The steps of a sequence (cuts, or the step of each frame, or features to find them in), the rewards of its steps, or both. */
export const FramesPrediction = z
  .object(
    {
      /** First frame of each step but the first one. */
      cuts: z.optional(z.array(Real, "expected a list of frames")),
      /** For each frame the number of its step, from 1; 0 where it is of none. */
      labels: z.optional(z.array(z.int("expected the number of a step"), "expected the step of each frame")),
      /** A row for each frame; steps are found in them by Algorithm 1. */
      features: z.optional(Features),
      /** Frames that a step found in features has at least. */
      minSize: z.optional(Count),
      /** For each step a list with its reward at each frame. */
      rewards: z.optional(z.array(z.array(Real, "expected a list of rewards"), "expected a list of rewards for each step")),
    },
    ANY,
  )
  .check(z.refine((prediction) => ANSWERS.some((name) => prediction[name] !== undefined), ANY));
FramesPrediction.register(z.globalRegistry, { anyOf: ANSWERS.map((name) => ({ required: [name] })) });
export type FramesPrediction = z.infer<typeof FramesPrediction>;
