import { type Arc, Closure, majorities, precedenceEdges } from "@stepladder/wasm/lib/precedence.ts";
import { placesOf, readyAt } from "./ready.ts";
import type { Evidence, Inducer } from "./task.ts";

/** Where the search begins. */
const FIRST_CUT = 0.9;

export const mdl: Inducer = {
  id: "mdl",
  title: "Minimum description length",
  about:
    "The graph that, with the paths told by it, takes the fewest bits: the arcs of its reduction among all pairs; and of each path every step, as one of those whose needs are done, or as a slip (`noise`). Found by local search from the frequency cut at 0.9: the arc that is best added or left out, until none is; meant for tasks of up to some forty steps.",
  settings: { noise: 0.01 },
  induce(evidence, { noise = 0.01 }) {
    const candidates = majorities(evidence.pairs).map(({ before, after }): Arc => [before, after]);
    const first = precedenceEdges(evidence.steps, evidence.pairs, FIRST_CUT);
    let arcs: readonly Arc[] = first.map(({ before, after }): Arc => [before, after]);
    for (;;) {
      const graph = new Told(evidence, arcs, noise);
      let best = { bits: graph.bits(arcs.length), arcs };
      for (const change of [...graph.lessOne(), ...graph.oneMore(candidates)]) {
        const bits = graph.bits(change.arcs.length, change.ready);
        if (bits < best.bits) best = { bits, arcs: change.arcs };
      }
      if (best.arcs === arcs) return arcs;
      arcs = best.arcs;
    }
  },
};

/** A graph beside the one at hand: its reduced arcs, and from which place on each path could do a step, for the steps where that changes. */
interface Change {
  readonly arcs: readonly Arc[];
  readonly ready: (path: number, step: number) => number;
}

/** A reduced graph, and the paths told by it. */
class Told {
  readonly #arcs: readonly Arc[];
  readonly #before: Closure;
  readonly #steps: number;
  readonly #noise: number;
  readonly #places: readonly Int32Array[];
  /** Of each path: from which place on it could do each step. */
  readonly #ready: readonly Int32Array[];

  constructor({ steps, paths }: Evidence, arcs: readonly Arc[], noise: number) {
    this.#arcs = arcs;
    this.#steps = steps;
    this.#noise = noise;
    this.#before = new Closure(steps);
    for (const [a, b] of arcs) this.#before.add(a, b);
    this.#places = paths.map((path) => placesOf(path, steps));
    const needs = this.#all((step) => this.#all((other) => other).filter((other) => this.#before.has(other, step)));
    this.#ready = this.#places.map((places) => Int32Array.from(needs, (own) => readyAt(own, places)));
  }

  #all<Value>(of: (step: number) => Value): Value[] {
    return Array.from({ length: this.#steps }, (_, step) => of(step));
  }

  /** Graphs without one of the arcs, and with all else that followed: no step lies between its ends, so that nothing else falls. */
  *lessOne(): Generator<Change> {
    for (const [a, b] of this.#arcs) {
      const has = (x: number, y: number): boolean => this.#before.has(x, y) && !(x === a && y === b);
      const isCover = ([x, y]: Arc): boolean => !this.#all((step) => has(x, step) && has(step, y)).includes(true);
      const bridged = this.#arcs.flatMap(([x, y]): Arc[] => (y === a ? [[x, b]] : x === b ? [[a, y]] : []));
      const needs = this.#all((step) => step).filter((step) => has(step, b));
      yield {
        arcs: [...this.#arcs.filter(([x, y]) => x !== a || y !== b), ...bridged.filter(isCover)],
        ready: (path, step) => (step === b ? readyAt(needs, this.#places[path] as Int32Array) : this.#readyAt(path, step)),
      };
    }
  }

  /** Graphs with one of the candidates more, where it neither follows nor closes a circle. */
  *oneMore(candidates: readonly Arc[]): Generator<Change> {
    const upTo = (x: number, y: number): boolean => x === y || this.#before.has(x, y);
    for (const [a, b] of candidates) {
      if (upTo(a, b) || upTo(b, a)) continue;
      yield {
        arcs: [...this.#arcs.filter(([x, y]) => !(upTo(x, a) && upTo(b, y))), [a, b]],
        ready: (path, step) => (upTo(b, step) ? Math.max(this.#readyAt(path, step), this.#after(path, a)) : this.#readyAt(path, step)),
      };
    }
  }

  #readyAt(path: number, step: number): number {
    return this.#ready[path]?.[step] as number;
  }

  /** From which place on a step and all that it needs is done, of what the path does. */
  #after(path: number, step: number): number {
    return Math.max(this.#readyAt(path, step), (this.#places[path]?.[step] as number) + 1);
  }

  /** Bits of a graph of so many arcs, and of the paths where steps are ready from these places on. */
  bits(arcs: number, ready = (path: number, step: number) => this.#readyAt(path, step)): number {
    let bits = graphBits(this.#steps, arcs);
    for (const [path, places] of this.#places.entries()) bits += this.#pathBits(places, (step) => ready(path, step));
    return bits;
  }

  /** Each step of a path: one of those that could be done, all equally likely, or by a slip one of those that could not. */
  #pathBits(places: Int32Array, ready: (step: number) => number): number {
    const slips = new Uint8Array(places.length);
    // How many steps more than at the place before could be done.
    const more = new Int32Array(places.length + 1);
    let length = 0;
    for (let step = 0; step < places.length; step++) {
      const [own, from] = [places[step] as number, ready(step)];
      if (own < 0) continue;
      length++;
      if (from > own) slips[own] = 1;
      else {
        (more[from] as number)++;
        (more[own + 1] as number)--;
      }
    }
    let [bits, could] = [0, 0];
    for (let now = 0; now < length; now++) {
      could += more[now] as number;
      const left = length - now;
      if (slips[now] === 1) bits += Math.log2((left - could) / this.#noise);
      else bits += Math.log2(could === left ? could : could / (1 - this.#noise));
    }
    return bits;
  }
}

/** How many arcs there are, and which of the pairs that an order of the steps has: the order itself costs all graphs alike. */
function graphBits(steps: number, arcs: number): number {
  const pairs = (steps * (steps - 1)) / 2;
  let bits = Math.log2(pairs + 1);
  for (let i = 1; i <= arcs; i++) bits += Math.log2((pairs - arcs + i) / i);
  return bits;
}
