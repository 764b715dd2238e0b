import * as z from "zod/mini";

// zod/mini says "Invalid input" where a schema brings no words of its own, and a person reads these.
const Text = z.string("expected text");
const NonEmptyText = Text.check(z.minLength(1, "expected text that is not empty"));
const Texts = z.array(Text, "expected a list of texts");

/** What a judge found in a procedure. Fields are named as in the files of How2Everything. */
export const Judgment = z.object(
  {
    /** Whether there is a critical failure: the verdict, whatever is counted beside it. */
    has_failure: z.boolean("expected true or false"),
    /** Critical failures named; absent counts as 0. */
    n_failures: z.optional(z.int("expected a whole number")),
    /** Whether nothing could be made of the judge's answer: then there is no verdict. */
    parse_failed: z.optional(z.boolean("expected true or false")),
  },
  "expected an object with has_failure",
);
export type Judgment = z.infer<typeof Judgment>;

const StepNumbers = z.optional(z.array(z.int("expected the number of a step"), "expected a list of numbers of steps"));

/**
 * A critical failure in words, and the steps that it is about, numbered from 1: of the reference (L1) and of the judged procedure (L2).
 * Officially any object counts as one, whatever it holds.
 */
export const CriticalFailure = z.object(
  { failure: z.optional(Text), L1_steps: StepNumbers, L2_steps: StepNumbers },
  "expected a critical failure: an object with failure, L1_steps and L2_steps",
);
export type CriticalFailure = z.infer<typeof CriticalFailure>;

/** A judgment with what it found. Only the verdict and the count are scored. */
export const ReasonedJudgment = z.extend(Judgment, {
  critical_failures: z.optional(z.array(CriticalFailure, "expected a list of critical failures")),
});
export type ReasonedJudgment = z.infer<typeof ReasonedJudgment>;

/** A goal with a procedure that reaches it; a system is asked for its own, in as many steps. */
export const ProcedureItem = z.object({
  id: NonEmptyText,
  topic: Text,
  goal: Text,
  resources: Texts,
  steps: Texts.check(z.minLength(1, "expected at least one step")),
  /** What a human or another judge says of the procedure that is judged, where gold is to be agreed with. */
  judgment: z.optional(Judgment),
});
export type ProcedureItem = z.infer<typeof ProcedureItem>;

/** A generated procedure, a judgment of it, or both. */
export const ProcedurePrediction = z.object(
  { steps: z.optional(Texts), judgment: z.optional(ReasonedJudgment) },
  "expected an object with steps, judgment or both",
);
export type ProcedurePrediction = z.infer<typeof ProcedurePrediction>;
