import { placesOf, readyAt } from "./ready.ts";
import type { Path } from "./task.ts";

/** Bits of all that is told of a task, each number worked out once. */
export class Costs {
  /** Of a step, by how many could be done: where others that are left could not, and where none is left but these. */
  readonly some: Float64Array;
  readonly all: Float64Array;
  /** Of a slip, by how many could not be done. */
  readonly slip: Float64Array;
  readonly #pairs: number;
  readonly #graphs: number[] = [];

  constructor(steps: number, noise: number) {
    const by = (bits: (count: number) => number): Float64Array => Float64Array.from({ length: steps + 1 }, (_, count) => bits(count));
    this.some = by((count) => Math.log2(count / (1 - noise)));
    this.all = by(Math.log2);
    this.slip = by((count) => Math.log2(count / noise));
    this.#pairs = (steps * (steps - 1)) / 2;
  }

  /** Of a graph: how many arcs there are, and which of the pairs that an order of the steps has; the order itself costs all graphs alike. */
  graph(arcs: number): number {
    this.#graphs[arcs] ??= this.#graph(arcs);
    return this.#graphs[arcs] as number;
  }

  #graph(arcs: number): number {
    let bits = Math.log2(this.#pairs + 1);
    for (let i = 1; i <= arcs; i++) bits += Math.log2((this.#pairs - arcs + i) / i);
    return bits;
  }
}

/** A path told by one graph after another: each step as one of those that could be done, all equally likely, or by a slip as one of the others. */
export class ToldPath {
  readonly #path: Path;
  readonly #costs: Costs;
  readonly #places: Int32Array;
  /** From which place on each step of the task could be done; and the same by the places of the path. */
  #ready = new Int32Array();
  #here: Int32Array;
  #bits = 0;
  /** For graphs beside the one at hand: `#here`, and how many steps more than at the place before could be done. */
  readonly #now: Int32Array;
  readonly #more: Int32Array;

  constructor(path: Path, steps: number, costs: Costs) {
    this.#path = path;
    this.#costs = costs;
    this.#places = placesOf(path, steps);
    this.#here = new Int32Array(path.length);
    this.#now = new Int32Array(path.length);
    this.#more = new Int32Array(path.length + 1);
  }

  /** Tells it by the graph at hand: what each step needs, over one arc or more. Gives its bits. */
  tell(needs: readonly (readonly number[])[]): number {
    this.#ready = Int32Array.from(needs, (own) => readyAt(own, this.#places));
    this.#here = Int32Array.from(this.#path, (step) => this.#ready[step] as number);
    this.#bits = this.#bitsOf(this.#here);
    return this.#bits;
  }

  /** Its bits if a step and all that need it, the step first, needed another one too. */
  bitsIfMore(need: number, steps: readonly number[]): number {
    const after = Math.max(this.#ready[need] as number, (this.#places[need] as number) + 1);
    // What needs the first step waits as long as that.
    if (after <= (this.#ready[steps[0] as number] as number)) return this.#bits;
    this.#now.set(this.#here);
    let isOther = false;
    for (const step of steps) {
      const own = this.#places[step] as number;
      if (own < 0 || (this.#here[own] as number) >= after) continue;
      this.#now[own] = after;
      isOther = true;
    }
    return isOther ? this.#bitsOf(this.#now) : this.#bits;
  }

  /** Its bits if a step needed these alone. */
  bitsIfOnly(step: number, needs: readonly number[]): number {
    const own = this.#places[step] as number;
    if (own < 0) return this.#bits;
    const ready = readyAt(needs, this.#places);
    if (ready === this.#here[own]) return this.#bits;
    this.#now.set(this.#here);
    this.#now[own] = ready;
    return this.#bitsOf(this.#now);
  }

  #bitsOf(ready: Int32Array): number {
    const [more, { some, all, slip }] = [this.#more, this.#costs];
    more.fill(0);
    for (let own = 0; own < ready.length; own++) {
      const from = ready[own] as number;
      if (from > own) continue;
      (more[from] as number)++;
      (more[own + 1] as number)--;
    }
    let [bits, could] = [0, 0];
    for (let now = 0; now < ready.length; now++) {
      could += more[now] as number;
      const left = ready.length - now;
      if ((ready[now] as number) > now) bits += slip[left - could] as number;
      else bits += (could === left ? all : some)[could] as number;
    }
    return bits;
  }
}
