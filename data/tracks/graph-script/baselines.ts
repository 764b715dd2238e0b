import type { ScriptItem, ScriptPrediction } from "@stepladder/schema";
import type { Baseline } from "@stepladder/wasm/host/track.ts";
import { type Learnt, most, outOfFold, type Path } from "./folds.ts";
import { decoded, placeOf, withoutStop } from "./steps.ts";

type ScriptBaseline = Baseline<ScriptItem, ScriptPrediction>;

const FOLDED =
  "Learns from the videos of four folds what it is asked about in the fifth (a video's fold is its place in its procedure, mod 5), so no video answers for itself.";

/** The order of the step library, in which the how-to article has the steps. */
const linear: ScriptBaseline = {
  id: "linear-order",
  title: "Library order",
  about:
    "Follows the order of the step library, an article's, and learns nothing from videos: the steps behind the last one done, in order.",
  fit: () => inOrder,
};

function inOrder({ subtask, prefix, library }: ScriptItem): ScriptPrediction {
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
  about: `Counts which step follows which: ranks next steps by that, completes with the likeliest step until the end is likelier, and draws the pairs of more than 4 of 40 videos. ${FOLDED}`,
  fit: outOfFold(learnMarkov),
};

function learnMarkov(paths: readonly Path[], library: readonly string[]): Learnt {
  const counts = library.map(() => library.map(() => 0));
  const ends = library.map(() => 0);
  for (const path of paths) {
    for (const [i, to] of path.slice(1).entries()) (counts[path[i] as number] as number[])[to] = countOf(counts, path[i] as number, to) + 1;
    const last = path.at(-1) as number;
    ends[last] = (ends[last] as number) + 1;
  }
  const next = (prefix: Path): Map<number, number> => {
    const from = prefix.at(-1) as number;
    const open = library.flatMap((_, to) =>
      countOf(counts, from, to) > 0 && !prefix.includes(to) ? [[to, countOf(counts, from, to)] as const] : [],
    );
    const all = open.reduce((sum, [, count]) => sum + count, 0);
    return new Map(open.map(([to, count]) => [to, count / all]));
  };
  const completion = (prefix: Path): Path => {
    const path = [...prefix];
    for (;;) {
      const from = path.at(-1) as number;
      const [best] = [...next(path)].sort(([a, p], [b, q]) => q - p || a - b);
      // That something comes first is known: a completion is asked for.
      const isOver = path.length > prefix.length && best !== undefined && countOf(counts, from, best[0]) < (ends[from] as number);
      if (best === undefined || isOver) return path.slice(prefix.length);
      path.push(best[0]);
    }
  };
  const edges = (): (readonly [number, number])[] => {
    const names = library.map(withoutStop);
    return decoded(paths, names).map(({ from, to }) => [placeOf(from, names), placeOf(to, names)]);
  };
  return { next, completion, edges };
}

function countOf(counts: readonly (readonly number[])[], from: number, to: number): number {
  return counts[from]?.[to] ?? 0;
}

/** What followed where videos came nearest to the prefix. */
const nearest: ScriptBaseline = {
  id: "nearest-path",
  title: "Nearest path",
  about: `Finds the beginnings of other videos with the fewest edits to the prefix and goes on as most of them do; draws the one path with the fewest edits to all others. ${FOLDED}`,
  fit: outOfFold(learnNearest),
};

function learnNearest(paths: readonly Path[]): Learnt {
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
      const shares = new Map<number, number>();
      for (const [step = 0] of rests(prefix)) shares.set(step, (shares.get(step) ?? 0) + 1);
      const all = [...shares.values()].reduce((sum, count) => sum + count, 0);
      return new Map([...shares].map(([step, count]) => [step, count / all]));
    },
    completion: (prefix) => most(rests(prefix).map((path) => ({ path, count: 1 }))),
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

export const baselines = [linear, markov, nearest] as const;
