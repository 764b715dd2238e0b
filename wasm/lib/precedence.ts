import type { InducedGraph } from "@stepladder/schema";
import { wilson } from "../stats/wilson.ts";

/** How often two steps of a task were both done, and how often the one came first. */
export type PairCount = InducedGraph["pairs"][number];
/** A step that needs another one done. */
export type PrecedenceEdge = InducedGraph["edges"][number];
/** A step before another one, by their places. */
export type Arc = readonly [before: number, after: number];

/** Each two steps that a path does both of, in order of places. A step that is done again counts where it was first done. */
export function countPairs(steps: number, paths: readonly (readonly number[])[]): PairCount[] {
  const both = new Uint32Array(steps * steps);
  const ordered = new Uint32Array(steps * steps);
  for (const path of paths) {
    const once = [...new Set(path)];
    for (const [place, first] of once.entries())
      for (const second of once.slice(place + 1)) {
        const [low, high] = first < second ? [first, second] : [second, first];
        (both[low * steps + high] as number)++;
        if (first < second) (ordered[low * steps + high] as number)++;
      }
  }
  return [...both.keys()].flatMap((cell) =>
    both[cell] === 0
      ? []
      : [{ before: Math.floor(cell / steps), after: cell % steps, both: both[cell] as number, ordered: ordered[cell] as number }],
  );
}

/** The order that most paths have of each pair; none where both orders are as frequent. Confidence: `confidenceOf`. */
export function majorities(pairs: readonly PairCount[]): (PrecedenceEdge & { readonly share: number })[] {
  return pairs.flatMap(({ before, after, both, ordered }) => {
    if (ordered * 2 === both) return [];
    const support = Math.max(ordered, both - ordered);
    const [first, second] = ordered === support ? [before, after] : [after, before];
    return [{ before: first, after: second, support, confidence: confidenceOf(support, both), share: support / both }];
  });
}

/** How surely an order holds: the least share of cases in which it does, by Wilson's 95 % interval; in ten thousandths. */
export function confidenceOf(support: number, both: number): number {
  return Math.round((wilson(support / both, both)?.low ?? 0) * 10_000) / 10_000;
}

/**
 * The graph of the orders that at least a share `cut` of the paths with both steps have, transitively reduced. The cut is from .5 to 1;
 * of two orders that are as frequent neither is taken. Orders that contradict each other in a circle are resolved as `acyclic` says.
 */
export function precedenceEdges(steps: number, pairs: readonly PairCount[], cut: number): PrecedenceEdge[] {
  const taken = acyclic(
    steps,
    majorities(pairs).filter(({ share }) => share >= cut),
  );
  const kept = new Set(reduced(steps, taken.map(arcOf)).map(String));
  return taken
    .filter((edge) => kept.has(String(arcOf(edge))))
    .map(({ before, after, support, confidence }) => ({ before, after, support, confidence }))
    .sort(byPlace);
}

const arcOf = ({ before, after }: PrecedenceEdge): Arc => [before, after];
const byPlace = (a: PrecedenceEdge, b: PrecedenceEdge): number => a.before - b.before || a.after - b.after;

/** Takes edges one by one, the most confident first, then the most supported; what would close a circle with those taken is left out. */
export function acyclic<Edge extends PrecedenceEdge>(steps: number, edges: readonly Edge[]): Edge[] {
  const before = new Closure(steps);
  return edges
    .toSorted((a, b) => b.confidence - a.confidence || b.support - a.support || byPlace(a, b))
    .filter((edge) => before.add(edge.before, edge.after));
}

/** Arcs without those that follow from others. There must be no circle among them. */
export function reduced(steps: number, arcs: readonly Arc[]): Arc[] {
  const closure = closureOf(steps, arcs);
  return arcs.filter(([a, b]) => !closure.between(a, b));
}

/** What comes before what, over one arc or more. Throws where arcs run in a circle. */
export function closureOf(steps: number, arcs: readonly Arc[]): Closure {
  const closure = new Closure(steps);
  for (const [before, after] of arcs)
    if (!closure.add(before, after)) throw new Error(`arcs run in a circle: ${before} to ${after} closes it`);
  return closure;
}

/** Which steps come before which, transitively; grows by one arc at a time. */
export class Closure {
  readonly #steps: number;
  readonly #before: Uint8Array;

  constructor(steps: number) {
    this.#steps = steps;
    this.#before = new Uint8Array(steps * steps);
  }

  has(before: number, after: number): boolean {
    return this.#before[before * this.#steps + after] === 1;
  }

  /** Whether a third step lies between two. */
  between(before: number, after: number): boolean {
    for (let step = 0; step < this.#steps; step++) if (this.has(before, step) && this.has(step, after)) return true;
    return false;
  }

  /** Adds an arc and all that follows from it; false, and nothing added, where it would close a circle. */
  add(before: number, after: number): boolean {
    if (before === after || this.has(after, before)) return false;
    if (this.has(before, after)) return true;
    for (let first = 0; first < this.#steps; first++) {
      // What is before `after` already is before all that follows it.
      if ((first !== before && !this.has(first, before)) || this.has(first, after)) continue;
      for (let last = 0; last < this.#steps; last++)
        if (last === after || this.has(after, last)) this.#before[first * this.#steps + last] = 1;
    }
    return true;
  }

  /** All that is before something, in order of places. */
  arcs(): Arc[] {
    return [...this.#before.keys()].flatMap((cell): Arc[] =>
      this.#before[cell] === 1 ? [[Math.floor(cell / this.#steps), cell % this.#steps]] : [],
    );
  }
}
