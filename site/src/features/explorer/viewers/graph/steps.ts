import { type EdgeVerdict, type JudgedEdge, judgedEdges } from "@stepladder/wasm/host/edges.ts";
import type { GraphPanel } from "@stepladder/wasm/host/panels.ts";
import type { Steps } from "../contract.ts";

/** An edge to draw: without a prediction it is gold's. */
export interface ShownEdge extends Omit<JudgedEdge, "verdict"> {
  readonly verdict: EdgeVerdict | "gold";
}

/** What one stop of a walk is: a node, and of an observed path which path and which place in it. */
export interface Stop {
  readonly node: string;
  readonly path?: number;
  readonly place: number;
}

/** What is worked out of a panel once. */
export interface GraphPlan {
  readonly edges: readonly ShownEdge[];
  /** Edges by their node: those that lead to it, and those that leave it. */
  readonly into: ReadonlyMap<string, readonly ShownEdge[]>;
  readonly outOf: ReadonlyMap<string, readonly ShownEdge[]>;
  /** All observed paths one after the other; without any, every node after those it needs; of an alignment, the first procedure. */
  readonly stops: readonly Stop[];
  readonly isAlignment: boolean;
}

const plans = new WeakMap<GraphPanel, GraphPlan>();

export function graphPlan(panel: GraphPanel): GraphPlan {
  const known = plans.get(panel);
  if (known !== undefined) return known;
  const { gold, predicted, nodes } = panel;
  const edges: readonly ShownEdge[] =
    predicted === undefined ? judgedEdges(gold, gold).map((edge) => ({ ...edge, verdict: "gold" })) : judgedEdges(gold, predicted);
  const into = new Map<string, ShownEdge[]>();
  const outOf = new Map<string, ShownEdge[]>();
  const put = (map: Map<string, ShownEdge[]>, node: string, edge: ShownEdge): void => {
    const own = map.get(node);
    if (own === undefined) map.set(node, [edge]);
    else own.push(edge);
  };
  for (const edge of edges) {
    put(into, edge.to, edge);
    put(outOf, edge.from, edge);
  }
  const isAlignment = nodes.some(({ side }) => side !== undefined);
  const plan = { edges, into, outOf, isAlignment, stops: stopsOf(panel, isAlignment) };
  plans.set(panel, plan);
  return plan;
}

function stopsOf({ nodes, gold, paths = [] }: GraphPanel, isAlignment: boolean): Stop[] {
  if (isAlignment) return nodes.filter(({ side }) => side === 0).map(({ id }, place) => ({ node: id, place }));
  if (paths.length > 0) return paths.flatMap(({ nodes: walked }, path) => walked.map((node, place) => ({ node, path, place })));
  const needs = new Map(nodes.map(({ id }) => [id, 0]));
  const then = new Map<string, string[]>();
  for (const [from, to] of gold) {
    needs.set(to, (needs.get(to) ?? 0) + 1);
    then.set(from, [...(then.get(from) ?? []), to]);
  }
  const order = nodes.map(({ id }) => id).filter((id) => needs.get(id) === 0);
  for (const id of order) {
    for (const next of then.get(id) ?? []) {
      const left = (needs.get(next) as number) - 1;
      needs.set(next, left);
      if (left === 0) order.push(next);
    }
  }
  // What stands on a cycle comes last.
  const placed = new Set(order);
  return [...order, ...nodes.map(({ id }) => id).filter((id) => !placed.has(id))].map((node, place) => ({ node, place }));
}

/** Whether a verdict is a mistake. */
export function isFault({ verdict }: Pick<ShownEdge, "verdict">): boolean {
  return verdict !== "gold" && verdict !== "right";
}

/** The edges that say what a stop is judged by: those to its node; of an alignment, those that leave it. */
export function edgesAt({ into, outOf, isAlignment }: GraphPlan, node: string): readonly ShownEdge[] {
  return (isAlignment ? outOf : into).get(node) ?? [];
}

/** One step for each stop; it is wrong where an edge that it is judged by is. */
export function graphSteps(panel: GraphPanel): Steps {
  const plan = graphPlan(panel);
  const faulty = new Set<string>();
  for (const edge of plan.edges) {
    if (!isFault(edge)) continue;
    faulty.add(plan.isAlignment ? edge.from : edge.to);
    // Turned around, it is missing at its other end.
    if (edge.verdict === "reversed") faulty.add(edge.from);
  }
  const texts = new Map(panel.nodes.map(({ id, text }) => [id, text]));
  return {
    count: plan.stops.length,
    errors: plan.stops.flatMap(({ node }, at) => (faulty.has(node) ? [at] : [])),
    text: (at) => texts.get(plan.stops[at]?.node ?? "") ?? "",
  };
}
