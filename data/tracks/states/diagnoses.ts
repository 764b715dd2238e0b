import type { StatesItem, StatesPrediction } from "@stepladder/schema";
import type { Diagnose } from "@stepladder/wasm/host/track.ts";
import { stateKey, stateRule } from "./rules.ts";

/** All that scoring keeps of an item: its state before the first step, and the matcher of its final state. */
export interface StatesContext {
  readonly init: unknown;
  readonly rule: number;
}

/** What is kept of an item. */
export function statesContext({ init, final }: StatesItem): StatesContext {
  return { init, rule: stateRule(final) };
}

/** Samples vote with their final state: two agree where gold's matcher calls them equal. */
export function finalVote({ final }: StatesPrediction, { rule }: StatesContext): string {
  return stateKey(final, rule) ?? `unequal to all: ${JSON.stringify(final)}`;
}

/** Whether two states are equal by the matcher of the second one's type. */
function same(state: unknown, as: unknown): boolean {
  const rule = stateRule(as);
  const key = stateKey(as, rule);
  return key !== undefined && stateKey(state, rule) === key;
}

/**
 * The final state stands again at the end of the intermediate ones; the official evaluator has a function for it
 * (`reduce_last_intermediate`) that its evaluation does not call, so every such item loses.
 */
export const finalRepeated: Diagnose<StatesPrediction, Pick<StatesContext, "init">> = {
  id: "final-repeated",
  title: "The final state is repeated inside the intermediate states",
  explanation:
    "The last intermediate state equals the final one. The official rule counts it as one step too many, so a perfect run scores 0 on sequential match.",
  fix: "leave the final state out of `intermediate`",
  mend({ intermediate, final }) {
    return intermediate.length > 0 && same(intermediate.at(-1), final) ? { intermediate: intermediate.slice(0, -1), final } : undefined;
  },
};

/** The first intermediate state is the given one: every later state then stands one place too late. */
export const initIncluded: Diagnose<StatesPrediction, Pick<StatesContext, "init">> = {
  id: "init-included",
  title: "The given state is listed as the first intermediate state",
  explanation:
    "The run starts with the state that the task gives, which gold leaves out. Every state then stands one place too late and hardly any prefix matches.",
  fix: "start `intermediate` with the state after the first step",
  mend({ intermediate, final }, { init }) {
    return intermediate.length > 0 && same(intermediate[0], init) ? { intermediate: intermediate.slice(1), final } : undefined;
  },
};
