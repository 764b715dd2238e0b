import * as z from "zod/mini";
import { NarratedSentence } from "./narration.ts";

// zod/mini says "Invalid input" where a schema brings no words of its own, and a person reads these.
const NonEmptyText = z.string("expected text").check(z.minLength(1, "expected text that is not empty"));
const Second = z.number("expected a number of seconds");
const Place = z.int("expected a place in a list, from 0").check(z.minimum(0, "expected a place in a list, from 0"));
const SHARE = "expected a number from 0 to 1";
const Share = z.number(SHARE).check(z.minimum(0, SHARE), z.maximum(1, SHARE));

/** A stretch of a video in which a step is done: the place of the step in the list of steps, and seconds. */
export const GroundedSegment = z.object({ step: Place, start: Second, end: Second });
export type GroundedSegment = z.infer<typeof GroundedSegment>;

/** The steps of an article grounded in a narrated video. */
export const GroundedVideo = z.object({
  /** Id of the video. */
  id: NonEmptyText,
  /** Id of the article, and what it is about. */
  procedure: NonEmptyText,
  goal: NonEmptyText,
  /** Seconds of the video, where they are known. */
  duration: z.optional(Second),
  /** What the article says, a text for each step. */
  steps: z.array(NonEmptyText, "expected a list of texts"),
  sentences: z.array(NarratedSentence, "expected a list of sentences"),
  /** For each step, how like it each sentence is, 0 to 1, in thousandths. */
  similarity: z.optional(z.array(z.array(Share, "expected a row of numbers"), "expected a row for each step")),
  /** Where steps were found, by time: how sure that is, and the places of the sentences that told. */
  segments: z.array(z.extend(GroundedSegment, { confidence: Share, sentences: z.array(Place, "expected places of sentences") })),
  /** For each step, how likely it is shown in the video at all; a step without a segment may have more than 0. */
  shown: z.array(Share, "expected a number for each step"),
  /** Where people found steps, where that is known: never read by what grounds. */
  gold: z.optional(z.array(GroundedSegment)),
});
export type GroundedVideo = z.infer<typeof GroundedVideo>;
