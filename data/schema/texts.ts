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

/** What can be asked of a run of a program, in the order in which the questions of a run stand. */
export const TRACE_KINDS = ["covered", "value", "next", "output", "steps"] as const;

/** A question about a run of a program, with its one right answer. */
export const TraceItem = z.object({
  id: NonEmptyText,
  /** The run that it is about; all questions of a run have the same one. */
  run: NonEmptyText,
  split: z.enum(["easy", "medium", "hard"], "expected easy, medium or hard"),
  kind: z.enum(TRACE_KINDS, `expected one of ${TRACE_KINDS.join(", ")}`),
  /** The program, one line each, numbered. */
  program: NonEmptyText,
  question: NonEmptyText,
  /** Lines that the run executes. */
  length: z.int("expected a whole number").check(z.minimum(1, "expected 1 or more")),
  /** `yes` or `no`, a whole number, or `end`. */
  expected: NonEmptyText,
});
export type TraceItem = z.infer<typeof TraceItem>;
