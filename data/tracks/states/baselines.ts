import type { StatesItem, StatesPrediction } from "@stepladder/schema";
import type { Baseline } from "@stepladder/wasm/host/track.ts";

type StatesBaseline = Baseline<StatesItem, StatesPrediction>;

/** The prediction that stands for an unreadable answer, as the official extraction writes it. */
export const vacant: StatesPrediction = { intermediate: [], final: "" };

/** What scoring gives for nothing at all. */
export const empty: StatesBaseline = {
  id: "empty",
  title: "Empty answer",
  about: "Answers nothing: no intermediate state and an empty final state.",
  fit: () => () => vacant,
};

/** What scoring gives for doing nothing the right number of times. */
export const stayPut: StatesBaseline = {
  id: "stay-put",
  title: "Stay put",
  about: "Repeats the given state once for every step of gold: knows how long the procedure is and nothing else.",
  fit:
    () =>
    ({ init, intermediate }) => ({ intermediate: intermediate.map(() => init), final: init }),
};
