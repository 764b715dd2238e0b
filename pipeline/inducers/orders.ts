import type { Arc } from "@stepladder/wasm/lib/precedence.ts";
import type { Choice } from "./likelihood.ts";

/** Of so many steps in a circle all orders are tried: 2^16 sets. */
const MOST_IN_A_CIRCLE = 16;

/**
 * For each step one of its choices, so that needs run in no circle and the sum of scores is the greatest. Choices of a step come best
 * first and begin with those that have most score; the empty set is among them. Only steps that the choices lead in a circle hinder each
 * other: of these all orders are tried, set by set (Silander and Myllymäki 2006). Larger circles keep to the arcs of `followed`.
 */
export function bestOrders(choices: readonly (readonly Choice[])[], followed: () => readonly Arc[]): Choice[] {
  const best = choices.map(([first]) => first as Choice);
  for (const circle of circles(choices)) {
    if (circle.length > MOST_IN_A_CIRCLE) {
      const arcs = new Set(followed().map(String));
      for (const step of circle) best[step] = firstOf(choices[step], (need) => arcs.has(String([need, step])));
    } else for (const [step, choice] of orderedIn(circle, choices)) best[step] = choice;
  }
  return best;
}

function firstOf(choices: readonly Choice[] = [], allowed: (need: number) => boolean): Choice {
  return choices.find(({ needs }) => needs.every(allowed)) as Choice;
}

/** Steps that need each other by any of their choices, over others too: strongly connected, two or more. */
function circles(choices: readonly (readonly Choice[])[]): number[][] {
  const needs = choices.map((sets) => new Set(sets.flatMap((choice) => choice.needs)));
  const reached = needs.map((own) => {
    const all = new Set(own);
    for (const step of all) for (const need of needs[step] as Set<number>) all.add(need);
    return all;
  });
  const together = reached.map((all, step) => [...all].filter((other) => (reached[other] as Set<number>).has(step)).sort((a, b) => a - b));
  return together.filter((circle, step) => circle.length > 1 && circle[0] === step);
}

/** The best order of the steps of a circle, last step by last step: for each set of them the step that is best put behind the others. */
function orderedIn(circle: readonly number[], choices: readonly (readonly Choice[])[]): Map<number, Choice> {
  const within = (set: number) => (need: number) => !circle.includes(need) || ((set >> circle.indexOf(need)) & 1) === 1;
  const scores = new Float64Array(1 << circle.length);
  const last = new Uint8Array(1 << circle.length);
  for (let set = 1; set < scores.length; set++) {
    scores[set] = Number.NEGATIVE_INFINITY;
    for (const [i, step] of circle.entries()) {
      if (((set >> i) & 1) === 0) continue;
      const others = set & ~(1 << i);
      const score = (scores[others] as number) + firstOf(choices[step], within(others)).score;
      if (score > (scores[set] as number)) [scores[set], last[set]] = [score, i];
    }
  }
  const found = new Map<number, Choice>();
  for (let set = scores.length - 1; set > 0; ) {
    const i = last[set] as number;
    set &= ~(1 << i);
    found.set(circle[i] as number, firstOf(choices[circle[i] as number], within(set)));
  }
  return found;
}
