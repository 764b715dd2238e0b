import type { Step, Tree } from "./contract.ts";

/** What kernels read of a step as a number; whether its action was carried out is 1 or 0. */
export type Read = Exclude<keyof Step, "parent" | "text">;

/** One number of each of the given steps; NaN where a step has none. */
export function column({ steps }: Tree, indexes: readonly number[], field: Read): Float64Array {
  return Float64Array.from(indexes, (step) => Number(steps[step]?.[field] ?? Number.NaN));
}

/** How right each trajectory is: the outcome of its last step. */
export function outcomes(tree: Tree, trajectories: readonly (readonly number[])[]): Float64Array {
  return column(
    tree,
    trajectories.map((steps) => steps.at(-1) as number),
    "outcome",
  );
}

/** All steps of a tree, by index. */
export function allSteps({ steps }: Tree): number[] {
  return steps.map((_, step) => step);
}

/** The step before each; -1 where a trajectory begins. */
export function parents({ steps }: Tree): number[] {
  return steps.map(({ parent }) => parent ?? -1);
}

/** Steps that follow the same one, in their order: forks, and lists of one step where there is no choice. */
export function siblings(tree: Tree): number[][] {
  const found = new Map<number | undefined, number[]>();
  for (const [step, { parent }] of tree.steps.entries()) found.set(parent, [...(found.get(parent) ?? []), step]);
  return [...found.values()];
}

/** How many steps come before each. */
export function depths({ steps }: Tree): number[] {
  const found: number[] = [];
  for (const { parent } of steps) found.push(parent === undefined ? 0 : (found[parent] as number) + 1);
  return found;
}

/** How often a search came through what is before each step: for a first step, through all first steps together. */
export function visitsBefore({ steps }: Tree): number[] {
  const first = steps.filter(({ parent }) => parent === undefined).reduce((sum, { visits }) => sum + visits, 0);
  return steps.map(({ parent }) => (parent === undefined ? first : (steps[parent] as Step).visits));
}

/** A value of each step of the tree, laid out by trajectory. */
export function byTrajectory(values: ArrayLike<number>, trajectories: readonly (readonly number[])[]): Float64Array[] {
  return trajectories.map((steps) => Float64Array.from(steps, (step) => values[step] as number));
}

/** Lists side by side as kernels read them: where each begins and the last one ends, and all values. */
export function joined(lists: readonly ArrayLike<number>[]): { starts: number[]; values: number[] } {
  const starts = [0];
  const values: number[] = [];
  for (const list of lists) {
    values.push(...Array.from(list));
    starts.push(values.length);
  }
  return { starts, values };
}

/** The lists again. */
export function split(values: Float64Array, starts: readonly number[]): Float64Array[] {
  return starts.slice(1).map((end, i) => values.slice(starts[i], end));
}
