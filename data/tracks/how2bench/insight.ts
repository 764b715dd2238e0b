import type { ProcedureItem, ProcedurePrediction, ReasonedJudgment } from "@stepladder/schema";
import type { FailureKind } from "@stepladder/wasm/host/insight.ts";
import type { TextNote } from "@stepladder/wasm/host/panels.ts";
import { defineInsight } from "../define.ts";
import { failureAt } from "../failures.ts";

type Kind = FailureKind<ProcedureItem, ProcedurePrediction>;

/** A verdict that could be parsed, and what was found; `undefined` where there is none. */
function verdictOf(judgment: ReasonedJudgment | undefined): ReasonedJudgment | undefined {
  return judgment === undefined || judgment.parse_failed === true ? undefined : judgment;
}

const NO_FAILURE: ReasonedJudgment = { has_failure: false, n_failures: 0 };

const criticalFailure: Kind = {
  id: "critical-failure",
  title: "A critical failure",
  explains: "The judge names a critical failure of the procedure; mended, it names none.",
  find(prediction) {
    const judgment = verdictOf(prediction.judgment);
    if (judgment?.has_failure !== true) return undefined;
    const { n_failures = 1, critical_failures = [] } = judgment;
    const steps = critical_failures.flatMap(({ L2_steps = [] }) => L2_steps).filter((step) => step > 0);
    return {
      mended: { ...prediction, judgment: NO_FAILURE },
      count: Math.max(1, n_failures),
      ...(steps.length === 0 ? {} : { at: Math.min(...steps) - 1 }),
    };
  },
};

const notParsed: Kind = {
  id: "not-parsed",
  title: "A judgment that could not be parsed",
  explains: "Nothing could be made of the judge's answer; mended, it is gold's verdict where gold has one, else that there is no failure.",
  find(prediction, { judgment: gold }) {
    if (prediction.judgment?.parse_failed !== true) return undefined;
    return { mended: { ...prediction, judgment: verdictOf(gold) ?? NO_FAILURE }, count: 1 };
  },
};

/** A judge who disagrees with gold's verdict in one direction; mended, the verdict is gold's. */
function against(words: Pick<Kind, "id" | "title" | "explains">, goldFails: boolean): Kind {
  return {
    ...words,
    find(prediction, item) {
      const [gold, own] = [verdictOf(item.judgment), verdictOf(prediction.judgment)];
      if (gold?.has_failure !== goldFails || own === undefined || own.has_failure === goldFails) return undefined;
      return { mended: { ...prediction, judgment: gold }, count: 1 };
    },
  };
}

const missed = against(
  {
    id: "failure-missed",
    title: "A critical failure that the judge missed",
    explains: "Gold names a critical failure and the judge none; mended, the verdict is gold's.",
  },
  true,
);

const invented = against(
  {
    id: "failure-invented",
    title: "A critical failure where there is none",
    explains: "The judge names a critical failure and gold none; mended, the verdict is gold's.",
  },
  false,
);

const otherCount: Kind = {
  id: "other-step-count",
  title: "Another number of steps",
  explains: "There are more or fewer steps than are asked for; mended, those beyond are cut, or gold's last ones follow.",
  find(prediction, { steps: gold }) {
    const { steps } = prediction;
    if (steps === undefined || steps.length === gold.length) return undefined;
    return {
      mended: { ...prediction, steps: [...steps.slice(0, gold.length), ...gold.slice(steps.length)] },
      count: Math.abs(steps.length - gold.length),
      at: Math.min(steps.length, gold.length),
      details: [steps.length > gold.length ? "too many steps" : "too few steps"],
    };
  },
};

const repeated: Kind = {
  id: "repeated-step",
  title: "A step said again",
  explains: "A step stands there twice; mended, its later places have gold's steps, or none where gold is shorter.",
  find(prediction, { steps: gold }) {
    const { steps } = prediction;
    if (steps === undefined) return undefined;
    const again = [...steps.keys()].filter((place) => steps.indexOf(steps[place] as string) < place);
    const mended = () => {
      const said = new Set<string>();
      const left = steps.flatMap((step, place) => {
        const own = [step, gold[place], ...gold].find(
          (one) => one !== undefined && !said.has(one) && (one === step || !steps.includes(one)),
        );
        if (own !== undefined) said.add(own);
        return own === undefined ? [] : [own];
      });
      return { ...prediction, steps: left };
    };
    return failureAt(again, mended);
  },
};

/** Failures that the judge lists in words, on the steps of both procedures that they are about. */
function notesOf({ critical_failures = [] }: ReasonedJudgment, steps: Readonly<Record<TextNote["of"], number>>): TextNote[] {
  return critical_failures.flatMap(({ failure, L1_steps = [], L2_steps = [] }): TextNote[] => {
    if (failure === undefined) return [];
    const note = { verdict: "bad", text: `Critical failure: ${failure}` } as const;
    const on = (of: TextNote["of"], numbers: readonly number[]): TextNote[] =>
      [...new Set(numbers)].filter((step) => step > 0 && step <= steps[of]).map((step) => ({ ...note, of, step: step - 1 }));
    const placed = [...on("generated", L2_steps), ...on("reference", L1_steps)];
    return placed.length === 0 ? [{ ...note, of: "generated" }] : placed;
  });
}

function said(judgment: ReasonedJudgment): string {
  if (judgment.parse_failed === true) return "Could not be parsed";
  if (!judgment.has_failure) return "No critical failure";
  const { n_failures = 0 } = judgment;
  return n_failures === 1 ? "1 critical failure" : n_failures > 1 ? `${n_failures} critical failures` : "A critical failure";
}

export default defineInsight<ProcedureItem, ProcedurePrediction>({
  view({ id, topic, goal, resources, steps, judgment: gold }, predicted) {
    const generated = predicted?.steps;
    const judgment = predicted?.judgment;
    return {
      title: goal || id,
      facts: [
        ...(topic === "" ? [] : [{ name: "Topic", value: topic }]),
        ...(resources.length === 0 ? [] : [{ name: "Resources", value: resources.join(", ") }]),
        ...(gold === undefined ? [] : [{ name: "Verdict in gold", value: said(gold) }]),
        ...(judgment === undefined ? [] : [{ name: "Verdict of the judge", value: said(judgment) }]),
      ],
      panels: [
        {
          kind: "text",
          title: "Steps of the page and of the system",
          reference: steps,
          ...(generated === undefined ? {} : { generated }),
          ...(judgment === undefined ? {} : { notes: notesOf(judgment, { reference: steps.length, generated: generated?.length ?? 0 }) }),
        },
      ],
    };
  },
  failures: [criticalFailure, missed, invented, notParsed, otherCount, repeated],
});
