import * as z from "zod/mini";

// zod/mini says "Invalid input" where a schema brings no words of its own, and a person reads these.
const NonEmptyText = z.string("expected text").check(z.minLength(1, "expected text that is not empty"));
const Second = z.number("expected a number of seconds").check(z.minimum(0, "expected a number of seconds from 0"));

/** A sentence that is spoken in a video, from its first word to its last; `end` is not before `start`. */
export const NarratedSentence = z.object({ text: NonEmptyText, start: Second, end: Second });
export type NarratedSentence = z.infer<typeof NarratedSentence>;

/** What is spoken in a video. */
export const Narration = z.object({
  /** Id of the video. */
  id: NonEmptyText,
  /** BCP 47 tag of its language; `und` where it is not known. */
  lang: NonEmptyText,
  /** Seconds of the video, where they are known. */
  duration: z.optional(Second),
  /** By start, then by end. */
  sentences: z.array(NarratedSentence, "expected a list of sentences"),
});
export type Narration = z.infer<typeof Narration>;
