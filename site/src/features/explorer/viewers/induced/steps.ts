import type { InducedGraph } from "@stepladder/schema";
import type { InducedPanel } from "@stepladder/wasm/host/panels.ts";
import { Closure, type PrecedenceEdge, precedenceEdges } from "@stepladder/wasm/lib/precedence.ts";
import type { Steps } from "../contract.ts";

/** One step of a path that was seen. */
export interface Stop {
  readonly path: number;
  readonly place: number;
  /** Place of the step in the graph. */
  readonly step: number;
}

/** What is worked out of a graph for one cut. */
export interface InducedPlan {
  readonly edges: readonly PrecedenceEdge[];
  /** Against the graph as it was induced. */
  readonly gone: readonly PrecedenceEdge[];
  readonly come: readonly PrecedenceEdge[];
  /** What comes before what, over one edge or more. */
  readonly order: Closure;
  /** All paths that were seen, one after the other. */
  readonly stops: readonly Stop[];
}

const nameOf = ({ before, after }: PrecedenceEdge): string => `${before} ${after}`;

/** Without a cut the graph is as it was induced. */
export function inducedPlan(graph: InducedGraph, cut?: number): InducedPlan {
  const count = graph.steps.length;
  const edges = cut === undefined ? graph.edges : precedenceEdges(count, graph.pairs, cut);
  const [own, now] = [new Set(graph.edges.map(nameOf)), new Set(edges.map(nameOf))];
  const order = new Closure(count);
  for (const { before, after } of edges) order.add(before, after);
  return {
    edges,
    gone: graph.edges.filter((edge) => !now.has(nameOf(edge))),
    come: edges.filter((edge) => !own.has(nameOf(edge))),
    order,
    stops: graph.seen.flatMap(({ path: steps }, path) => steps.map((step, place) => ({ path, place, step }))),
  };
}

/** What has to come before a stop's step and comes later on its path; nothing where the step is done again. */
export function lateAt({ seen }: InducedGraph, { order }: InducedPlan, { path, place, step }: Stop): number[] {
  const steps = seen[path]?.path ?? [];
  const done = new Set(steps.slice(0, place));
  if (done.has(step)) return [];
  return [...new Set(steps.slice(place + 1))].filter((other) => !done.has(other) && order.has(other, step));
}

/** How many paths keep to the order of a graph. */
export function keeping(graph: InducedGraph, plan: InducedPlan): number {
  const broken = new Set(plan.stops.flatMap((stop) => (lateAt(graph, plan, stop).length > 0 ? [stop.path] : [])));
  return graph.seen.reduce((sum, { count }, path) => (broken.has(path) ? sum : sum + count), 0);
}

/** The steps of all paths that were seen; wrong is where one leaves the order of the graph. */
export function inducedSteps({ graph }: InducedPanel, least?: number): Steps {
  const plan = inducedPlan(graph, least);
  const { stops } = plan;
  return {
    count: stops.length,
    errors: stops.flatMap((stop, at) => (lateAt(graph, plan, stop).length > 0 ? [at] : [])),
    text: (at) => graph.steps[stops[at]?.step ?? -1]?.text ?? "",
    place: (at) => {
      const { path = 0, place = 0 } = stops[at] ?? {};
      return `Path ${path + 1} of ${graph.seen.length}, step ${place + 1} of ${graph.seen[path]?.path.length ?? 0}`;
    },
  };
}
