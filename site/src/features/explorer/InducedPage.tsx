import type { InducedGraph } from "@stepladder/schema";
import { useMemo } from "react";
import { PanelPlace } from "./PanelPlace.tsx";
import type { Layout } from "./viewers/graph/layout.ts";
import { inducedSteps } from "./viewers/induced/steps.ts";
import { InducedView } from "./viewers/induced/Viewer.tsx";

/** An induced graph on a page of its own, with the layout that the page was built with. */
export function InducedPage({ graph, layout }: { readonly graph: InducedGraph; readonly layout: Layout }) {
  const panel = useMemo(() => ({ kind: "induced" as const, title: "Step graph", graph }), [graph]);
  return (
    <PanelPlace panel={panel} steps={inducedSteps}>
      {(props) => <InducedView {...props} built={layout} />}
    </PanelPlace>
  );
}
