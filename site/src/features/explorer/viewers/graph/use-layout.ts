import type { GraphPanel } from "@stepladder/wasm/host/panels.ts";
import { useEffect, useMemo, useState } from "react";
import type { Layout, LayoutJob } from "./layout.ts";
import type { GraphPlan, ShownEdge } from "./steps.ts";

/** More edges than these are not drawn: they would be a black square. */
const MOST_DRAWN = 3000;
/** With more than these the layers are made of gold's edges alone, and the others are straight. */
const MOST_ROUTED = 1500;

export interface Drawn {
  readonly layout: Layout;
  /** Those that are drawn, mistakes last so that they lie on top; `bends` of the layout are in their order as far as there are any. */
  readonly edges: readonly ShownEdge[];
}

/** The layout of a panel, made by a worker; `undefined` until it is there, and an error where it cannot be made. */
export function useLayout(panel: GraphPanel, plan: GraphPlan, width: number): Drawn | Error | undefined {
  const edges = useMemo(() => drawnOf(plan), [plan]);
  const [drawn, setDrawn] = useState<{ readonly of: GraphPlan; readonly result: Drawn | Error }>();
  useEffect(() => {
    const worker = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<Layout>) => setDrawn({ of: plan, result: { layout: data, edges } }), {
      once: true,
    });
    worker.addEventListener(
      "error",
      ({ message }) => setDrawn({ of: plan, result: new Error(message || "the worker could not be loaded") }),
      {
        once: true,
      },
    );
    const routed = edges.length > MOST_ROUTED ? edges.filter(({ verdict }) => isGolds(verdict)).slice(0, MOST_ROUTED) : edges;
    const job: LayoutJob = {
      nodes: panel.nodes.map(({ id, text, group, side }) => ({ id, text, group, side })),
      edges: routed.map(({ from, to }) => [from, to]),
      width,
    };
    worker.postMessage(job);
    return () => worker.terminate();
  }, [panel, plan, edges, width]);
  return drawn?.of === plan ? drawn.result : undefined;
}

const isGolds = (verdict: ShownEdge["verdict"]): boolean => verdict === "gold" || verdict === "right" || verdict === "missing";

/** Gold's edges first, for they are routed first and drawn whatever the prediction is. */
function drawnOf({ edges }: GraphPlan): ShownEdge[] {
  return [...edges.filter(({ verdict }) => isGolds(verdict)), ...edges.filter(({ verdict }) => !isGolds(verdict))].slice(0, MOST_DRAWN);
}
