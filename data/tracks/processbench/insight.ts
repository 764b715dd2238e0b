import type { FirstErrorItem, FirstErrorPrediction } from "@stepladder/schema";
import type { FailureKind } from "@stepladder/wasm/host/insight.ts";
import type { LabelledStep } from "@stepladder/wasm/host/panels.ts";
import { defineInsight } from "../define.ts";

type Kind = FailureKind<FirstErrorItem, FirstErrorPrediction>;

/** A way of naming another first error than gold; mended, gold's is named. */
function kind({ id, title, explains }: Pick<Kind, "id" | "title" | "explains">, shows: (own: number, gold: number) => boolean): Kind {
  return {
    id,
    title,
    explains: `${explains}; mended, the answer is gold's.`,
    find({ label: own }, { label: gold, steps }) {
      if (own === null || own === gold || !shows(own, gold)) return undefined;
      const at = [gold, own].filter((step) => step >= 0 && step < steps).toSorted((a, b) => a - b)[0];
      return { mended: { label: gold }, count: 1, ...(at === undefined ? {} : { at }), ...offBy(own, gold) };
    },
  };
}

function offBy(own: number, gold: number): { details?: readonly string[] } {
  if (own < 0 || gold < 0) return {};
  const steps = Math.abs(own - gold);
  return { details: [`${steps === 1 ? "1 step" : `${steps} steps`} too ${own < gold ? "early" : "late"}`] };
}

const NO_ERROR = -1;

export default defineInsight<FirstErrorItem, FirstErrorPrediction>({
  view({ subset, generator, steps, label: gold, answer, id }, prediction) {
    const own = prediction?.label;
    const told = (first: number | null | undefined): string =>
      first === null || first === undefined
        ? "no answer"
        : first === NO_ERROR
          ? "no step is wrong"
          : `step ${first + 1} is the first wrong one`;
    return {
      title: `${subset}, ${id}`,
      facts: [
        { name: "Gold", value: told(gold) },
        ...(prediction === undefined ? [] : [{ name: "Predicted", value: told(own) }]),
        { name: "Model that solved it", value: generator },
        { name: "Final answer", value: answer ? "right" : "wrong" },
      ],
      panels: [
        {
          kind: "labels",
          title: "Steps of the solution",
          wrong: [WRONG],
          // Gold holds the number of steps and no solution: its text is of others.
          steps: Array.from({ length: steps }, (_, at) => ({
            text: `Step ${at + 1} of the solution`,
            ...labelled("gold", at, gold),
            ...(own === undefined || own === null ? {} : labelled("predicted", at, own)),
            ...(prediction === undefined ? {} : { same: isSame(at, own, gold) }),
          })),
        },
      ],
    };
  },
  failures: [
    kind(
      { id: "too-early", title: "The first error named too early", explains: "A step before the first wrong one is named" },
      (own, gold) => gold !== NO_ERROR && own !== NO_ERROR && own < gold,
    ),
    kind(
      { id: "too-late", title: "The first error named too late", explains: "A step after the first wrong one is named" },
      (own, gold) => gold !== NO_ERROR && own > gold,
    ),
    kind(
      { id: "missed", title: "The error missed", explains: "No step is said to be wrong, but one is" },
      (own, gold) => gold !== NO_ERROR && own === NO_ERROR,
    ),
    kind(
      { id: "none-there", title: "An error seen where there is none", explains: "A step is named, but none is wrong" },
      (_, gold) => gold === NO_ERROR,
    ),
  ],
});

const WRONG = "first error";

/** What an answer says of a step: that it is right, that it is the first wrong one, or nothing, for what comes after that. */
function labelled(whose: "gold" | "predicted", at: number, first: number): Pick<LabelledStep, "gold" | "predicted"> {
  if (first !== NO_ERROR && at > first) return {};
  return { [whose]: at === first ? WRONG : "right" };
}

/** Answers part at the first step that one of them calls wrong; where they are the same, nowhere. */
function isSame(at: number, own: number | null | undefined, gold: number): boolean {
  return own === gold || (at !== gold && at !== own);
}
