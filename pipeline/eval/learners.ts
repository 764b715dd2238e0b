import type { ScriptItem } from "@stepladder/schema";
import { inOrder, learnMarkov, learnNearest } from "@stepladder/tracks/graph-script/baselines.ts";
import type { Learn, Learnt, Path } from "@stepladder/tracks/graph-script/held-out.ts";
import { inducers } from "../inducers/index.ts";
import { END } from "../inducers/predict.ts";
import { learnGraph } from "../inducers/script-predictions.ts";
import { settingsOf, type Task } from "../inducers/task.ts";

/** What is learnt of a task's ways. */
export interface Learner {
  readonly id: string;
  readonly of: (task: Task) => Learn;
}

/** What the track has for baselines and a Markov chain that looks back two steps; then a graph of each method. */
export const learners: readonly Learner[] = [
  { id: "library order", of: () => learnLinear },
  { id: "Markov-1", of: () => learnMarkov },
  { id: "Markov-2", of: () => learnMarkov2 },
  { id: "nearest path", of: () => learnNearest },
  ...inducers.map((inducer): Learner => ({ id: inducer.id, of: (task) => learnGraph(task, inducer, settingsOf(inducer)) })),
];

/** The order of the library. */
const learnLinear: Learn = (_, library) => {
  const steps = (subtask: ScriptItem["subtask"], prefix: Path): number[] =>
    inOrder({ subtask, prefix: [...prefix], library: [...library] }).steps ?? [];
  return {
    next: (prefix) => new Map(steps("next-step", prefix).map((step, place) => [step, -place])),
    completion: (prefix) => steps("completion", prefix),
    edges: () => [],
  };
};

/** What followed the last two steps; where that was never seen, what followed the last. */
const learnMarkov2: Learn = (paths, library): Learnt => {
  const first = learnMarkov(paths, library);
  const counts = new Map<string, Map<number, number>>();
  for (const path of paths)
    for (let i = 2; i <= path.length; i++) {
      const key = path.slice(i - 2, i).join();
      const own = counts.get(key) ?? new Map<number, number>();
      counts.set(key, own);
      const next = path[i] ?? END;
      own.set(next, (own.get(next) ?? 0) + 1);
    }
  const seen = (prefix: Path): [number, number][] =>
    [...(counts.get(prefix.slice(-2).join()) ?? [])].filter(([step]) => !prefix.includes(step));
  const next = (prefix: Path): ReadonlyMap<number, number> => {
    const own = new Map(seen(prefix).filter(([step]) => step !== END));
    // Of steps that never followed the two, those that followed the last come first.
    const coarser = [...first.next(prefix)].map(([step, count]): [number, number] => [
      step,
      (own.get(step) ?? 0) + count / (paths.length + 1),
    ]);
    return new Map([...own, ...coarser]);
  };
  const completion = (prefix: Path): Path => {
    const path = [...prefix];
    for (;;) {
      const known = seen(path);
      if (known.length === 0) return [...path, ...(path.length > prefix.length ? [] : first.completion(path))].slice(prefix.length);
      const [likeliest] = known.filter(([step]) => step !== END).sort(([a, p], [b, q]) => q - p || a - b);
      const ended = known.find(([step]) => step === END)?.[1] ?? 0;
      if (likeliest === undefined) return path.length > prefix.length ? path.slice(prefix.length) : first.completion(prefix);
      // That one step comes is known: a completion is asked for.
      if (path.length > prefix.length && likeliest[1] < ended) return path.slice(prefix.length);
      path.push(likeliest[0]);
    }
  };
  return { next, completion, edges: first.edges };
};
