import { borrowing } from "../../host/borrowing.ts";
import type { CreditKernels } from "../kernels.ts";

/** Nodes of a search tree, parents before children. */
export interface Searched {
  /** The node before each; -1 for the root's children. */
  readonly parents: readonly number[];
  /** How many nodes stand before each. */
  readonly depths: readonly number[];
  /** How sure the model is of each, 0 to 1; of 0 its parent's value is taken. */
  readonly confidences: ArrayLike<number>;
  /** 0 to 1; NaN where a node has children. */
  readonly outcomes: ArrayLike<number>;
  readonly visits: ArrayLike<number>;
}

/** What a search knows of each node: its own value, what that adds to its parent's, the mean Q of its children, and Q. */
export interface Statistics {
  readonly values: Float64Array;
  readonly gains: Float64Array;
  readonly vs: Float64Array;
  readonly qs: Float64Array;
}

export function statistics(
  kernels: CreditKernels,
  { parents, depths, confidences, outcomes, visits }: Searched,
  { gamma, bonus }: { readonly gamma: number; readonly bonus: number },
): Statistics {
  const count = parents.length;
  return borrowing(kernels, ({ doubles, words, room, read }) => {
    const [values, gains, vs, qs] = [room(count), room(count), room(count), room(count)];
    const columns = [words(parents), words(depths), doubles(confidences), doubles(outcomes), doubles(visits)] as const;
    kernels.exports.creditMctsValues(count, ...columns, gamma, bonus, values, gains, vs, qs, room(count));
    return { values: read(values, count), gains: read(gains, count), vs: read(vs, count), qs: read(qs, count) };
  });
}

/** PUCT of all nodes; `before` is how often the search came through what is before each. */
export function puct(
  kernels: CreditKernels,
  { qs, priors, visits, before }: Readonly<Record<"qs" | "priors" | "visits" | "before", ArrayLike<number>>>,
  c: number,
): Float64Array {
  const count = qs.length;
  return borrowing(kernels, ({ doubles, room, read }) => {
    const keys = room(count);
    kernels.exports.creditMctsPuct(count, doubles(qs), doubles(priors), doubles(visits), doubles(before), c, keys);
    return read(keys, count);
  });
}

/** A choice on the path that the search takes: its best and its worst node, and the label smoothing of that preference. */
export interface Pair {
  readonly preferred: number;
  readonly rejected: number;
  readonly smoothing: number;
}

export function pairs(
  kernels: CreditKernels,
  { parents, visits }: Pick<Searched, "parents" | "visits">,
  { values, vs, qs }: Readonly<Record<"values" | "vs" | "qs", ArrayLike<number>>>,
): Pair[] {
  const { exports } = kernels;
  const count = parents.length;
  return borrowing(kernels, ({ doubles, words, room, readWords }) => {
    const pairs = room(count);
    const found = exports.creditMctsPairs(count, words(parents), doubles(visits), doubles(values), doubles(vs), doubles(qs), pairs);
    const nodes = readWords(pairs, 2 * found);
    return Array.from({ length: found }, (_, i) => {
      const [preferred, rejected] = [nodes[2 * i] as number, nodes[2 * i + 1] as number];
      const smoothing = exports.creditMctsSmoothing(visits[preferred] as number, visits[rejected] as number);
      return { preferred, rejected, smoothing };
    });
  });
}
