import { type AdditiveMetric, additive, meanOfAnswered, type SummedMetric } from "../contract.ts";

type Told = Pick<AdditiveMetric, "title" | "group" | "unit" | "better" | "binary" | "explains" | "source">;

const OURS = "Stepladder's own";
const KENDALL =
  "Kendall, The Treatment of Ties in Ranking Problems, Biometrika 33 (1945): tau-b, on pairs as Daniels (1944) has the general coefficient";

/** A metric of these families is the mean of one of their statistics, over the items that ask. */
function mean<Id extends string>(
  id: Id,
  family: "orders" | "section-orders" | "called-orders",
  of: "pairs" | "exact" | "tau" | "moves",
  told: Told,
): SummedMetric & { readonly id: Id } {
  return { ...additive({ ...told, id, family, ...meanOfAnswered(`${family}-${of}`, family, "step order") }), id };
}

const PAIRS = { title: "Pairs in order", unit: "fraction", better: "higher", binary: false, source: OURS } as const;
const EXACT = { title: "Right order", unit: "fraction", better: "higher", binary: true, source: OURS } as const;
const TAU = { title: "Kendall's tau-b", unit: "coefficient", better: "higher", binary: false, source: KENDALL } as const;
const MOVES = { title: "Steps to move", unit: "steps", better: "lower", binary: false, source: OURS } as const;

const GRAPH = "Order of a task, against its graph";

export const orderPairs = mean("order-pairs", "orders", "pairs", {
  ...PAIRS,
  group: GRAPH,
  explains: "Share of the pairs which the graph orders, directly or over other steps, that stand in that order, averaged over tasks.",
});

export const orderExact = mean("order-exact", "orders", "exact", {
  ...EXACT,
  group: GRAPH,
  explains: "Share of tasks whose order names every step once and contradicts the graph nowhere: it is one of its linear extensions.",
});

export const orderTau = mean("order-tau", "orders", "tau", {
  ...TAU,
  group: GRAPH,
  explains:
    "Kendall's tau-b of the order with the graph, averaged over tasks: pairs that the graph leaves open are ties of gold. An order has no ties, so a right one stays below 1 by the root of the share of pairs that are open.",
});

export const orderMoves = mean("order-moves", "orders", "moves", {
  ...MOVES,
  group: GRAPH,
  explains: "Fewest steps to take out and put in elsewhere until the order contradicts the graph nowhere, averaged over tasks.",
});

const SECTION = "Order of a section that is ordered by the label put back";

export const sectionOrderPairs = mean("section-order-pairs", "section-orders", "pairs", {
  ...PAIRS,
  title: "Section: pairs in order",
  group: SECTION,
  explains:
    "Share of all pairs of steps that stand as the section has them, averaged over the sections that are ordered by labels put back.",
});

export const sectionOrderExact = mean("section-order-exact", "section-orders", "exact", {
  ...EXACT,
  title: "Section: right order",
  group: SECTION,
  explains: "Of the sections that are ordered by labels put back, the share whose steps are put in just the order they are written in.",
});

export const sectionOrderTau = mean("section-order-tau", "section-orders", "tau", {
  ...TAU,
  title: "Section: Kendall's tau",
  group: SECTION,
  explains: "Kendall's tau of the order with the written one, averaged over the sections that are ordered by labels put back.",
});

export const sectionOrderMoves = mean("section-order-moves", "section-orders", "moves", {
  ...MOVES,
  title: "Section: steps to move",
  group: SECTION,
  explains:
    "Fewest steps to take out and put in elsewhere until the order is the written one, averaged over the sections that are ordered by labels put back.",
});

const CALLED = "Called ordered, and put in order, where the label put back is ordered";

export const calledOrderPairs = mean("called-order-pairs", "called-orders", "pairs", {
  ...PAIRS,
  title: "Called: pairs in order",
  group: CALLED,
  explains:
    "Pairs in order, averaged over the sections that are ordered by labels put back, where a section that is not called ordered has none.",
});

export const calledOrderExact = mean("called-order-exact", "called-orders", "exact", {
  ...EXACT,
  title: "Called: right order",
  group: CALLED,
  explains: "Of the sections that are ordered by labels put back, the share called ordered and put in just the order they are written in.",
});
