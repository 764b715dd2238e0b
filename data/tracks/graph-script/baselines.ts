import type { Baseline, ScriptItem, ScriptPrediction } from "@stepladder/schema";
import { heldOut, type Learnt, most, type Path } from "./held-out.ts";
import { decoded, placeOf, withoutStop } from "./steps.ts";

type ScriptBaseline = Baseline<ScriptItem, ScriptPrediction>;

const HELD_OUT =
  "A prefix is answered from the videos that do not begin with it. Its graph comes from five folds, but all videos together, and they are gold: read it as what it has seen.";

/** The order of the step library, in which the how-to article has the steps. */
const linear: ScriptBaseline = {
  id: "linear-order",
  title: "Library order",
  about:
    "Follows the order of the step library, an article's, and learns nothing from videos: the steps behind the last one done, in order.",
  fit: () => inOrder,
};

/** The steps of the library behind the last one done, in order; for a next step the others behind them. */
export function inOrder({ subtask, prefix, library }: Pick<ScriptItem, "subtask" | "prefix" | "library">): {
  steps?: number[];
  edges?: number[][];
} {
  const all = library.map((_, step) => step);
  if (subtask === "graph-script") return { edges: all.slice(1).map((to) => [to - 1, to]) };
  const last = prefix.at(-1) ?? -1;
  const left = all.filter((step) => !prefix.includes(step));
  const ahead = left.filter((step) => step > last);
  return { steps: subtask === "completion" ? ahead : [...ahead, ...left.filter((step) => step < last)] };
}

/** What follows a step, whatever came before it. */
const markov: ScriptBaseline = {
  id: "first-order-markov",
  title: "First-order Markov",
  about: `Counts which step follows which: ranks next steps by that, completes with the likeliest step until the end is likelier, and draws the pairs of more than 4 of 40 videos. ${HELD_OUT}`,
  fit: heldOut(learnMarkov),
};

/** How often each step followed the last one done. */
export function learnMarkov(paths: readonly Path[], library: readonly string[]): Learnt {
  const counts = library.map(() => library.map(() => 0));
  const ends = library.map(() => 0);
  for (const path of paths) {
    for (const [i, to] of path.slice(1).entries()) count(counts[path[i] as number] as number[], to);
    count(ends, path.at(-1) as number);
  }
  const next = (prefix: Path): Map<number, number> => {
    const followed = counts[prefix.at(-1) as number] as readonly number[];
    return new Map([...followed.entries()].filter(([to, count]) => count > 0 && !prefix.includes(to)));
  };
  const completion = (prefix: Path): Path => {
    const path = [...prefix];
    for (;;) {
      const [likeliest] = [...next(path)].sort(([a, p], [b, q]) => q - p || a - b);
      if (likeliest === undefined) return path.slice(prefix.length);
      const [step, count] = likeliest;
      // That one step comes is known: a completion is asked for.
      if (path.length > prefix.length && count < (ends[path.at(-1) as number] as number)) return path.slice(prefix.length);
      path.push(step);
    }
  };
  const edges = (): (readonly [number, number])[] => {
    const names = library.map(withoutStop);
    return decoded(paths, names).map(({ from, to }) => [placeOf(from, names), placeOf(to, names)]);
  };
  return { next, completion, edges };
}

function count(counts: number[], step: number): void {
  counts[step] = (counts[step] as number) + 1;
}

/** What followed where videos came nearest to the prefix. */
const nearest: ScriptBaseline = {
  id: "nearest-path",
  title: "Nearest path",
  about: `Finds the beginnings of other videos with the fewest edits to the prefix and goes on as most of them do; draws the one path with the fewest edits to all others. ${HELD_OUT}`,
  fit: heldOut(learnNearest),
};

/** What was left to do where other videos came nearest. */
export function learnNearest(paths: readonly Path[]): Learnt {
  const beginnings = new Map<string, { beginning: Path; rests: Path[] }>();
  for (const path of paths) {
    for (let done = 1; done < path.length; done++) {
      const beginning = path.slice(0, done);
      const held = beginnings.get(beginning.join()) ?? { beginning, rests: [] };
      held.rests.push(path.slice(done));
      beginnings.set(beginning.join(), held);
    }
  }
  /** What is left to do in the nearest videos; those with nothing left say nothing. */
  const rests = (prefix: Path): Path[] => {
    const measured = [...beginnings.values()].map((one) => ({ ...one, distance: edits(one.beginning, prefix) }));
    const least = Math.min(...measured.map(({ distance }) => distance));
    const found = measured.filter(({ distance }) => distance === least).flatMap((one) => one.rests);
    return found.map((rest) => rest.filter((step) => !prefix.includes(step))).filter(({ length }) => length > 0);
  };
  return {
    next: (prefix) => {
      const counts = new Map<number, number>();
      for (const [step = 0] of rests(prefix)) counts.set(step, (counts.get(step) ?? 0) + 1);
      return counts;
    },
    completion: (prefix) => most(rests(prefix)),
    edges: () => {
      const path = middle(paths);
      return path.slice(1).map((to, i) => [path[i] as number, to]);
    },
  };
}

/** The path with the fewest edits to all others together; of equal ones the first. */
function middle(paths: readonly Path[]): Path {
  const sums = paths.map((path) => paths.reduce((sum, other) => sum + edits(path, other), 0));
  return paths[sums.indexOf(Math.min(...sums))] ?? [];
}

/** Levenshtein distance. */
function edits(a: Path, b: Path): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, step] of a.entries()) {
    let left = i + 1;
    row = [
      left,
      ...b.map((other, j) => {
        left = Math.min(left + 1, (row[j + 1] as number) + 1, (row[j] as number) + Number(step !== other));
        return left;
      }),
    ];
  }
  return row.at(-1) as number;
}

export const baselines: readonly ScriptBaseline[] = [linear, markov, nearest];
