import type { Panel } from "@stepladder/wasm/host/panels.ts";
import type { ComponentType } from "react";

/** What a viewer is given: one panel of an item, and the step that is looked at. */
export interface ViewerProps<P extends Panel> {
  readonly panel: P;
  /** 0-based, below `Steps.count`; it stands in the address. */
  readonly at: number;
  /** Looks at another step. */
  go(at: number): void;
}

/** What may be stepped through in a panel, told without drawing it: the bar of the explorer and its keys go by this. */
export interface Steps {
  readonly count: number;
  /** Steps that are wrong, ascending; empty without a prediction. */
  readonly errors: readonly number[];
  /** What stands at a step, gold's and the prediction's: where playing may stop at a word. */
  text?(at: number): string;
  /** How long the state after a step is, where playing may stop at a change of it. */
  size?(at: number): number | undefined;
}

/** One kind of panel: `viewers/<kind>/steps.ts` tells its steps, `viewers/<kind>/Viewer.tsx` draws it and is a chunk of its own. */
export interface Viewer<P extends Panel> {
  steps(panel: P): Steps;
  readonly load: () => Promise<{ readonly default: ComponentType<ViewerProps<P>> }>;
}
