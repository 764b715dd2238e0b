import type { StepScoresItem, StepScoresPrediction } from "@stepladder/schema";
import type { GoldStep, LabelsCodec } from "@stepladder/wasm/metrics/labels/measure.ts";

/** Kinds of errors, as the benchmark spells them, in the order of its tables; `correct` are the solutions without one. */
export const CLASSES = [
  "redundency",
  "circular",
  "counterfactual",
  "step_contradiction",
  "domain_inconsistency",
  "confidence",
  "missing_condition",
  "deception",
  "multi_solutions",
  "correct",
] as const;
export type ClassName = (typeof CLASSES)[number];

/** Groups of the paper's table. */
export const GROUPS: Readonly<Record<ClassName, string>> = {
  redundency: "simplicity",
  circular: "simplicity",
  counterfactual: "soundness",
  step_contradiction: "soundness",
  domain_inconsistency: "soundness",
  confidence: "soundness",
  missing_condition: "sensitivity",
  deception: "sensitivity",
  multi_solutions: "sensitivity",
  correct: "correct",
};

/** `redundency_prm_test_p2_87`: the class, then the name of the solution that variants are made of. */
export const ID = new RegExp(`^(${CLASSES.join("|")})_(prm_(?:test|train)_p\\d+_\\d+)$`);

export function classOf(id: string): ClassName | undefined {
  return ID.exec(id)?.[1] as ClassName | undefined;
}

/** Whether labels of redundancy stand in for those of validity: only in these classes. */
export function asksForRedundancy(id: string): boolean {
  const own = classOf(id);
  return own === "redundency" || own === "circular";
}

/** No label at all, which is also what a missing record is measured as. */
export const vacant: StepScoresPrediction = { labels: [] };

/** Steps that gold knows of: those listed, and wrong ones that its numbers put behind the last. */
function goldSteps({ steps, errors }: Pick<StepScoresItem, "steps" | "errors">): GoldStep[] {
  const wrong = new Set(errors.map((number) => number - 1));
  const behind = [...wrong].filter((index) => index >= steps).sort((a, b) => a - b);
  return [...Array.from({ length: steps }, (_, index) => index), ...behind].map((index) => ({ index, label: wrong.has(index) ? -1 : 1 }));
}

/** What the official comparison takes a label for: 1 is valid, 0 is not; another number is not valid either, but flags no first error. */
function read(label: number): number {
  return label === 1 ? 1 : label === 0 ? -1 : 2;
}

/** How records of this track become columns; steps are counted from 0 here. */
export const validityCodec: LabelsCodec<StepScoresItem, StepScoresPrediction> = {
  gold: goldSteps,
  prediction: ({ labels }) => labels.map((label, step) => ({ step, order: step, label: read(label) })),
  counted: ({ classification }) => classification !== "correct",
};
