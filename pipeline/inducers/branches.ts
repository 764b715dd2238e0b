import type { Path } from "./task.ts";

/** Paths with two steps of different ways may be this share of the paths with the rarer one: slips. */
const SLIPS = 0.1;
/** How likely the paths would be if the two had nothing to do with each other. */
const CHANCE = 0.01;

/**
 * Ways of which a path takes one. Two steps exclude each other where almost no path does both, and chance would hardly bring that about
 * (Fisher's exact test). Steps that exclude each other, straight or over others, are one branch; those of them that do not exclude each
 * other, straight or over others, are one way, so that each step of a way excludes each of the other ways.
 */
export function branches(steps: number, paths: readonly Path[]): number[][][] {
  const all = Array.from({ length: steps }, (_, step) => step);
  const doing = all.map((step) => new Set(paths.flatMap((path, i) => (path.includes(step) ? [i] : []))));
  const excludes = (a: number, b: number): boolean =>
    a !== b && isExclusive(doing[a] as Set<number>, doing[b] as Set<number>, paths.length);
  return components(all, excludes)
    .filter(({ length }) => length > 1)
    .map((branch) => components(branch, (a, b) => a !== b && !excludes(a, b)))
    .filter((ways) => ways.length > 1);
}

function isExclusive(a: ReadonlySet<number>, b: ReadonlySet<number>, paths: number): boolean {
  const both = a.intersection(b).size;
  return both <= SLIPS * Math.min(a.size, b.size) && atMost(both, a.size, b.size, paths) < CHANCE;
}

/** How likely two sets of `a` and `b` among `all` share at most `both`, if drawn by chance: the lower tail of the hypergeometric. */
function atMost(both: number, a: number, b: number, all: number): number {
  let sum = 0;
  for (let shared = Math.max(0, a + b - all); shared <= both; shared++) {
    sum += Math.exp(choices(a, shared) + choices(all - a, b - shared) - choices(all, b));
  }
  return sum;
}

/** Logarithm of the number of ways to choose. */
function choices(from: number, count: number): number {
  let sum = 0;
  for (let i = 1; i <= count; i++) sum += Math.log((from - count + i) / i);
  return sum;
}

function components(steps: readonly number[], joined: (a: number, b: number) => boolean): number[][] {
  const left = new Set(steps);
  const found: number[][] = [];
  for (const first of steps) {
    if (!left.delete(first)) continue;
    const own = [first];
    for (const step of own)
      for (const other of [...left])
        if (joined(step, other)) {
          left.delete(other);
          own.push(other);
        }
    found.push(own.sort((a, b) => a - b));
  }
  return found;
}
