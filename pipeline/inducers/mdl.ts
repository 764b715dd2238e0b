import { type Arc, type Closure, closureOf, majorities, precedenceEdges, reduced } from "@stepladder/wasm/lib/precedence.ts";
import { placesOf, readyAt } from "./ready.ts";
import type { Evidence, Inducer } from "./task.ts";

/** Where the search begins. */
const FIRST_CUT = 0.9;

export const mdl: Inducer = {
  id: "mdl",
  title: "Minimum description length",
  about:
    "The graph that, with the paths told by it, takes the fewest bits: the arcs of its reduction among all pairs; and of each path every step, as one of those whose needs are done, or as a slip (`noise`). Found by local search from the frequency cut at 0.9: the arc that is best added or left out, until none is.",
  settings: { noise: 0.01 },
  induce(evidence, { noise = 0.01 }) {
    const places = evidence.paths.map((path) => placesOf(path, evidence.steps));
    const measured = (arcs: readonly Arc[]): Measured => {
      const before = closureOf(evidence.steps, arcs);
      return { arcs, before, bits: graphBits(evidence.steps, arcs.length) + pathBits(evidence.steps, before, places, noise) };
    };
    const first = precedenceEdges(evidence.steps, evidence.pairs, FIRST_CUT);
    let best = measured(first.map(({ before, after }): Arc => [before, after]));
    for (;;) {
      const next = neighbours(evidence, best)
        .map(measured)
        .reduce((a, b) => (b.bits < a.bits ? b : a), best);
      if (next === best) return best.arcs;
      best = next;
    }
  },
};

interface Measured {
  /** Transitively reduced. */
  readonly arcs: readonly Arc[];
  readonly before: Closure;
  readonly bits: number;
}

/** Graphs with one arc less, all else that followed kept; and with one more, of those that most paths with both steps have. */
function neighbours({ steps, pairs }: Evidence, { arcs, before }: Measured): (readonly Arc[])[] {
  const all = before.arcs();
  const less = arcs.map(([a, b]) =>
    reduced(
      steps,
      all.filter(([c, d]) => a !== c || b !== d),
    ),
  );
  const more = majorities(pairs)
    .filter((edge) => !before.has(edge.before, edge.after) && !before.has(edge.after, edge.before))
    .map((edge) => reduced(steps, [...arcs, [edge.before, edge.after]]));
  return [...less, ...more];
}

/** How many arcs there are, and which of the pairs that an order of the steps has: the order itself costs all graphs alike. */
function graphBits(steps: number, arcs: number): number {
  const pairs = (steps * (steps - 1)) / 2;
  let bits = Math.log2(pairs + 1);
  for (let i = 1; i <= arcs; i++) bits += Math.log2((pairs - arcs + i) / i);
  return bits;
}

/** Each step of each path: one of those that could be done, all equally likely, or by a slip one of those that could not. */
function pathBits(steps: number, before: Closure, all: readonly Int32Array[], noise: number): number {
  const needs = Array.from({ length: steps }, (_, step) => [...Array(steps).keys()].filter((other) => before.has(other, step)));
  let bits = 0;
  for (const places of all) {
    const done = [...places.keys()].filter((step) => (places[step] as number) >= 0);
    const ready = new Map(done.map((step) => [step, readyAt(needs[step] as number[], places)]));
    for (const step of done) {
      const now = places[step] as number;
      const could = done.filter((other) => (places[other] as number) >= now && (ready.get(other) as number) <= now).length;
      const left = done.length - now;
      if ((ready.get(step) as number) > now) bits += Math.log2((left - could) / noise);
      else bits += Math.log2(could === left ? could : could / (1 - noise));
    }
  }
  return bits;
}
