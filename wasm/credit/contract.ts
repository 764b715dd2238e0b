import type { CreditKernels } from "./kernels.ts";

/** One step of a tree of trajectories, and what was measured or judged of it. Every field can be edited in the credit lab. */
export interface Step {
  /** Index of the step before it, smaller than its own; absent where a trajectory begins. */
  readonly parent?: number;
  /** What the step says, one line. */
  readonly text: string;
  /** Tokens generated, 1 or more. */
  readonly tokens: number;
  /** What a judge or a process reward model gives it, 0 to 1. */
  readonly score: number;
  /** Share of the answers probed after it that are right, 0 to 1. */
  readonly accuracy: number;
  /** How sure the model is of the answer that it would give after it, 0 to 1. */
  readonly confidence: number;
  /** Whether the environment carried its action out. */
  readonly executed: boolean;
  /** Probability that the policy gives it among its siblings, 0 to 1. */
  readonly prior: number;
  /** How often a search came through it, 0 or more. */
  readonly visits: number;
  /** How right the trajectory is that ends here, 0 to 1; absent where steps follow, present where none does. */
  readonly outcome?: number;
}

/** Trajectories of one question that share their beginnings: every step without a follower ends one. */
export interface Tree {
  readonly question: string;
  readonly steps: readonly Step[];
}

/** A number that a method leaves open, with the value that its paper or code takes. */
export interface Setting {
  readonly id: string;
  /** The letter or word of the formula. */
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Between values that can be chosen. */
  readonly step: number;
}

/** What a method makes of a tree. */
export interface Credit {
  /**
   * `values[t][i]`: credit of step i of trajectory t, both in the order of `trajectoriesOf`; `NaN` where the method gives that step none.
   * A step that trajectories share may have another credit in each.
   */
  readonly values: readonly Float64Array[];
  /** What the method decides of a step beside a number, such as "kept in the beam": by the step's index. */
  readonly marks?: ReadonlyMap<number, string>;
  /** What it says of the tree as a whole: a label and a number. */
  readonly facts?: readonly { readonly name: string; readonly value: number }[];
}

/** A way of giving steps their share of the outcome. */
export interface Method {
  /** Lower-case, a part of an address: `ppr-renorm`. */
  readonly id: string;
  readonly name: string;
  /** Slug of its paper in `data/papers`. */
  readonly paper: string;
  /** Where its formula is from: only `code` and `paper` stand under the paper's name alone, the others are shown with it. */
  readonly source: "code" | "paper" | "secondary" | "our reading";
  /** Where exactly: a file of the released code, a section. */
  readonly from: string;
  /** One or two sentences: what it rewards, and what that does to a trajectory. */
  readonly about: string;
  /** The formula in plain characters, a line each. */
  readonly formula: readonly string[];
  /** What it reads of a step beside its place. */
  readonly reads: readonly Exclude<keyof Step, "parent" | "text">[];
  readonly settings: readonly Setting[];
  /** @param values of `settings`, by id */
  run(kernels: CreditKernels, tree: Tree, values: Readonly<Record<string, number>>): Credit;
}

/** The trajectories of a tree: for each step without a follower, in their order, the indexes of the steps that lead to it. */
export function trajectoriesOf({ steps }: Tree): number[][] {
  const followed = new Set(steps.map(({ parent }) => parent));
  const path = (step: number): number[] => {
    const { parent } = steps[step] as Step;
    return parent === undefined ? [step] : [...path(parent), step];
  };
  return steps.flatMap((_, step) => (followed.has(step) ? [] : [path(step)]));
}

/** The values of a method's settings as its paper or code takes them, by id. */
export function defaultsOf({ settings }: Method): Record<string, number> {
  return Object.fromEntries(settings.map(({ id, value }) => [id, value]));
}
