import type { GroundedVideo } from "@stepladder/schema";
import { useMemo } from "react";
import { PanelPlace } from "./PanelPlace.tsx";
import { groundingSteps } from "./viewers/grounding/steps.ts";
import { GroundingView } from "./viewers/grounding/Viewer.tsx";

/** A grounded video on a page of its own. */
export function GroundingPage({ video }: { readonly video: GroundedVideo }) {
  const panel = useMemo(() => ({ kind: "grounding" as const, title: "Alignment", video }), [video]);
  return (
    <PanelPlace panel={panel} steps={groundingSteps}>
      {(props) => <GroundingView {...props} />}
    </PanelPlace>
  );
}
