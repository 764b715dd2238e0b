import * as z from "zod/mini";

// zod/mini says "Invalid input" where a schema brings no words of its own, and a person reads these.
const Text = z.string("expected text");
const NonEmptyText = Text.check(z.minLength(1, "expected text that is not empty"));
const Step = z.int("expected the number of a step").check(z.minimum(0, "expected the number of a step"));
const Steps = z.array(Step, "expected a list of steps");

/** What is asked of a procedure that videos were seen to follow: its next step, how it goes on, or the graph of all ways through it. */
export const ScriptItem = z.object({
  id: NonEmptyText,
  subtask: z.enum(["next-step", "completion", "graph-script"], "expected next-step, completion or graph-script"),
  /** Number of the procedure: `t00`, `t01` and so on. */
  task: NonEmptyText,
  /** Its steps; all numbers of steps are places in this list. */
  library: z.array(NonEmptyText, "expected a list of steps"),
  /** Steps done so far; none for a graph. */
  prefix: Steps,
  /** What was seen to follow the prefix: distinct next steps (lists of one), distinct completions, or every video's whole path. */
  observed: z.array(Steps, "expected a list of lists of steps"),
});
export type ScriptItem = z.infer<typeof ScriptItem>;

/** A step by its place in the library, or by its text. */
export const NamedStep = z.union([z.int(), z.string()], "expected a step, by its number or its text");
export type NamedStep = z.infer<typeof NamedStep>;

const NamedSteps = z.array(NamedStep, "expected a list of steps");

const ANSWERS = ["steps", "scores", "output", "paths", "edges"] as const;
const ANY = "expected an object with steps, scores, output, paths or edges";

/** A prediction has one of these fields; which ones it may have depends on what the item asks. */
export const ScriptPrediction = z
  .object(
    {
      /** Next steps, best first; or the steps that complete the procedure. */
      steps: z.optional(NamedSteps),
      /** A score for each step of the library: the higher, the likelier next. */
      scores: z.optional(z.array(z.number("expected a finite number"), "expected a list of scores")),
      /** The model's own text, prefix and all: `step. <-> step. <-> `. */
      output: z.optional(Text),
      /** Sampled ways through the procedure, as lists of steps or as such text. */
      paths: z.optional(z.array(z.union([Text, NamedSteps], "expected a list of steps, or text"), "expected a list of paths")),
      /** Edges of a graph: from, to and, where there is one, a weight. */
      edges: z.optional(
        z.array(
          z.array(z.union([z.number(), z.string()], "expected a step or a weight"), "expected an edge: from, to, weight"),
          "expected a list of edges",
        ),
      ),
    },
    ANY,
  )
  .check(z.refine((prediction) => ANSWERS.some((name) => prediction[name] !== undefined), ANY));
ScriptPrediction.register(z.globalRegistry, { anyOf: ANSWERS.map((name) => ({ required: [name] })) });
export type ScriptPrediction = z.infer<typeof ScriptPrediction>;
