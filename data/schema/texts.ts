import * as z from "zod/mini";

// zod/mini says "Invalid input" where a schema brings no words of its own, and a person reads these.
const Text = z.string("expected text");
const NonEmptyText = Text.check(z.minLength(1, "expected text that is not empty"));

/** A prompt with exactly one right output. */
export const ExactItem = z.object({
  id: NonEmptyText,
  category: NonEmptyText,
  prompt: NonEmptyText,
  expected: NonEmptyText,
});
export type ExactItem = z.infer<typeof ExactItem>;

/** What a system answered, whole. */
export const ExactPrediction = z.object({ text: Text }, "expected an object with text");
export type ExactPrediction = z.infer<typeof ExactPrediction>;
