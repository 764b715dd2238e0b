import * as z from "zod/mini";

// zod/mini says "Invalid input" where a schema brings no words of its own, and a person reads these.
const NonEmptyText = z.string("expected text").check(z.minLength(1, "expected text that is not empty"));
const Second = z.number("expected a number of seconds");
const Length = z.int("expected a whole number from 1 on").check(z.minimum(1, "expected a whole number from 1 on"));

/** A video of a task, and when it shows which of the task's steps. */
export const CrosstaskItem = z.object({
  id: NonEmptyText,
  task: NonEmptyText,
  /** How many steps the task has. */
  steps: Length,
  /** Steps (from 1 on) with the seconds in which they are shown, in any order; they may repeat and overlap. */
  segments: z.array(z.object({ step: Length, start: Second, end: Second }), "expected a list of segments"),
});
export type CrosstaskItem = z.infer<typeof CrosstaskItem>;

/** One second for each of a list of queries; null: none. */
const Points = z.array(z.nullable(Second), "expected a list of seconds");

const Row = z.array(z.number("expected a finite number"), "expected a list of numbers");

const POINTS = ["seconds", "scores"] as const;
const SECONDS_OR_SCORES = "expected an object with seconds or scores";

/** One of two fields. */
export const CrosstaskPrediction = z
  .object(
    {
      /** One second for each step of the task. */
      seconds: z.optional(Points),
      /** For each second of the video a score for each step, the higher the likelier: points are made of them, in the order of the steps. */
      scores: z.optional(z.array(Row, "expected a row of numbers for each second").check(z.minLength(1, "expected at least one row"))),
    },
    SECONDS_OR_SCORES,
  )
  .check(z.refine((prediction) => POINTS.some((name) => prediction[name] !== undefined), SECONDS_OR_SCORES));
CrosstaskPrediction.register(z.globalRegistry, { anyOf: POINTS.map((name) => ({ required: [name] })) });
export type CrosstaskPrediction = z.infer<typeof CrosstaskPrediction>;

/** A video and its narration: which sentences say what is shown, and when it is shown. */
export const HtmAlignItem = z.object({
  id: NonEmptyText,
  sentences: z.array(
    z.object({ alignable: z.boolean("expected true or false"), start: Second, end: Second }),
    "expected a list of sentences",
  ),
});
export type HtmAlignItem = z.infer<typeof HtmAlignItem>;

const ANSWERS = ["seconds", "similarity", "alignable"] as const;
const ANY = "expected an object with seconds, similarity or alignable";

/** Answers for each sentence of a video, in the order of gold. */
export const HtmAlignPrediction = z
  .object(
    {
      /** The second that shows it. */
      seconds: z.optional(Points),
      /** In place of seconds: how like it each second is. The first of the most similar is taken. */
      similarity: z.optional(
        z.array(Row.check(z.minLength(1, "expected at least one number")), "expected a list of numbers for each sentence"),
      ),
      /** How surely it is shown at all, the higher the surer; absent: its highest similarity. */
      alignable: z.optional(z.array(z.nullable(z.number("expected a finite number")), "expected a list of scores")),
    },
    ANY,
  )
  .check(z.refine((prediction) => ANSWERS.some((name) => prediction[name] !== undefined), ANY));
HtmAlignPrediction.register(z.globalRegistry, { anyOf: ANSWERS.map((name) => ({ required: [name] })) });
export type HtmAlignPrediction = z.infer<typeof HtmAlignPrediction>;
