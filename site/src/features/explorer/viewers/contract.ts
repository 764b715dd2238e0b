import type { Panel } from "@stepladder/wasm/host/panels.ts";
import type { ComponentType } from "react";

/** What a viewer is given: one panel of an item, and the step that is looked at. */
export interface ViewerProps<P extends Panel> {
  readonly panel: P;
  /** 0-based, below `Steps.count`; it stands in the address. */
  readonly at: number;
  /** Looks at another step. */
  go(at: number): void;
  /** How sure something must at least be to be drawn, 0 to 1; absent: as the viewer has it. It stands in the address too. */
  readonly least?: number | undefined;
  /** Asks for more or less that is sure. */
  ask(least: number | undefined): void;
}

/** What may be stepped through in a panel, told without drawing it: the bar of the explorer and its keys go by this. */
export interface Steps {
  readonly count: number;
  /** Steps that are wrong, ascending; empty without a prediction. */
  readonly errors: readonly number[];
  /** What stands at a step, gold's and the prediction's: where playing may stop at a word. */
  text?(at: number): string;
  /** Where a step is, in words, where its number alone says little. */
  place?(at: number): string;
  /** How long the state after a step is, where playing may stop at a change of it. */
  size?(at: number): number | undefined;
}

/** One kind of panel: `viewers/<kind>/steps.ts` tells its steps, `viewers/<kind>/Viewer.tsx` draws it and is a chunk of its own. */
export interface Viewer<P extends Panel> {
  steps(panel: P, least?: number): Steps;
  readonly load: () => Promise<{ readonly default: ComponentType<ViewerProps<P>> }>;
}
