import { type AdditiveMetric, additive, meanOf, quotient, ratioOf, type SummedMetric } from "../contract.ts";
import { EDIT_BUDGET, EDIT_NODES } from "./abi.ts";

const OFFICIAL = "Differentiable Task Graph Learning, task-graph-learning/baselines/evaluation.py";
const OURS = "Stepladder's own";

type Told = Omit<AdditiveMetric, "id" | "family" | "better" | "binary" | "unit"> &
  Partial<Pick<AdditiveMetric, "better" | "binary" | "unit">>;

function graphMetric<Id extends string>(id: Id, told: Told): SummedMetric & { readonly id: Id } {
  return { ...additive({ unit: "fraction", better: "higher", binary: false, ...told, id, family: "graphs" }), id };
}

const official = { group: "Edges, graph by graph", source: OFFICIAL } as const;
const pooled = { group: "Edges, all graphs together", source: OURS } as const;
const order = { group: "Edges and order", source: OURS } as const;
const structure = { group: "Structure", source: OURS } as const;

/** Mean over graphs of edge F1. */
export const edgeF1 = graphMetric("edge-f1", {
  ...official,
  title: "Edge F1",
  explains: "F1 of the edges of each graph, those of START and END included, averaged over graphs.",
  ...meanOf("edge-f1"),
});

/** Mean over graphs of edge precision. */
export const edgePrecision = graphMetric("edge-precision", {
  ...official,
  title: "Edge precision",
  explains: "Share of the predicted edges that gold has, averaged over graphs; 0 where no edge is predicted.",
  ...meanOf("edge-precision"),
});

/** Mean over graphs of edge recall. */
export const edgeRecall = graphMetric("edge-recall", {
  ...official,
  title: "Edge recall",
  explains: "Share of gold's edges that are predicted, averaged over graphs.",
  ...meanOf("edge-recall"),
});

/** Edge F1 over all graphs taken together. */
export const pooledEdgeF1 = graphMetric("pooled-edge-f1", {
  ...pooled,
  title: "Pooled edge F1",
  explains: "F1 of the edges of all graphs taken together: a large graph weighs more than a small one.",
  statistics: ["edge-hits", "edges-predicted", "edges-gold"],
  finish: ([hits = 0, predicted = 0, gold = 0]) => quotient(2 * hits, predicted + gold, "no edges"),
});

/** Edge precision over all graphs taken together. */
export const pooledEdgePrecision = graphMetric("pooled-edge-precision", {
  ...pooled,
  title: "Pooled edge precision",
  explains: "Share of the predicted edges that gold has, all graphs together.",
  ...ratioOf("edge-hits", "edges-predicted", "no edge was predicted"),
});

/** Edge recall over all graphs taken together. */
export const pooledEdgeRecall = graphMetric("pooled-edge-recall", {
  ...pooled,
  title: "Pooled edge recall",
  explains: "Share of gold's edges that are predicted, all graphs together.",
  ...ratioOf("edge-hits", "edges-gold", "gold has no edges"),
});

/** Mean over graphs of F1 of the transitive closures. */
export const closureF1 = graphMetric("closure-f1", {
  ...order,
  title: "Closure F1",
  explains: "F1 of the pairs that the graphs order, directly or through other steps, averaged over graphs.",
  ...meanOf("closure-f1"),
});

/** Mean over graphs of F1 of the transitive reductions. */
export const reductionF1 = graphMetric("reduction-f1", {
  ...order,
  title: "Reduction F1",
  explains: "Edge F1 without the edges that follow from others, in both graphs, averaged over graphs.",
  ...meanOf("reduction-f1"),
});

/** Share of the predicted order that people kept. */
export const orderConsistency = graphMetric("order-consistency", {
  ...order,
  title: "Order consistency",
  explains: "How often observed executions did two steps in the order that the predicted graph demands, over all pairs that it orders.",
  ...ratioOf("order-kept", "order-pairs", "no predicted order between steps of an observed execution"),
});

/** Share of predictions that can be executed at all. */
export const acyclic = graphMetric("acyclic", {
  ...order,
  title: "Acyclic",
  explains: "Share of the predicted graphs that have no cycle, so that some order of the steps obeys them.",
  binary: true,
  ...meanOf("acyclic"),
});

/** Mean edit distance between the shapes of the graphs. */
export const graphEditDistance = graphMetric("graph-edit-distance", {
  ...structure,
  title: "Graph edit distance",
  explains: `Edges and nodes to add or remove until the predicted graph has gold's shape, whatever its steps are named, averaged over graphs; exact where the search ends within ${EDIT_BUDGET.toLocaleString("en")} tries on up to ${EDIT_NODES} nodes, else the best found, an upper bound.`,
  unit: "edits",
  better: "lower",
  ...meanOf("edit-distance"),
});

/** Mean lower bound of the same. */
export const graphEditLowerBound = graphMetric("graph-edit-lower-bound", {
  ...structure,
  title: "Graph edit distance at least",
  explains: "The exact distance where it is known, else a lower bound from the numbers of edges at each node, averaged over graphs.",
  unit: "edits",
  better: "lower",
  ...meanOf("edit-lower-bound"),
});

/** Share of graphs whose edit distance is exact. */
export const graphEditExact = graphMetric("graph-edit-exact", {
  ...structure,
  title: "Edit distance exact",
  explains: "Share of the graphs for which the edit distance is exact and no bound.",
  binary: true,
  ...meanOf("edit-exact"),
});
