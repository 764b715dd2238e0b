import type { Path } from "./task.ts";

/** A step is optional where at least this share of the paths leaves it out: less may be a slip of who looked on. */
const LEFT_OUT = 0.1;

/** How many paths do each step, and whether a path may leave it out. */
export function supports(steps: number, paths: readonly Path[]): { support: number; optional: boolean }[] {
  return Array.from({ length: steps }, (_, step) => {
    const support = paths.filter((path) => path.includes(step)).length;
    return { support, optional: paths.length - support >= LEFT_OUT * paths.length };
  });
}
