import * as z from "zod/mini";
import { NamedStep } from "./script.ts";

// zod/mini says "Invalid input" where a schema brings no words of its own, and a person reads these.
const NonEmptyText = z.string("expected text").check(z.minLength(1, "expected text that is not empty"));
const Step = z.int("expected the number of a step").check(z.minimum(0, "expected the number of a step"));
const Pair = z.array(Step, "expected a pair of steps").check(z.length(2, "expected a pair of steps: before, after"));
const Seconds = z.number("expected seconds");
const SPAN = "expected start and end in seconds, or null";
const Span = z.nullable(z.array(Seconds, SPAN).check(z.length(2, SPAN)));

/** Steps of one procedure, and what is asked of them: whether they have an order, which, when each was done, and what went wrong. */
export const OrderItem = z.object({
  id: NonEmptyText,
  subtask: z.enum(["section", "graph", "recognition", "mistakes"], "expected section, graph, recognition or mistakes"),
  /** What items that are no independent draws have in common: an article, a recipe. */
  task: NonEmptyText,
  /** The steps as a system sees them; all numbers of steps are places in this list. */
  steps: z.array(NonEmptyText, "expected a list of steps").check(z.minLength(1, "expected at least one step")),
  /** Of a section: the label that stands beside its text in the release. */
  released: z.optional(z.boolean("expected true or false")),
  /** Of a section: whether its steps have an order, by the label that belongs to its text; absent where that is lost. */
  ordered: z.optional(z.boolean("expected true or false")),
  /** Of a section: whether the label that belongs to its text stood beside it, was found elsewhere and put back, or is lost. */
  labelled: z.optional(z.enum(["in place", "put back", "lost"], "expected in place, put back or lost")),
  /** Which step has to come before which: of a graph, of an ordered section, and of the steps of an execution. */
  before: z.optional(z.array(Pair, "expected a list of pairs [before, after]")),
  /** Of a graph: executions seen without error, each step where it was first done. */
  executions: z.optional(z.array(z.array(Step, "expected a list of steps"), "expected a list of lists of steps")),
  /** Of a recording: which steps were done, and when they were, in order of time. */
  completions: z.optional(
    z.array(z.object({ step: Step, time: Seconds }, "expected an object with step and time"), "expected a list of completions"),
  ),
  /** Of an execution: start and end of each step, null where it was skipped. */
  spans: z.optional(z.array(Span, "expected a list of spans")),
  /** Of an execution: the steps that have a mistake, and of which kinds. */
  mistakes: z.optional(
    z.array(
      z.object({ step: Step, kinds: z.array(NonEmptyText, "expected a list of kinds") }, "expected an object with step and kinds"),
      "expected a list of mistakes",
    ),
  ),
});
export type OrderItem = z.infer<typeof OrderItem>;

const ANSWERS = ["ordered", "order", "completions", "mistakes"] as const;
const ANY = "expected an object with ordered, order, completions or mistakes";

/** A prediction has what its item asks for: of a section the call, the order or both, of anything else one field. */
export const OrderPrediction = z
  .object(
    {
      /** Whether the steps of a section have an order. */
      ordered: z.optional(z.boolean("expected true or false")),
      /** The steps in the order in which they are to be done. */
      order: z.optional(z.array(NamedStep, "expected a list of steps")),
      /** Which steps were done, and when, in seconds. */
      completions: z.optional(
        z.array(z.object({ step: NamedStep, time: Seconds }, "expected an object with step and time"), "expected a list of completions"),
      ),
      /** Steps of an execution that are wrong, by their place, and in what. */
      mistakes: z.optional(
        z.array(
          z.object(
            {
              step: z.int("expected the place of a step"),
              kinds: z.optional(z.array(z.string("expected a kind of mistake"), "expected a list of kinds")),
            },
            "expected an object with step and kinds",
          ),
          "expected a list of mistakes",
        ),
      ),
    },
    ANY,
  )
  .check(z.refine((prediction) => ANSWERS.some((name) => prediction[name] !== undefined), ANY));
OrderPrediction.register(z.globalRegistry, { anyOf: ANSWERS.map((name) => ({ required: [name] })) });
export type OrderPrediction = z.infer<typeof OrderPrediction>;
