import { type AdditiveMetric, additive, answeredOr, meanOfAnswered, quotient, type SummedMetric } from "../contract.ts";

const SOURCE = "Ours: the paper has its graphs judged by people, no official metric of a graph exists";

type Told = Pick<AdditiveMetric, "title" | "explains">;
type Finished = Pick<AdditiveMetric, "statistics" | "finish"> & { readonly among: string };

function graphMetric<Id extends string>(id: Id, told: Told, finished: Finished): SummedMetric & { readonly id: Id } {
  const metric = additive({
    ...told,
    ...finished,
    id,
    group: "Graph script",
    unit: "fraction",
    better: "higher",
    binary: false,
    source: SOURCE,
    family: "scripts",
  });
  return { ...metric, id };
}

const mean = <Id extends string>(id: Id, told: Told) => graphMetric(id, told, meanOfAnswered(id, "scripts", "graph"));

/** F1 of what the graphs of all tasks hold together: a task with none on either side says nothing. */
function overlapF1<Part extends string>(id: Part, what: string, told: Told): SummedMetric & { readonly id: `script-${Part}-f1` } {
  return graphMetric(`script-${id}-f1`, told, {
    among: "scripts-asked",
    statistics: [`script-${id}-hits`, `script-${id}-predicted`, `script-${id}-observed`, "scripts-answered"],
    finish: ([hits = 0, predicted = 0, observed = 0, answered = 0], weight) =>
      answeredOr(quotient(2 * hits, predicted + observed, `no ${what} in any graph`), answered, weight, "graph"),
  });
}

const precision = (cut: number): Told => ({
  title: `Edge precision at ${(cut / 100).toFixed(2)}`,
  explains: `Share of the predicted edges that are transitions of more than ${cut} % of the observed paths, averaged over tasks.`,
});
const recall = (cut: number): Told => ({
  title: `Edge recall at ${(cut / 100).toFixed(2)}`,
  explains: `Share of the transitions of more than ${cut} % of the observed paths that are predicted edges, averaged over tasks.`,
});
const f1 = (cut: number): Told => ({
  title: `Edge F1 at ${(cut / 100).toFixed(2)}`,
  explains: `Harmonic mean of edge precision and recall against the transitions of more than ${cut} % of the observed paths, averaged over tasks.`,
});

export const scriptEdgePrecisionAt05 = mean("script-edge-precision-at-05", precision(5));
export const scriptEdgePrecisionAt10 = mean("script-edge-precision-at-10", precision(10));
export const scriptEdgePrecisionAt20 = mean("script-edge-precision-at-20", precision(20));
export const scriptEdgeRecallAt05 = mean("script-edge-recall-at-05", recall(5));
export const scriptEdgeRecallAt10 = mean("script-edge-recall-at-10", recall(10));
export const scriptEdgeRecallAt20 = mean("script-edge-recall-at-20", recall(20));
export const scriptEdgeF1At05 = mean("script-edge-f1-at-05", f1(5));
export const scriptEdgeF1At10 = mean("script-edge-f1-at-10", f1(10));
export const scriptEdgeF1At20 = mean("script-edge-f1-at-20", f1(20));

export const scriptTransitionCoverage = mean("script-transition-coverage", {
  title: "Transition coverage",
  explains: "Share of all observed transitions, each as often as it was observed, that are edges of the graph, averaged over tasks.",
});

export const scriptPathAcceptance = mean("script-path-acceptance", {
  title: "Path acceptance",
  explains: "Share of the observed paths that can be walked in the graph from their first step to their last, averaged over tasks.",
});

export const scriptOptionalF1 = overlapF1("optional", "optional step", {
  title: "Optional-step F1",
  explains:
    "F1 of the steps that the graph offers to leave out (it leads over the step and also past it at once) against those of the graph of transitions of more than 10 % of the paths, over all tasks together.",
});

export const scriptInterchangeableF1 = overlapF1("interchangeable", "interchangeable steps", {
  title: "Interchangeable-step F1",
  explains:
    "F1 of the pairs of steps that the graph has in both orders against those of the graph of transitions of more than 10 % of the paths, over all tasks together.",
});
