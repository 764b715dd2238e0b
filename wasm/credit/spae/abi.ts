import { borrowing } from "../../host/borrowing.ts";
import { joined, split } from "../columns.ts";
import type { CreditKernels } from "../kernels.ts";

/** What probing after each step of one trajectory shows. */
export interface Probed {
  readonly accuracies: ArrayLike<number>;
  readonly confidences: ArrayLike<number>;
}

/** The potential after each step, and what the step added to it. */
export function potentialsOf(
  kernels: CreditKernels,
  { accuracies, confidences }: Probed,
): { potentials: Float64Array; gains: Float64Array } {
  const steps = accuracies.length;
  return borrowing(kernels, ({ doubles, room, read }) => {
    const [potentials, gains] = [room(steps), room(steps)];
    kernels.exports.creditSpaePotentials(steps, doubles(accuracies), doubles(confidences), potentials, gains);
    return { potentials: read(potentials, steps), gains: read(gains, steps) };
  });
}

/** The step after which the answer is known: the first whose potential is above the threshold. */
export function solvedAt(kernels: CreditKernels, potentials: ArrayLike<number>, threshold: number): number | undefined {
  const step = borrowing(kernels, ({ doubles }) => kernels.exports.creditSpaeSolved(potentials.length, doubles(potentials), threshold));
  return step < 0 ? undefined : step;
}

/** How many steps before each were above the threshold, and how much each step still counts for that. */
export function saturation(
  kernels: CreditKernels,
  potentials: ArrayLike<number>,
  { threshold, alpha }: { readonly threshold: number; readonly alpha: number },
): { counts: Float64Array; factors: Float64Array } {
  const steps = potentials.length;
  return borrowing(kernels, ({ doubles, room, read }) => {
    const [counts, factors] = [room(steps), room(steps)];
    kernels.exports.creditSpaeFactors(steps, doubles(potentials), threshold, alpha, counts, factors);
    return { counts: read(counts, steps), factors: read(factors, steps) };
  });
}

/** A trajectory of a group: its outcome, and of each step how much it still counts and what it gained. */
export interface Shaped {
  readonly outcome: number;
  readonly factors: ArrayLike<number>;
  readonly gains: ArrayLike<number>;
}

/** Advantages of all steps of trajectories of one question. */
export function potentialAdvantages(kernels: CreditKernels, group: readonly Shaped[], xi: number): Float64Array[] {
  const { starts, values: gains } = joined(group.map((one) => one.gains));
  const factors = joined(group.map((one) => one.factors)).values;
  const outcomes = group.flatMap(({ outcome, gains: { length } }) => Array.from({ length }, () => outcome));
  const middle = group.reduce((sum, { outcome }) => sum + outcome, 0) / group.length;
  const steps = gains.length;
  return borrowing(kernels, ({ doubles, room, read }) => {
    const credit = room(steps);
    const columns = [doubles(outcomes), middle, doubles(factors), doubles(gains)] as const;
    kernels.exports.creditSpaeAdvantages(steps, ...columns, xi, room(steps), credit);
    return split(read(credit, steps), starts);
  });
}
