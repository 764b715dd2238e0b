import * as z from "zod/mini";

// zod/mini says "Invalid input" where a schema brings no words of its own, and a person reads these.
const NonEmptyText = z.string("expected text").check(z.minLength(1, "expected text that is not empty"));
const Second = z.number("expected a number of seconds");
const WHOLE = "expected a whole number from 0 on";
const Whole = z.int(WHOLE).check(z.minimum(0, WHOLE));
const Label = z.int("expected the number of a step");

const Stretch = z.object({ start: Second, end: Second, label: Label });

/** A video of an activity, the article whose steps are looked for in it, and when it shows which of them. */
export const HtStepItem = z.object({
  id: NonEmptyText,
  split: NonEmptyText,
  activity: NonEmptyText,
  /** Name of the article's variant that the video was annotated with; null where nothing was annotated. */
  variation: z.nullable(NonEmptyText),
  /** Steps of that variant, in the article's order: their numbers (global_step_index), and the rows of the taxonomy that they stand in, from 0. */
  steps: z.array(z.object({ label: Label, row: Whole }), "expected a list of steps"),
  /** Those that any video of the split is annotated with: segments of other steps are left out. */
  counted: z.array(Label, "expected a list of steps"),
  segments: z.array(Stretch, "expected a list of segments"),
});
export type HtStepItem = z.infer<typeof HtStepItem>;

/** A segment in which a step is said to be done. */
export const HtStepSegment = z.extend(Stretch, {
  score: z.number("expected a finite number"),
  /** Its place in the submission, which decides among equal scores; absent: its place in the list. */
  order: z.optional(Whole),
});

const ANSWERS = ["segments", "seconds"] as const;
const ANY = "expected an object with segments or seconds";

/** Segments, or one second for each step, or both. */
export const HtStepPrediction = z
  .object(
    {
      segments: z.optional(z.array(HtStepSegment, "expected a list of segments")),
      /** For each step of the article, in its order, the second that shows it; null: none. */
      seconds: z.optional(z.array(z.nullable(Second), "expected a list of seconds")),
    },
    ANY,
  )
  .check(z.refine((prediction) => ANSWERS.some((name) => prediction[name] !== undefined), ANY));
HtStepPrediction.register(z.globalRegistry, { anyOf: ANSWERS.map((name) => ({ required: [name] })) });
export type HtStepPrediction = z.infer<typeof HtStepPrediction>;
