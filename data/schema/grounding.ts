import * as z from "zod/mini";

// zod/mini says "Invalid input" where a schema brings no words of its own, and a person reads these.
const Text = z.string("expected text");
const NonEmptyText = Text.check(z.minLength(1, "expected text that is not empty"));
const Flag = z.boolean("expected true or false");
const Seconds = z.number("expected a time in seconds");

/** Start and end in seconds of the video. */
const Stretch = z.array(Seconds, "expected [start, end]").check(z.length(2, "expected [start, end]"));

/** What items of a video have in common. */
const ofVideo = {
  id: NonEmptyText,
  video: NonEmptyText,
  /** What the benchmark calls the annotation of this video in submissions. */
  annotation: NonEmptyText,
  /** The stretch of the video that was annotated. */
  span: Stretch,
};

/** Asks where in a video what a text says is done. */
export const GroundingQuery = z.object({
  ...ofVideo,
  subtask: z.literal("grounding", "expected grounding"),
  query: NonEmptyText,
  /** Where it is done: the window of this query, then those of other queries with the same text in the video. */
  windows: z.array(Stretch, "expected a list of windows").check(z.minLength(1, "expected at least one window")),
  /** Whether no query before it in the video has its text. */
  first: Flag,
  /** Whether it is a step, or part of one. */
  level: z.enum(["step", "substep"], "expected step or substep"),
  /** Whether it goes on with what was begun before. */
  continued: Flag,
  /** Whether it has parts of its own. */
  procedural: Flag,
  /** What it is to the goal. */
  relevance: z.enum(["essential", "optional", "irrelevant", "unsure"], "expected essential, optional, irrelevant or unsure"),
});
export type GroundingQuery = z.infer<typeof GroundingQuery>;

/** Asks for all steps of a video: where each is done, and which it is. */
export const StepVideo = z.object({
  ...ofVideo,
  subtask: z.literal("detection", "expected detection"),
  segments: z.array(
    z.object({ segment: Stretch, label: NonEmptyText }, "expected a segment with a label"),
    "expected a list of segments with labels",
  ),
});
export type StepVideo = z.infer<typeof StepVideo>;

/** One unit of gold of a track that asks where steps are. */
export const GroundingItem = z.discriminatedUnion("subtask", [GroundingQuery, StepVideo], "expected a subtask: grounding or detection");
export type GroundingItem = z.infer<typeof GroundingItem>;

const SEGMENT = "expected [start, end], perhaps with a score behind";
/** A predicted stretch and, where a system gives one, its score. */
const Guess = z.array(z.number("expected a finite number"), SEGMENT).check(z.minLength(2, SEGMENT), z.maxLength(3, SEGMENT));

const ANSWERS = ["segments", "detections"] as const;
const ANY = "expected an object with segments or detections";

/** A prediction has one of these fields, as its item asks. */
export const GroundingPrediction = z
  .object(
    {
      /** Where what the query says is done, best first; their order counts and not their scores. */
      segments: z.optional(z.array(Guess, "expected a list of [start, end], best first")),
      /** All steps of a video. */
      detections: z.optional(
        z.array(
          z.object(
            {
              segment: z.array(Seconds, "expected [start, end]").check(z.length(2, "expected [start, end]")),
              label: Text,
              score: z.number("expected a finite score"),
              /** Its place in the file, where one file holds those of several videos: it decides between equal scores. */
              order: z.optional(z.int("expected a place in the file")),
            },
            "expected a segment with label and score",
          ),
          "expected a list of segments with label and score",
        ),
      ),
    },
    ANY,
  )
  .check(z.refine((prediction) => ANSWERS.some((name) => prediction[name] !== undefined), ANY));
GroundingPrediction.register(z.globalRegistry, { anyOf: ANSWERS.map((name) => ({ required: [name] })) });
export type GroundingPrediction = z.infer<typeof GroundingPrediction>;
