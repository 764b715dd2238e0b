import type { Golden, GoldenCase } from "../golden.ts";
import { labels, preferred } from "./abi.ts";

interface Official {
  readonly step_labels: readonly {
    readonly name: string;
    readonly steps: readonly string[];
    readonly grading: readonly { readonly student_step: number; readonly label: string }[];
    readonly em: number;
    readonly options: {
      readonly missed_grading_as_outcome?: boolean;
      readonly step_targets?: { readonly INCORRECT: number; readonly CORRECT: number };
    };
    readonly scores: readonly number[];
  }[];
  readonly pareto: readonly {
    readonly x: readonly (number | null)[];
    readonly y: readonly (number | null)[];
    readonly strict: boolean;
    readonly x_preferred: boolean;
  }[];
}

const known = (aggregates: readonly (number | null)[]) => aggregates.map((value) => value ?? Number.NaN);

export const spare: Golden = {
  unit: "spare",
  file: "spare/golden/spare.json",
  tolerance: 0,
  cases(official, kernels) {
    const { step_labels, pareto } = official as Official;
    const labelled = step_labels.map(({ name, steps, grading, em, options, scores }): GoldenCase => {
      const grades = grading.map(({ student_step, label }) => ({ step: student_step, right: label === "CORRECT" }));
      const targets = { low: options.step_targets?.INCORRECT ?? 0, high: options.step_targets?.CORRECT ?? 1 };
      const missedAsOutcome = options.missed_grading_as_outcome ?? false;
      const actual = labels(kernels, { steps: steps.length, grades, outcome: em }, { ...targets, missedAsOutcome });
      return { name: `labels: ${name}`, expected: scores, actual };
    });
    const pairs = pareto.map(
      ({ x, y, strict, x_preferred }): GoldenCase => ({
        name: `pair: ${x} and ${y}${strict ? ", strict" : ""}`,
        expected: [Number(x_preferred)],
        actual: [Number(preferred(kernels, known(x), known(y), strict))],
      }),
    );
    return [...labelled, ...pairs];
  },
};
