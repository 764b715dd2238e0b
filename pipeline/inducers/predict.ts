import type { InducedGraph } from "@stepladder/schema";
import type { Closure } from "@stepladder/wasm/lib/precedence.ts";
import { closureOfGraph } from "./graph.ts";
import type { Path } from "./task.ts";

/** Stands for the end of a path among next steps. */
export const END = -1;

/** Sightings that a coarser look at the paths weighs against a finer one. This and the next were chosen on every other procedure of graph-script. */
const BACK_OFF = 10;
/** What is left of the weight of a step that the graph does not allow yet. */
const NOT_YET = 0.3;
/** Ways that are followed at once in search of the likeliest. */
const BEAM = 8;

type Weights = ReadonlyMap<number, number>;

/** How often each step came next, by what was looked at. */
type Sightings = Map<string, Map<number, number>>;

/** Looks at what is done, the finest first: these steps with this one last, these steps in any order, the last step alone. */
const LOOKS: readonly ((done: Path) => string)[] = [
  (done) => `${setOf(done)} then ${done.at(-1)}`,
  setOf,
  (done) => `after ${done.at(-1)}`,
];

function setOf(done: Path): string {
  return [...new Set(done)].sort((a, b) => a - b).join();
}

/** Says from an induced graph and the paths that it was induced from how a path goes on. */
export class Predictor {
  readonly #graph: InducedGraph;
  readonly #before: Closure;
  readonly #again: ReadonlySet<number>;
  readonly #sightings: readonly Sightings[];

  constructor(graph: InducedGraph) {
    this.#graph = graph;
    this.#before = closureOfGraph(graph);
    this.#again = new Set(graph.loops.flatMap(({ steps }) => steps));
    this.#sightings = LOOKS.map((look) => sightingsOf(graph.seen, look));
  }

  /**
   * How likely each step comes next, and END; they sum to 1. Each look at the paths is weighed against the next coarser one by how often
   * it was seen; behind all stands what comes first of the steps that are left. Steps that are done come again only in loops.
   */
  next(prefix: Path): Weights {
    const done = new Set(prefix);
    let weights: Weights = shares(this.#firstOfTheRest(done));
    for (const [i, look] of LOOKS.toReversed().entries()) {
      const seen = this.#sightings.at(-1 - i)?.get(look(prefix));
      if (seen !== undefined) weights = mixed(seen, weights);
    }
    const allowed = [...weights].flatMap(([step, weight]): [number, number][] => {
      if (done.has(step) && !this.#again.has(step)) return [];
      return [[step, step === END || this.#isFeasible(step, done) ? weight : weight * NOT_YET]];
    });
    return shares(new Map(allowed));
  }

  /** The likeliest way to the end, of one step at least; empty where every step is done. */
  completion(prefix: Path): Path {
    let open: { path: Path; log: number }[] = [{ path: prefix, log: 0 }];
    let best: { path: Path; log: number } | undefined;
    // A loop that is gone through for ever would have no end.
    for (let length = 1; length <= 2 * this.#graph.steps.length && open.length > 0; length++) {
      const longer = open.flatMap(({ path, log }) =>
        [...this.next(path)]
          .filter(([step]) => step !== END || path.length > prefix.length)
          .map(([step, share]) => ({ path, step, log: log + Math.log(share) })),
      );
      for (const { path, step, log } of longer) if (step === END && (best === undefined || log > best.log)) best = { path, log };
      const least = best?.log ?? Number.NEGATIVE_INFINITY;
      open = longer
        .filter(({ step, log }) => step !== END && log > least)
        .sort((a, b) => b.log - a.log)
        .slice(0, BEAM)
        .map(({ path, step, log }) => ({ path: [...path, step], log }));
    }
    return (best ?? open[0])?.path.slice(prefix.length) ?? [];
  }

  /** Of each path without the steps that are done: what comes first. */
  #firstOfTheRest(done: ReadonlySet<number>): Map<number, number> {
    const counts = new Map<number, number>();
    for (const { path, count } of this.#graph.seen) add(counts, path.find((step) => !done.has(step)) ?? END, count);
    return counts;
  }

  #isFeasible(step: number, done: ReadonlySet<number>): boolean {
    return this.#graph.steps.every(({ optional }, other) => optional || done.has(other) || !this.#before.has(other, step));
  }
}

function sightingsOf(seen: InducedGraph["seen"], look: (done: Path) => string): Sightings {
  const sightings: Sightings = new Map();
  for (const { path, count } of seen)
    for (let done = 1; done <= path.length; done++) {
      const key = look(path.slice(0, done));
      const counts = sightings.get(key) ?? new Map<number, number>();
      sightings.set(key, counts);
      add(counts, path[done] ?? END, count);
    }
  return sightings;
}

function add(counts: Map<number, number>, step: number, count: number): void {
  counts.set(step, (counts.get(step) ?? 0) + count);
}

/** Sightings with a coarser look's shares as if it had been seen so many times more. */
function mixed(seen: Weights, coarser: Weights): Weights {
  const all = sum(seen) + BACK_OFF;
  return new Map(
    [...new Set([...seen.keys(), ...coarser.keys()])].map((step) => [
      step,
      ((seen.get(step) ?? 0) + BACK_OFF * (coarser.get(step) ?? 0)) / all,
    ]),
  );
}

function shares(weights: Weights): Weights {
  const all = sum(weights);
  return new Map([...weights].map(([step, weight]) => [step, weight / all]));
}

function sum(weights: Weights): number {
  return [...weights.values()].reduce((total, weight) => total + weight, 0);
}
