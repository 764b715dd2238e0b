import type { Path } from "./task.ts";

/** A loop needs this share of the paths that do all its steps, and two of them. */
const SHARE = 0.05;

/** Steps that are done again, from the first of a turn to its last, in the order most often seen; `support`: paths that go back. */
export function loops(paths: readonly Path[]): { steps: number[]; support: number }[] {
  const found = new Map<string, { turns: Map<string, { steps: number[]; count: number }>; support: number }>();
  for (const path of paths) {
    const own = new Set<string>();
    for (const steps of turns(path)) {
      const key = steps.toSorted((a, b) => a - b).join();
      const loop = found.get(key) ?? { turns: new Map(), support: 0 };
      found.set(key, loop);
      const turn = loop.turns.get(steps.join()) ?? { steps, count: 0 };
      loop.turns.set(steps.join(), { steps, count: turn.count + 1 });
      if (!own.has(key)) loop.support++;
      own.add(key);
    }
  }
  const isSeen = (steps: readonly number[], support: number): boolean =>
    support >= 2 && support >= SHARE * paths.filter((path) => steps.every((step) => path.includes(step))).length;
  return [...found]
    .map(([key, { turns: ways, support }]) => ({ key, steps: commonest([...ways.values()]), support }))
    .filter(({ steps, support }) => isSeen(steps, support))
    .sort((a, b) => b.support - a.support || (a.key < b.key ? -1 : 1))
    .map(({ steps, support }) => ({ steps, support }));
}

/** The stretches of a path that are gone through before it comes back to their first step. */
function* turns(path: Path): Generator<number[]> {
  const open: number[] = [];
  for (const step of path) {
    const from = open.indexOf(step);
    if (from >= 0) yield open.splice(from);
    open.push(step);
  }
}

function commonest(turns: readonly { readonly steps: number[]; readonly count: number }[]): number[] {
  return turns.reduce((best, one) => (one.count > best.count ? one : best)).steps;
}
