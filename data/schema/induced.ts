import * as z from "zod/mini";

// zod/mini says "Invalid input" where a schema brings no words of its own, and a person reads these.
const Text = z.string("expected text");
const NonEmptyText = Text.check(z.minLength(1, "expected text that is not empty"));
const Place = z.int("expected a place in a list, from 0").check(z.minimum(0, "expected a place in a list, from 0"));
const Count = z.int("expected a whole number from 0").check(z.minimum(0, "expected a whole number from 0"));
const SHARE = "expected a number from 0 to 1";
const Share = z.number(SHARE).check(z.minimum(0, SHARE), z.maximum(1, SHARE));
const Places = z.array(Place, "expected places in the list of steps");

/** A graph of a task's steps, induced from paths that were seen. Steps are told by their place in `steps`, from 0. */
export const InducedGraph = z.object({
  /** Id of the task, and what it is about. */
  id: NonEmptyText,
  goal: NonEmptyText,
  /** Id of the inducer, and what it was set to. */
  method: NonEmptyText,
  settings: z.record(z.string(), z.number()),
  /** How many paths were seen. */
  paths: Count,
  steps: z.array(
    z.object({
      /** Its key in the task; equal to `text` where it has none. */
      key: NonEmptyText,
      text: NonEmptyText,
      /** How many paths do it, and whether a path may leave it out. */
      support: Count,
      optional: z.boolean("expected true or false"),
    }),
    "expected a list of steps",
  ),
  /** For each two steps, in order of places, that a path does both of: how many do, and in how many of these the one first comes before the other. */
  pairs: z.array(z.object({ before: Place, after: Place, both: Count, ordered: Count }), "expected a list of pairs"),
  /** The graph, transitively reduced: `after` needs `before` done. Support: paths that do both in this order; confidence: how surely the order holds. */
  edges: z.array(z.object({ before: Place, after: Place, support: Count, confidence: Share }), "expected a list of edges"),
  /** Sets of steps that may change places with each other. */
  interchangeable: z.array(Places, "expected a list of sets of steps"),
  /** Ways of which a path takes one: each a list of steps. */
  branches: z.array(z.array(Places, "expected lists of steps"), "expected a list of branches"),
  /** Steps that are done again: a path goes from the last back to the first of them, in so many paths. */
  loops: z.array(z.object({ steps: Places, support: Count }), "expected a list of loops"),
  /** Paths that were seen, each once, with how often; the most frequent first. */
  seen: z.array(z.object({ path: Places, count: Count }), "expected a list of paths"),
});
export type InducedGraph = z.infer<typeof InducedGraph>;
