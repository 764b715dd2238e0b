import { type AdditiveMetric, additive, meanOf, type SummedMetric } from "../contract.ts";

const SOURCE = "ProcBench, proc_bench/evaluator.py";

type Told = Pick<AdditiveMetric, "title" | "unit" | "binary" | "explains" | "source">;

/** A metric of this family is the plain mean over items of the statistic that bears its name. */
function mean<Id extends string>(id: Id, told: Told): SummedMetric & { readonly id: Id } {
  const metric = additive({
    ...told,
    id,
    better: "higher",
    family: "states",
    ...meanOf(id),
  });
  return { ...metric, id };
}

/** Mean number of leading states that match gold (PML). */
export const prefixMatchLength = mean("prefix-match-length", {
  title: "Prefix match length",
  unit: "steps",
  binary: false,
  explains: "How many states match gold from the start until the first that does not, averaged over items.",
  source: SOURCE,
});

/** PML over the number of states of the longer run, gold or predicted (PA): extra steps cost as much as missing ones. */
export const prefixAccuracy = mean("prefix-accuracy", {
  title: "Prefix accuracy",
  unit: "fraction",
  binary: false,
  explains: "The matching prefix as a share of the longer of both runs, averaged over items: extra steps cost as much as missing ones.",
  source: SOURCE,
});

/** Share of items whose whole run matches (SM). */
export const sequentialMatch = mean("sequential-match", {
  title: "Sequential match",
  unit: "fraction",
  binary: true,
  explains: "Share of items in which every state matches, none missing and none too many.",
  source: SOURCE,
});

/** Share of items whose final state matches, whatever came before (FM). */
export const finalMatch = mean("final-match", {
  title: "Final match",
  unit: "fraction",
  binary: true,
  explains: "Share of items whose final state matches, whatever came before it.",
  source: SOURCE,
});

/** Matching positions over the longer run; in the official code (`match_ratio`), not in its paper. */
export const positionwiseMatchRatio = mean("positionwise-match-ratio", {
  title: "Positionwise match ratio",
  unit: "fraction",
  binary: false,
  explains: "Share of positions that match, counted also after the first mismatch, over the longer of both runs.",
  source: `${SOURCE} (match_ratio: computed there, not reported by the paper)`,
});
