import * as z from "zod/mini";

const NonEmptyText = z.string("expected text").check(z.minLength(1, "expected text that is not empty"));
const Index = z.int("expected the number of a step").check(z.gte(1, "expected the number of a step, from 1 on"));

/** One unit of gold of a track that asks which steps of a solution are valid. */
export const StepScoresItem = z.object({
  id: NonEmptyText,
  /** What kind of error was put in. */
  classification: NonEmptyText,
  /** What several solutions are variants of: they are no independent draws. */
  question: NonEmptyText,
  /** Number of steps. */
  steps: z.int("expected a number of steps").check(z.gte(1, "expected one step at least")),
  /** Numbers of the wrong steps, from 1 on, as published: some lie beyond the last step. */
  errors: z.array(Index, "expected a list of step numbers"),
});
export type StepScoresItem = z.infer<typeof StepScoresItem>;

/** Labels of a solution's steps in their order: 1 valid, 0 not. Another number is officially no 1, and so not valid. */
export const StepScoresPrediction = z.object(
  { labels: z.array(z.number("expected a number"), "expected a list of labels, one for each step") },
  "expected an object with labels",
);
export type StepScoresPrediction = z.infer<typeof StepScoresPrediction>;
