import { borrowing } from "../../host/borrowing.ts";
import type { CreditKernels } from "../kernels.ts";

/** Nodes of a search tree, parents before children: the node before each, -1 for the root's children. */
export interface Nodes {
  readonly parents: readonly number[];
  /** f64 each: how often a search came through it, and through what is before it. */
  readonly visits: ArrayLike<number>;
  readonly before: ArrayLike<number>;
  readonly priors: ArrayLike<number>;
}

/** Mean rewards of all ends below each node; `rewards` are NaN where a node has children. */
export function meanRewards(
  kernels: CreditKernels,
  { parents, visits }: Pick<Nodes, "parents" | "visits">,
  rewards: ArrayLike<number>,
): Float64Array {
  const count = parents.length;
  return borrowing(kernels, ({ doubles, words, room, read }) => {
    const means = room(count);
    kernels.exports.creditAlphamathMeans(count, words(parents), doubles(rewards), doubles(visits), room(count), means);
    return read(means, count);
  });
}

/** PUCT of all nodes. */
export function puct(kernels: CreditKernels, { priors, visits, before }: Nodes, worths: ArrayLike<number>, c: number): Float64Array {
  const count = worths.length;
  return borrowing(kernels, ({ doubles, room, read }) => {
    const keys = room(count);
    kernels.exports.creditAlphamathPuct(count, doubles(worths), doubles(priors), doubles(visits), doubles(before), c, keys);
    return read(keys, count);
  });
}

/** Nodes as a beam sees them; siblings stand in the order of their places. */
export interface Beamed {
  readonly parents: readonly number[];
  /** Place of each among the children of its parent, from 0. */
  readonly places: readonly number[];
  /** Whether it ends with a valid answer. */
  readonly answered: readonly boolean[];
  /** What nodes are ranked by. */
  readonly keys: ArrayLike<number>;
}

export interface Beam {
  readonly width: number;
  /** Children that were generated for each node of the beam. */
  readonly branching: number;
  /** Whether what leads to no answer is left out beforehand. */
  readonly prune: boolean;
}

/** The nodes that a beam keeps, and the one that it chooses for its answer. */
export function search(
  kernels: CreditKernels,
  { parents, places, answered, keys }: Beamed,
  { width, branching, prune }: Beam,
): { kept: boolean[]; chosen: number | undefined } {
  const count = parents.length;
  return borrowing(kernels, ({ doubles, words, room, readWords }) => {
    const kept = room(count);
    const columns = [words(parents), words(places), words(answered.map(Number)), doubles(keys)] as const;
    const chosen = kernels.exports.creditAlphamathBeam(count, ...columns, width, branching, Number(prune), room(2 * count), kept);
    return { kept: Array.from(readWords(kept, count), (word) => word === 1), chosen: chosen < 0 ? undefined : chosen };
  });
}
