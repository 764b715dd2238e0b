import * as z from "zod/mini";

const NonEmptyText = z.string("expected text").check(z.minLength(1, "expected text that is not empty"));

/** One unit of gold of a track that asks for the first wrong step: a solution, judged by people. */
export const FirstErrorItem = z.object({
  id: NonEmptyText,
  /** What figures are averaged over. */
  subset: NonEmptyText,
  /** What several solutions answer: the id of the first of them. */
  problem: NonEmptyText,
  /** Model that wrote the solution. */
  generator: NonEmptyText,
  /** Number of its steps. */
  steps: z.int("expected a number of steps").check(z.gte(1, "expected one step at least")),
  /** Index of the first wrong step, from 0 on; -1 where none is wrong. */
  label: z.int("expected the index of a step, or -1").check(z.gte(-1, "expected the index of a step, or -1")),
  /** Whether its final answer is right; never scored. */
  answer: z.boolean("expected true or false"),
});
export type FirstErrorItem = z.infer<typeof FirstErrorItem>;

/** The index of the first wrong step, from 0 on; -1: none is wrong; null: no answer. */
export const FirstErrorPrediction = z.object(
  { label: z.nullable(z.int("expected a whole number, or null")) },
  "expected an object with a label",
);
export type FirstErrorPrediction = z.infer<typeof FirstErrorPrediction>;
