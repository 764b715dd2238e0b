import type { ScriptItem, ScriptPrediction } from "@stepladder/schema";
import { compare } from "./items.ts";

export type Path = readonly number[];

/** What was learnt from some videos of a procedure. */
export interface Learnt {
  /** How likely each step comes next; what is not named is not expected. */
  next(prefix: Path): ReadonlyMap<number, number>;
  completion(prefix: Path): Path;
  edges(): readonly (readonly [from: number, to: number])[];
}

export type Learn = (paths: readonly Path[], library: readonly string[]) => Learnt;

/** Video i of a procedure is in fold i mod 5. */
const FOLDS = 5;

/**
 * A baseline that learns from the videos it is not asked about. A prefix is asked for by every video that has it and goes on; each
 * of these is answered by what was learnt from the other four folds, and the answers are added up. A graph is asked for by all videos.
 */
export function outOfFold(learn: Learn): (items: readonly ScriptItem[]) => (item: ScriptItem) => ScriptPrediction {
  return (items) => {
    const procedures = new Map(
      items.flatMap((item) => (item.subtask === "graph-script" ? [[item.task, foldsOf(item, learn)] as const] : [])),
    );
    return (item) => answer(item, procedures.get(item.task) ?? []);
  };
}

interface Fold {
  /** Videos of this fold. */
  readonly paths: readonly Path[];
  /** From those of the others. */
  readonly learnt: Learnt;
}

function foldsOf({ observed, library }: ScriptItem, learn: Learn): Fold[] {
  return Array.from({ length: FOLDS }, (_, fold) => ({
    paths: observed.filter((_, video) => video % FOLDS === fold),
    learnt: learn(
      observed.filter((_, video) => video % FOLDS !== fold),
      library,
    ),
  }));
}

function answer({ subtask, prefix, library }: ScriptItem, folds: readonly Fold[]): ScriptPrediction {
  const asking = folds.map(({ paths, learnt }) => ({ learnt, videos: paths.filter((path) => goesOn(path, prefix)).length }));
  const votes = asking.filter(({ videos }) => videos > 0);
  if (subtask === "next-step") return { steps: ranked(prefix, library, votes) };
  if (subtask === "completion") return { steps: chosen(prefix, votes) };
  return { edges: shared(votes) };
}

interface Vote {
  readonly learnt: Learnt;
  /** How many videos ask it. */
  readonly videos: number;
}

function goesOn(path: Path, prefix: Path): boolean {
  return path.length > prefix.length && prefix.every((step, i) => step === path[i]);
}

/** Steps not done yet by the sum of their likelihoods; of equal ones the first in the library. */
function ranked(prefix: Path, library: readonly string[], votes: readonly Vote[]): number[] {
  const sums = library.map(() => 0);
  for (const { learnt, videos } of votes)
    for (const [step, share] of learnt.next(prefix)) sums[step] = (sums[step] as number) + videos * share;
  const left = [...sums.keys()].filter((step) => !prefix.includes(step));
  return left.sort((a, b) => (sums[b] as number) - (sums[a] as number) || a - b);
}

/** The completion that most videos are answered with. */
function chosen(prefix: Path, votes: readonly Vote[]): number[] {
  return [...most(votes.map(({ learnt, videos }) => ({ path: learnt.completion(prefix), count: videos })))];
}

/** The edges that more than half of all videos are answered with. */
function shared(votes: readonly Vote[]): number[][] {
  const all = votes.reduce((sum, { videos }) => sum + videos, 0);
  const counts = new Map<string, { edge: readonly [number, number]; count: number }>();
  for (const { learnt, videos } of votes) {
    for (const edge of learnt.edges()) {
      const held = counts.get(edge.join()) ?? { edge, count: 0 };
      counts.set(edge.join(), { edge, count: held.count + videos });
    }
  }
  const kept = [...counts.values()].filter(({ count }) => count > all / 2);
  return kept.map(({ edge, count }) => [...edge, count / all]).sort(compare);
}

/** The path with the largest count in all; of equal ones the first in order. Empty where there is none. */
export function most(counted: readonly { readonly path: Path; readonly count: number }[]): Path {
  const sums = new Map<string, { path: Path; count: number }>();
  for (const { path, count } of counted) {
    const held = sums.get(path.join()) ?? { path, count: 0 };
    sums.set(path.join(), { path, count: held.count + count });
  }
  return [...sums.values()].sort((a, b) => b.count - a.count || compare(a.path, b.path))[0]?.path ?? [];
}
