import type { InducedGraph } from "@stepladder/schema";
import type { GraphNode } from "@stepladder/wasm/host/panels.ts";
import { counted } from "@stepladder/wasm/lib/counted.ts";
import type { Line } from "../graph/Drawing.tsx";
import type { LayoutJob } from "../graph/layout.ts";
import { type InducedPlan, lateAt } from "./steps.ts";
import { edgeWords } from "./words.ts";

/** An edge is so wide, in pixels: without support, and with the most. */
const WIDTHS = { least: 1, most: 6 } as const;

/** More edges than these are not drawn: they would be a black square, and take long to lay out. */
const MOST_DRAWN = 1500;

/** The edges that are drawn: all, or those with the most support. */
export function drawnOf({ edges }: InducedPlan): InducedPlan["edges"] {
  return edges.length <= MOST_DRAWN ? edges : edges.toSorted((a, b) => b.support - a.support).slice(0, MOST_DRAWN);
}

/** What is to be laid out, with the plan that it is of. */
export interface InducedJob extends LayoutJob {
  readonly plan: InducedPlan;
}

/** Nodes by the places of their steps. */
export function nodesOf({ steps, interchangeable }: InducedGraph): GraphNode[] {
  return steps.map(({ text, optional }, step) => {
    const set = interchangeable.findIndex((own) => own.includes(step));
    const group = interchangeable.length === 1 ? "any order" : `any order, ${set + 1}`;
    return { id: String(step), text, ...(optional ? { optional } : {}), ...(set < 0 ? {} : { group }) };
  });
}

/** The edges, then the loops: a way back is laid out as well, but makes no layer. */
export function jobOf(graph: InducedGraph, plan: InducedPlan): InducedJob {
  const ways = [...drawnOf(plan).map(({ before, after }) => [before, after] as const), ...graph.loops.map(backOf)];
  const edges = ways.map(([from, to]) => [String(from), String(to)] as const);
  // Layers keep to no width.
  return { nodes: nodesOf(graph).map(({ id, text, group }) => ({ id, text, group })), edges, width: 0, plan };
}

function backOf({ steps }: InducedGraph["loops"][number]): readonly [from: number, to: number] {
  return [steps.at(-1) ?? 0, steps[0] ?? 0];
}

/** What is drawn between the nodes, in the order of the job, then the orders that the path breaks at a stop. */
export function linesOf(graph: InducedGraph, plan: InducedPlan, at: number): Line[] {
  const most = [...plan.edges, ...graph.loops].reduce((all, { support }) => Math.max(all, support), 1);
  const widthOf = (support: number): number => Math.round((WIDTHS.least + (WIDTHS.most - WIDTHS.least) * (support / most)) * 10) / 10;
  const stop = plan.stops[at];
  const late = new Set(stop === undefined ? [] : lateAt(graph, plan, stop));
  const come = new Set(plan.come);
  const edges = drawnOf(plan).map((edge): Line => {
    const isBroken = edge.after === stop?.step && late.has(edge.before);
    const look = isBroken ? BROKEN : come.has(edge) ? COME : KEPT;
    const ends = { from: String(edge.before), to: String(edge.after) };
    return { ...ends, ...look, words: edgeWords(graph, edge), isFault: false, width: widthOf(edge.support) };
  });
  const loops = graph.loops.map((loop): Line => {
    const [from, to] = backOf(loop).map(String) as [string, string];
    return { from, to, ...LOOP, words: `Back in ${counted(loop.support, "path")}`, isFault: false, width: widthOf(loop.support) };
  });
  const drawn = new Set(drawnOf(plan).map(({ before, after }) => `${before} ${after}`));
  const broken = [...late]
    .filter((before) => !drawn.has(`${before} ${stop?.step}`))
    .map(
      (before): Line => ({ from: String(before), to: String(stop?.step), ...BROKEN, words: "This order is broken here", isFault: false }),
    );
  return [...edges, ...loops, ...broken];
}

const KEPT = { kind: "kept", color: "ink", sign: "" } as const;
const COME = { kind: "come", color: "accent", sign: "+" } as const;
const BROKEN = { kind: "broken", color: "bad", sign: "✗" } as const;
const LOOP = { kind: "loop", color: "accent", sign: "↻" } as const;
