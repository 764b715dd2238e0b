import type { Arc, PairCount } from "@stepladder/wasm/lib/precedence.ts";

export type Path = readonly number[];

/** A task whose steps were seen done, by many people or in many videos. */
export interface Task {
  readonly id: string;
  readonly goal: string;
  readonly steps: readonly { readonly key: string; readonly text: string }[];
  /** What each did, as places in `steps`; a step may come again. */
  readonly paths: readonly Path[];
  /** Its number in graph-script's release, where it is from there; `byPlace` where that is its place in the input and nothing else. */
  readonly script?: { readonly number: number; readonly byPlace: boolean };
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

/** What is set, by name. */
export type Settings = Readonly<Record<string, number>>;

/** A number that may be set. */
export interface Setting {
  readonly default: number;
  /** What it may be, for a person: "a share from 0.5 to 1". */
  readonly expected: string;
  isAllowed(value: number): boolean;
}

/** A share of steps that are done by a slip. Below the least the logarithms of so rare a slip would say no more. */
export const noiseOf = (share: number): Setting => ({
  default: share,
  expected: "a share from 1e-9, below 1",
  isAllowed: (value) => value >= 1e-9 && value < 1,
});

/** A way to find from paths which steps need which others done. */
export interface Inducer {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly settings: Readonly<Record<string, Setting>>;
  /** Steps of a task that it ends with in minutes; absent where that is all that a task may have. */
  readonly mostSteps?: number;
  /** Arcs without a circle; what follows from others may be among them. */
  induce(evidence: Evidence, settings: Settings): readonly Arc[];
}

/** The settings of an inducer, with others in place of its defaults. */
export function settingsOf({ settings }: Inducer, given: Settings = {}): Settings {
  return { ...Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, setting.default])), ...given };
}
