import type { ConstraintKind } from "@stepladder/schema";
import { type AdditiveMetric, additive, meanOf, ratioOf, type SummedMetric } from "../contract.ts";

const OURS = "Stepladder's own";
const IFEVAL = "after IFEval (Zhou et al. 2023, arXiv 2311.07911); the checks are Stepladder's own";

type Told = Pick<AdditiveMetric, "title" | "group" | "statistics" | "finish" | "explains" | "source"> &
  Partial<Pick<AdditiveMetric, "binary">>;

function checksMetric<Id extends string>(id: Id, told: Told): SummedMetric & { readonly id: Id } {
  return { ...additive({ unit: "fraction", better: "higher", binary: false, ...told, id, family: "checks" }), id };
}

const RATES = "Pass rates";
const NO_CHECKS = "no item has a constraint";

/** IFEval's prompt-level strict accuracy. */
export const checksProcedureStrict = checksMetric("checks-procedure-strict", {
  title: "Procedures, strict",
  group: RATES,
  ...meanOf("all-checks-passed"),
  binary: true,
  explains: "Share of items whose procedure passes all of its constraints, as it was written.",
  source: `${IFEVAL}: its prompt-level strict accuracy`,
});

/** IFEval's prompt-level loose accuracy. */
export const checksProcedureLoose = checksMetric("checks-procedure-loose", {
  title: "Procedures, loose",
  group: RATES,
  ...meanOf("all-checks-passed-loose"),
  binary: true,
  explains: "The same, where a constraint is also passed by the text without its first line, its last line, both, or markdown.",
  source: `${IFEVAL}: its prompt-level loose accuracy, with more marks of markdown dropped than asterisks`,
});

/** IFEval's instruction-level strict accuracy. */
export const checksStrict = checksMetric("checks-strict", {
  title: "Checks, strict",
  group: RATES,
  ...ratioOf("checks-passed", "checks", NO_CHECKS),
  explains: "Share of all constraints that are passed, as the procedure was written.",
  source: `${IFEVAL}: its instruction-level strict accuracy`,
});

/** IFEval's instruction-level loose accuracy. */
export const checksLoose = checksMetric("checks-loose", {
  title: "Checks, loose",
  group: RATES,
  ...ratioOf("checks-passed-loose", "checks", NO_CHECKS),
  explains: "The same, where a constraint is also passed by the text without its first line, its last line, both, or markdown.",
  source: `${IFEVAL}: its instruction-level loose accuracy, with more marks of markdown dropped than asterisks`,
});

function kindMetric<Kind extends ConstraintKind>(kind: Kind, title: string, asks: string) {
  return checksMetric(`check-${kind}`, {
    title,
    group: "By kind of constraint, strict",
    ...ratioOf(`${kind}-passed`, `${kind}-asked`, "no item has such a constraint"),
    explains: `Of the constraints of this kind, the share that is passed: ${asks}.`,
    source: OURS,
  });
}

export const checkStepCount = kindMetric("step-count", "Step count", "so many steps, at least or at most so many");
export const checkRequired = kindMetric("required", "Required steps", "each of the named steps stands there");
export const checkForbidden = kindMetric("forbidden", "Forbidden steps", "none of the named steps stands there");
export const checkOrdered = kindMetric("ordered", "Order", "the named steps stand there in their order");
export const checkAdjacent = kindMetric("adjacent", "Adjacent steps", "the named steps follow each other directly");
export const checkPrecedence = kindMetric("precedence", "Step graph", "the order of the steps is one that the graph allows");
export const checkResourcesUsed = kindMetric("resources-used", "Resources used", "each resource is mentioned by a step");
export const checkResourcesIntroduced = kindMetric(
  "resources-introduced",
  "Resources introduced",
  "what a step uses is listed, or brought in by an earlier step",
);
export const checkNoDuplicates = kindMetric("no-duplicates", "No duplicates", "no step repeats another, or nearly");
export const checkOneAction = kindMetric("one-action", "One action a step", "no step tells to do two things");
export const checkQuantities = kindMetric("quantities", "Quantities", "quantities and units are those of the reference");
export const checkNumbering = kindMetric("numbering", "Numbering", "each step has the mark that is asked for");
export const checkLanguage = kindMetric("language", "Language", "steps are in the language that is asked for");
export const checkJson = kindMetric("json", "JSON", "the answer is one JSON object and nothing else");
