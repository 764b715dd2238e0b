import * as z from "zod/mini";

// zod/mini says "Invalid input" where a schema brings no words of its own, and a person reads these.
const Text = z.string("expected text");
const NonEmptyText = Text.check(z.minLength(1, "expected text that is not empty"));

/** One task, and in which order its steps depend on each other. */
export const TaskGraphItem = z.object({
  id: NonEmptyText,
  /** Text of each step by its key; START and END are steps. */
  steps: z.record(z.string(), Text, "expected an object with the text of each step by its key"),
  /** Pairs of keys: a step, and one that needs it done. */
  edges: z.array(
    z.array(Text, "expected a pair of keys").check(z.length(2, "expected a pair of keys: before, after")),
    "expected a list of pairs [before, after]",
  ),
  /** Executions seen without error: keys in the order in which the steps were first done, without START and END. */
  executions: z.optional(z.array(z.array(Text, "expected a list of keys"), "expected a list of lists of keys")),
});
export type TaskGraphItem = z.infer<typeof TaskGraphItem>;

const Name = z.union([NonEmptyText, z.int()], "expected the key or the text of a step");

/** Edges of a predicted graph: pairs of a step and one that needs it done, each by its key or its text. */
export const TaskGraphPrediction = z.object(
  {
    edges: z.array(
      z.array(Name, "expected a pair of steps").check(z.length(2, "expected a pair of steps: before, after")),
      "expected a list of pairs [before, after]",
    ),
  },
  "expected an object with edges",
);
export type TaskGraphPrediction = z.infer<typeof TaskGraphPrediction>;
