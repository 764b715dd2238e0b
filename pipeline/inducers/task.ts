import type { Arc, PairCount } from "@stepladder/wasm/lib/precedence.ts";

export type Path = readonly number[];

/** A task whose steps were seen done, by many people or in many videos. */
export interface Task {
  readonly id: string;
  readonly goal: string;
  readonly steps: readonly { readonly key: string; readonly text: string }[];
  /** What each did, as places in `steps`; a step may come again. */
  readonly paths: readonly Path[];
  /** Its number in graph-script's release, where it is from there. */
  readonly script?: number;
}

/** What an inducer sees of a task. */
export interface Evidence {
  /** Number of steps. */
  readonly steps: number;
  /** Texts of the steps, which no inducer but the released rule looks at. */
  readonly texts: readonly string[];
  /** Each path with each step where it was first done. */
  readonly paths: readonly Path[];
  readonly pairs: readonly PairCount[];
}

/** What may be set, each a number with its default. */
export type Settings = Readonly<Record<string, number>>;

/** A way to find from paths which steps need which others done. */
export interface Inducer {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Its settings, with their defaults. */
  readonly settings: Settings;
  /** Arcs without a circle; what follows from others may be among them. */
  induce(evidence: Evidence, settings: Settings): readonly Arc[];
}
