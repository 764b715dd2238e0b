import type { Baseline, StatesItem, StatesPrediction } from "@stepladder/schema";
import { vacant } from "./rules.ts";

type StatesBaseline = Baseline<StatesItem, StatesPrediction>;

/** What scoring gives for nothing at all. */
const empty: StatesBaseline = {
  id: "empty",
  title: "Empty answer",
  about: "Answers nothing: no intermediate state and an empty final state.",
  fit: () => () => vacant,
};

/** What scoring gives for doing nothing the right number of times. */
const stayPut: StatesBaseline = {
  id: "stay-put",
  title: "Stay put",
  about: "Repeats the given state once for every step of gold: knows how long the procedure is and nothing else.",
  fit:
    () =>
    ({ init, intermediate }) => ({ intermediate: intermediate.map(() => init), final: init }),
};

/** What scoring gives for nothing, and for doing nothing. */
export const baselines: readonly StatesBaseline[] = [empty, stayPut];
