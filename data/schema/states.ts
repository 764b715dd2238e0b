import * as z from "zod/mini";
import { isInteger, type SourceNumber } from "./source-number.ts";

/** One state of a procedure as gold may hold it: text, a whole number, or a list. */
export type State = string | number | SourceNumber | readonly unknown[];

/** Whether a parsed value may stand as a gold state. */
export function isState(value: unknown): value is State {
  return typeof value === "string" || isInteger(value) || Array.isArray(value);
}

export const State = z.custom<State>(isState, "expected a string, a whole number or a list");
State.register(z.globalRegistry, { anyOf: [{ type: "string" }, { type: "integer" }, { type: "array" }] });

// zod/mini says "Invalid input" where a schema brings no words of its own, and a person reads these.
const Text = z.string("expected text");
const NonEmptyText = Text.check(z.minLength(1, "expected text that is not empty"));
const Run = z.array(State, "expected a list of states");

/** The states of one procedure after its start: every step's result but the last, then the last. */
export const States = z.object({ intermediate: Run, final: State }, "expected an object with intermediate and final");
export type States = z.infer<typeof States>;

/** One unit of gold of a state-by-state track: what the system is asked, and every state it should pass through. */
export const StatesItem = z.object({
  id: NonEmptyText,
  /** Name of the task type, the reader's first slice. */
  task: Text,
  /** Difficulty or release split, where the track has one. */
  split: z.optional(Text),
  prompt: z.optional(Text),
  /** State before the first step; never scored. */
  init: z.unknown(),
  intermediate: Run,
  final: State,
});
export type StatesItem = z.infer<typeof StatesItem>;

/** A predicted run: any JSON value may stand as a state, the track's rules say what equals gold. */
export const StatesPrediction = z.object(
  { intermediate: z.array(z.unknown(), "expected a list of states"), final: z.unknown() },
  "expected an object with intermediate and final",
);
export type StatesPrediction = z.infer<typeof StatesPrediction>;
