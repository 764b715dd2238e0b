import { type Arc, acyclic, majorities } from "@stepladder/wasm/lib/precedence.ts";
import { bestOrders } from "./orders.ts";
import { placesOf, readyAt } from "./ready.ts";
import { type Evidence, type Inducer, noiseOf } from "./task.ts";

/** Steps that a step may need directly. */
const MOST_NEEDS = 4;
/** Of so many candidates all sets are tried; of more, those that most surely come before. */
const MOST_CANDIDATES = 24;

/** What a step may need, and the logarithm of the likelihood then, less what its arcs cost. */
export interface Choice {
  readonly needs: readonly number[];
  readonly score: number;
}

export const likelihood: Inducer = {
  id: "likelihood",
  title: "Maximum-likelihood graph",
  about:
    "The graph under which the paths are likeliest: at each moment a step whose needs are done comes next with a rate of its own, and one whose needs are not done by a slip (`noise`); an arc costs `penalty` nats. After the likelihood of Differentiable Task Graph Learning (arXiv 2406.01486), whose steps come the sooner the more of their needs are done; here the graph has arcs or none, and the maximum is found exactly: over all sets of at most 4 needs that mostly come before a step, and over all orders of up to 16 steps that majorities lead in a circle.",
  settings: {
    noise: noiseOf(0.001),
    penalty: { default: 1, expected: "a number from 0 to 1000000", isAllowed: (value) => value >= 0 && value <= 1e6 },
  },
  induce(evidence, { noise = 0.001, penalty = 1 }) {
    const before = majorities(evidence.pairs);
    const choices = Array.from({ length: evidence.steps }, (_, step) => {
      const candidates = before
        .filter(({ after }) => after === step)
        .sort((a, b) => b.confidence - a.confidence)
        .slice(0, MOST_CANDIDATES)
        .map((edge) => edge.before)
        .sort((a, b) => a - b);
      return choicesOf(step, candidates, evidence, noise, penalty);
    });
    // Where more than 16 steps run in a circle the weakest majorities that close one are left out.
    const followed = (): Arc[] => acyclic(evidence.steps, before).map((edge) => [edge.before, edge.after]);
    return bestOrders(choices, followed).flatMap(({ needs }, step) => needs.map((need): Arc => [need, step]));
  },
};

/** All sets of needs of a step, the likeliest first; of equal ones the smaller. */
function choicesOf(step: number, candidates: readonly number[], { steps, paths }: Evidence, noise: number, penalty: number): Choice[] {
  const places = paths.filter((path) => path.includes(step)).map((path) => placesOf(path, steps));
  return setsOf(candidates)
    .map((needs): Choice => ({ needs, score: logLikelihood(step, needs, places, noise) - penalty * needs.length }))
    .sort((a, b) => b.score - a.score || a.needs.length - b.needs.length);
}

/**
 * Each moment before a step was done is a chance for it, taken at the end. Chances while its needs were done share one rate, the likeliest;
 * the others have that of a slip.
 */
function logLikelihood(step: number, needs: readonly number[], all: readonly Int32Array[], noise: number): number {
  let [chances, taken, waits, slips] = [0, 0, 0, 0];
  for (const places of all) {
    const [own, ready] = [places[step] as number, readyAt(needs, places)];
    if (ready > own) {
      slips++;
      waits += own;
    } else {
      taken++;
      chances += own - ready + 1;
      waits += ready;
    }
  }
  const rate = chances === 0 ? 0 : taken / chances;
  const left = chances - taken;
  return (
    (taken === 0 ? 0 : taken * Math.log(rate)) +
    (left === 0 ? 0 : left * Math.log(1 - rate)) +
    slips * Math.log(noise) +
    waits * Math.log(1 - noise)
  );
}

/** All sets of up to `MOST_NEEDS` of the candidates, small ones first. */
function setsOf(candidates: readonly number[]): number[][] {
  const sets: number[][] = [[]];
  for (let from = 0; from < sets.length; from++) {
    const set = sets[from] as number[];
    if (set.length === MOST_NEEDS) continue;
    for (const candidate of candidates) if (candidate > (set.at(-1) ?? -1)) sets.push([...set, candidate]);
  }
  return sets;
}
