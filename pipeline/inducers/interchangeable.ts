import { type Closure, confidenceOf, type PairCount } from "@stepladder/wasm/lib/precedence.ts";

/** Of the paths with both steps, each order must surely have more than this share. */
const EACH_WAY = 0.1;

/**
 * Sets of steps that may change places with each other: of each two neither needs the other, and both orders are seen so often that
 * neither is a slip (Wilson's 95 % bound of its share). A step is in one set at most; the pairs that are seen most are brought together first.
 */
export function interchangeable(pairs: readonly PairCount[], before: Closure): number[][] {
  const free = pairs.filter(
    ({ before: a, after: b, both, ordered }) =>
      !before.has(a, b) && !before.has(b, a) && confidenceOf(Math.min(ordered, both - ordered), both) > EACH_WAY,
  );
  const together = new Set(free.map(({ before: a, after: b }) => `${a},${b}`));
  const isFree = (a: number, b: number): boolean => together.has(`${Math.min(a, b)},${Math.max(a, b)}`);
  const sets: number[][] = [];
  const setOf = (step: number): number[] => sets.find((set) => set.includes(step)) ?? [step];
  for (const { before: a, after: b } of free.toSorted((one, other) => other.both - one.both)) {
    const [first, second] = [setOf(a), setOf(b)];
    if (first === second || !first.every((step) => second.every((other) => isFree(step, other)))) continue;
    for (const old of [first, second]) if (sets.includes(old)) sets.splice(sets.indexOf(old), 1);
    sets.push([...first, ...second]);
  }
  return sets.map((set) => set.sort((a, b) => a - b)).sort((a, b) => (a[0] as number) - (b[0] as number));
}
