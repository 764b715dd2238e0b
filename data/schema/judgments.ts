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
  { steps: z.optional(Texts), judgment: z.optional(Judgment) },
  "expected an object with steps, judgment or both",
);
export type ProcedurePrediction = z.infer<typeof ProcedurePrediction>;
