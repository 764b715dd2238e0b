import * as z from "zod/mini";

// zod/mini says "Invalid input" where a schema brings no words of its own, and a person reads these.
const Text = z.string("expected text");
const NonEmptyText = Text.check(z.minLength(1, "expected text that is not empty"));

/** A step's grade, from 0 on, 10 being the best that a grader should give; null where it got none. */
const StepGrade = z.nullable(z.int("expected a whole number").check(z.nonnegative("expected a grade from 0 on")));
const StepGrades = z.array(StepGrade, "expected a list of grades");

/** A trajectory of a web agent: a place for each step, with a reference grade where there is one; or a task alone, with no steps yet. */
export const TrajectoryItem = z.object({
  id: NonEmptyText,
  /** Web site that the task is on; empty where that is not told. */
  site: Text,
  /** Whether it reached its goal; absent where that is not told, which counts as yes. */
  success: z.optional(z.boolean("expected true or false")),
  grades: StepGrades,
});
export type TrajectoryItem = z.infer<typeof TrajectoryItem>;

/** Grades of a trajectory's steps, a verdict on the whole, or both. */
export const TrajectoryPrediction = z.object(
  { grades: z.optional(StepGrades), success: z.optional(z.boolean("expected true or false")) },
  "expected an object with grades, success or both",
);
export type TrajectoryPrediction = z.infer<typeof TrajectoryPrediction>;
