import type { Panel } from "@stepladder/wasm/host/panels.ts";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { Steps, Viewer, ViewerProps } from "./contract.ts";
import { graphSteps } from "./graph/steps.ts";
import { labelsSteps } from "./labels/steps.ts";
import { rankingSteps } from "./ranking/steps.ts";
import { statesSteps } from "./states/steps.ts";
import { textSteps } from "./text/steps.ts";
import { timelineSteps } from "./timeline/steps.ts";

export type Viewers = { readonly [K in Panel["kind"]]?: Viewer<Extract<Panel, { kind: K }>> };

/** One line per kind of panel that tracks have; a panel of any other kind is told as text. */
export const trackViewers: Viewers = {
  states: { steps: statesSteps, load: () => import("./states/Viewer.tsx") },
  labels: { steps: labelsSteps, load: () => import("./labels/Viewer.tsx") },
  graph: { steps: graphSteps, load: () => import("./graph/Viewer.tsx") },
  timeline: { steps: timelineSteps, load: () => import("./timeline/Viewer.tsx") },
  ranking: { steps: rankingSteps, load: () => import("./ranking/Viewer.tsx") },
  text: { steps: textSteps, load: () => import("./text/Viewer.tsx") },
};

const NO_STEPS: Steps = { count: 0, errors: [] };

/** What may be stepped through in a panel; nothing in one that has no viewer. */
export function stepsOf(viewers: Viewers, panel: Panel, least?: number): Steps {
  const viewer = viewers[panel.kind] as Viewer<Panel> | undefined;
  return viewer?.steps(panel, least) ?? NO_STEPS;
}

/** Draws panels of a kind; made once, for a component that is made anew forgets all it knew. */
const components = new Map<Panel["kind"], LazyExoticComponent<ComponentType<ViewerProps<Panel>>>>();

/** The component that draws a panel, fetched when first shown; `undefined` where its kind has none. */
export function viewerOf(viewers: Viewers, { kind }: Panel): LazyExoticComponent<ComponentType<ViewerProps<Panel>>> | undefined {
  const viewer = viewers[kind] as Viewer<Panel> | undefined;
  if (viewer === undefined) return undefined;
  const made = components.get(kind) ?? lazy(viewer.load);
  components.set(kind, made);
  return made;
}
