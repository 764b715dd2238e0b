import * as z from "zod/mini";

// zod/mini says "Invalid input" where a schema brings no words of its own, and a person reads these.
const NonEmptyText = z.string("expected text").check(z.minLength(1, "expected text that is not empty"));

const WHOLE = "expected a whole number from 0 to 2147483647";
const MOST = "expected at most 512 actions";
const Actions = z
  .array(z.int(WHOLE).check(z.minimum(0, WHOLE), z.maximum(2 ** 31 - 1, WHOLE)), "expected a list of actions")
  .check(z.maxLength(512, MOST));

/** What was done in a stretch of a video between a start and a goal. */
export const PlanItem = z.object({
  id: NonEmptyText,
  task: NonEmptyText,
  video: NonEmptyText,
  /** Actions by their number, in the order in which they were done. */
  actions: Actions.check(z.minLength(1, "expected at least one action")),
  /** How many of them, from the first on, only repeat the next one: the video has fewer actions than a case asks for. */
  padding: z.int(WHOLE).check(z.minimum(0, WHOLE)),
});
export type PlanItem = z.infer<typeof PlanItem>;

/** Actions that lead from the start to the goal. */
export const PlanPrediction = z.object({ actions: Actions }, "expected an object with actions");
export type PlanPrediction = z.infer<typeof PlanPrediction>;
