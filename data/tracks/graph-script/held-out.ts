import type { ScriptItem, ScriptPrediction } from "@stepladder/schema";
import { compare } from "./items.ts";

export type Path = readonly number[];

/** What was learnt from some videos of a procedure. */
export interface Learnt {
  /** How often each step came next; what is not named never did. */
  next(prefix: Path): ReadonlyMap<number, number>;
  completion(prefix: Path): Path;
  edges(): readonly (readonly [from: number, to: number])[];
}

export type Learn = (paths: readonly Path[], library: readonly string[]) => Learnt;

/**
 * A baseline that learns from the videos it is not asked about. What a prefix goes on with is learnt from the videos that do not begin
 * with it: all others are behind the item's gold. A graph is asked for by every video, so there it goes by folds.
 */
export function heldOut(learn: Learn): (items: readonly ScriptItem[]) => (item: ScriptItem) => ScriptPrediction {
  return (items) => {
    const graphs = items.filter(({ subtask }) => subtask === "graph-script");
    const videos = new Map(graphs.map(({ task, observed }): [string, readonly Path[]] => [task, observed]));
    return ({ subtask, task, prefix, library }) => {
      const paths = videos.get(task) ?? [];
      if (subtask === "graph-script") return { edges: sharedEdges(paths, library, learn) };
      const learnt = learn(
        paths.filter((path) => !beginsWith(path, prefix)),
        library,
      );
      return { steps: subtask === "completion" ? [...learnt.completion(prefix)] : ranked(prefix, library, learnt.next(prefix)) };
    };
  };
}

function beginsWith(path: Path, prefix: Path): boolean {
  return prefix.every((step, i) => step === path[i]);
}

/** Steps not done yet by how often they came next; of equal ones the first in the library. */
export function ranked(prefix: Path, library: readonly string[], counts: ReadonlyMap<number, number>): number[] {
  const left = [...library.keys()].filter((step) => !prefix.includes(step));
  return left.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a - b);
}

/** Video i of a procedure is in fold i mod 5. */
export const FOLDS = 5;

/** Each video is answered with the graph learnt from the other four folds; the edges of more than half of these answers. */
function sharedEdges(paths: readonly Path[], library: readonly string[], learn: Learn): number[][] {
  const counts = new Map<string, { edge: readonly number[]; count: number }>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = paths.filter((_, video) => video % FOLDS !== fold);
    for (const edge of learn(others, library).edges()) {
      const held = counts.get(edge.join()) ?? { edge, count: 0 };
      counts.set(edge.join(), { edge, count: held.count + paths.length - others.length });
    }
  }
  const kept = [...counts.values()].filter(({ count }) => count > paths.length / 2);
  return kept.map(({ edge }) => [...edge]).sort(compare);
}

/** The path that occurs most often; of equal ones the first in order. Empty where there is none. */
export function most(paths: readonly Path[]): Path {
  const counts = new Map<string, { path: Path; count: number }>();
  for (const path of paths) {
    const held = counts.get(path.join()) ?? { path, count: 0 };
    counts.set(path.join(), { path, count: held.count + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || compare(a.path, b.path))[0]?.path ?? [];
}
