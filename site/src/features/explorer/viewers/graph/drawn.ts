import type { GraphPanel } from "@stepladder/wasm/host/panels.ts";
import type { LayoutJob } from "./layout.ts";
import type { GraphPlan, ShownEdge } from "./steps.ts";

/** More edges than these are not drawn: they would be a black square. */
const MOST_DRAWN = 3000;
/** With more than these the layers are made of gold's edges alone, and the others are straight. */
const MOST_ROUTED = 1500;

const isGolds = (verdict: ShownEdge["verdict"]): boolean => verdict === "gold" || verdict === "right" || verdict === "missing";

/** Those that are drawn: gold's edges first, for they are routed first and drawn whatever the prediction is; mistakes last so that they lie on top. */
export function drawnOf({ edges }: GraphPlan): ShownEdge[] {
  return [...edges.filter(({ verdict }) => isGolds(verdict)), ...edges.filter(({ verdict }) => !isGolds(verdict))].slice(0, MOST_DRAWN);
}

/** What is to be laid out of a panel whose edges are drawn in this order. */
export function jobOf({ nodes }: GraphPanel, edges: readonly ShownEdge[], width: number): LayoutJob {
  const routed = edges.length > MOST_ROUTED ? edges.filter(({ verdict }) => isGolds(verdict)).slice(0, MOST_ROUTED) : edges;
  return {
    nodes: nodes.map(({ id, text, group, side }) => ({ id, text, group, side })),
    edges: routed.map(({ from, to }) => [from, to]),
    width,
  };
}
