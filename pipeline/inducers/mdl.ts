import { type Arc, type Closure, closureOf, majorities, precedenceEdges } from "@stepladder/wasm/lib/precedence.ts";
import { type Inducer, noiseOf } from "./task.ts";
import { Costs, ToldPath } from "./told-path.ts";

/** Where the search begins. */
const FIRST_CUT = 0.9;

export const mdl: Inducer = {
  id: "mdl",
  title: "Minimum description length",
  about:
    "The graph that, with the paths told by it, takes the fewest bits: the arcs of its reduction among all pairs; and of each path every step, as one of those whose needs are done, or as a slip (`noise`). Found by local search from the frequency cut at 0.9: the arc that is best added or left out, until none is.",
  settings: { noise: noiseOf(0.01) },
  mostSteps: 100,
  induce({ steps, paths, pairs }, { noise = 0.01 }) {
    const candidates = majorities(pairs).map(({ before, after }): Arc => [before, after]);
    const costs = new Costs(steps, noise);
    const told = paths.map((path) => new ToldPath(path, steps, costs));
    let arcs: readonly Arc[] = precedenceEdges(steps, pairs, FIRST_CUT).map(({ before, after }): Arc => [before, after]);
    for (;;) {
      const graph = new Graph(steps, arcs);
      let least = costs.graph(arcs.length);
      for (const path of told) least += path.tell(graph.needs);
      let best: Change | undefined;
      for (const change of graph.changes(candidates)) {
        let bits = costs.graph(change.count);
        for (const path of told) bits += change.bits(path);
        if (bits < least) [least, best] = [bits, change];
      }
      if (best === undefined) return arcs;
      arcs = best.arcs();
    }
  },
};

/** A graph beside the one at hand. */
interface Change {
  /** How many arcs its reduction has, and which. */
  readonly count: number;
  arcs(): readonly Arc[];
  /** Bits of a path that is told by the graph at hand, if it were told by this one. */
  bits(path: ToldPath): number;
}

/** A reduced graph. */
class Graph {
  /** What each step needs, over one arc or more. */
  readonly needs: readonly (readonly number[])[];
  readonly #arcs: readonly Arc[];
  readonly #before: Closure;
  readonly #steps: readonly number[];

  constructor(steps: number, arcs: readonly Arc[]) {
    this.#arcs = arcs;
    this.#before = closureOf(steps, arcs);
    this.#steps = Array.from({ length: steps }, (_, step) => step);
    this.needs = this.#steps.map((step) => this.#steps.filter((other) => this.#before.has(other, step)));
  }

  /** Graphs with an arc less, then those with one of the candidates more. */
  *changes(candidates: readonly Arc[]): Generator<Change> {
    for (const arc of this.#arcs) yield this.#oneLess(arc);
    const upTo = (x: number, y: number): boolean => x === y || this.#before.has(x, y);
    const waiting = this.#steps.map((step) => [step, ...this.#steps.filter((other) => this.#before.has(step, other))]);
    for (const [a, b] of candidates) {
      // What follows, or closes a circle, is no change.
      if (upTo(a, b) || upTo(b, a)) continue;
      const follows = ([x, y]: Arc): boolean => upTo(x, a) && upTo(b, y);
      let count = this.#arcs.length + 1;
      for (const arc of this.#arcs) if (follows(arc)) count--;
      yield {
        count,
        arcs: () => [...this.#arcs.filter((arc) => !follows(arc)), [a, b]],
        bits: (path) => path.bitsIfMore(a, waiting[b] as number[]),
      };
    }
  }

  /** The graph without an arc, and with all else that followed: no step lies between its ends, so that nothing else falls. */
  #oneLess([a, b]: Arc): Change {
    const has = (x: number, y: number): boolean => this.#before.has(x, y) && !(x === a && y === b);
    const isCover = ([x, y]: Arc): boolean => !this.#steps.some((step) => has(x, step) && has(step, y));
    const bridged = this.#arcs.flatMap(([x, y]): Arc[] => (y === a ? [[x, b]] : x === b ? [[a, y]] : []));
    const arcs = [...this.#arcs.filter(([x, y]) => x !== a || y !== b), ...bridged.filter(isCover)];
    const needs = (this.needs[b] as number[]).filter((step) => step !== a);
    return { count: arcs.length, arcs: () => arcs, bits: (path) => path.bitsIfOnly(b, needs) };
  }
}
