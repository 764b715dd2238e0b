import * as z from "zod/mini";

// zod/mini says "Invalid input" where a schema brings no words of its own, and a person reads these.
const Text = z.string("expected text");
const NonEmptyText = Text.check(z.minLength(1, "expected text that is not empty"));

/** Characters that a caption may have; the kernels have no room for more. */
export const MOST_CAPTION_CHARACTERS = 4096;
/** Steps that a prediction may have. */
export const MOST_CAPTIONS = 1000;

const Caption = NonEmptyText.check(z.maxLength(MOST_CAPTION_CHARACTERS, `expected at most ${MOST_CAPTION_CHARACTERS} characters`));
const Bounds = z
  .array(z.number("expected a finite number of seconds"), "expected bounds: [start, end] in seconds")
  .check(z.length(2, "expected bounds: [start, end] in seconds"));
const Part = z.int("expected the number of a step of the guideline");

/** A step in words: of a video, where it is and which step of the guideline it belongs to, numbered from 1. */
const CaptionedStep = z.object({
  caption: Caption,
  bounds: z.optional(Bounds),
  guideline_step: z.optional(Part),
});

/** What is asked of how-to videos: what is done and when, what several videos of a task have in common, or what is done for each step of that. */
export const CaptionsItem = z.object({
  id: NonEmptyText,
  subtask: z.enum(
    ["step-captioning", "guideline-summarisation", "guided-captioning"],
    "expected step-captioning, guideline-summarisation or guided-captioning",
  ),
  /** The task that the videos show. */
  query: NonEmptyText,
  category: NonEmptyText,
  /** Ids of the videos that are looked at: all of the task for a guideline, else one. */
  videos: z.array(NonEmptyText, "expected a list of ids of videos").check(z.minLength(1, "expected a video")),
  /** The guideline that is given to guided captioning. */
  guideline: z.optional(z.array(Caption, "expected a list of steps")),
  /** The steps that are right. */
  steps: z.array(CaptionedStep, "expected a list of steps").check(z.minLength(1, "expected a step")),
});
export type CaptionsItem = z.infer<typeof CaptionsItem>;

/** Steps in words: with bounds for step captioning, with the guideline's step for guided captioning. */
export const CaptionsPrediction = z.object(
  {
    steps: z
      .array(
        z.object(
          {
            caption: Text.check(z.maxLength(MOST_CAPTION_CHARACTERS, `expected at most ${MOST_CAPTION_CHARACTERS} characters`)),
            bounds: z.optional(Bounds),
            guideline_step: z.optional(Part),
          },
          "expected a step: an object with its caption",
        ),
        "expected a list of steps",
      )
      .check(z.maxLength(MOST_CAPTIONS, `expected at most ${MOST_CAPTIONS} steps`)),
  },
  "expected an object with steps",
);
export type CaptionsPrediction = z.infer<typeof CaptionsPrediction>;
