import { wordsOf } from "../captions/vocabulary.ts";
import type { Arc, Asked, Match, Seen, Twin } from "./match.ts";

/** What the kernels must find in a procedure, the slow and obvious way. */
export function stepsOracle(steps: readonly string[], { groups, arcs, repeats }: Asked): Seen {
  const matches = groups.flatMap((group) => matchOracle(group, steps));
  return {
    matches,
    violated: arcs.map((arc) => violatedOracle(arc, matches)),
    twins: repeats ? steps.map((_, s) => twinOracle(steps, s)) : [],
  };
}

function dice<T>(a: readonly T[], b: readonly T[]): number {
  const rest = [...b];
  let shared = 0;
  for (const one of a) {
    const place = rest.indexOf(one);
    if (place === -1) continue;
    rest.splice(place, 1);
    shared++;
  }
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
}

function matchOracle(group: readonly string[], steps: readonly string[]): Match[] {
  const pairs = group.flatMap((wanted, w) =>
    steps.map((step, s) => {
      const [a, b] = [wordsOf(wanted), wordsOf(step)];
      return { w, s, equal: a.length > 0 && a.join(" ") === b.join(" "), score: dice(a, b) };
    }),
  );
  const ranked = pairs.toSorted((x, y) => Number(y.equal) - Number(x.equal) || y.score - x.score || x.w - y.w || x.s - y.s);
  const found = new Map<number, (typeof pairs)[number]>();
  for (const one of ranked)
    if ((one.equal || one.score >= 0.6) && !found.has(one.w) && ![...found.values()].some(({ s }) => s === one.s)) found.set(one.w, one);
  return group.map((wanted, w) => {
    const own = found.get(w);
    if (own !== undefined) return { wanted, step: own.s, by: own.equal ? "equal" : "f1", score: own.score };
    return { wanted, score: Math.max(0, ...pairs.filter((one) => one.w === w).map(({ score }) => score)) };
  });
}

function violatedOracle([before, after]: Arc, matches: readonly Match[]): boolean {
  const [a, b] = [matches[before]?.step, matches[after]?.step];
  return a !== undefined && b !== undefined && b <= a;
}

function pairsOf(text: string): string[] {
  const words = wordsOf(text);
  return words.length === 0 ? [] : ["", ...words].map((word, i) => `${word} ${words[i] ?? ""}`);
}

function twinOracle(steps: readonly string[], s: number): Twin | undefined {
  for (let before = 0; before < s; before++) {
    const score = dice(pairsOf(steps[before] as string), pairsOf(steps[s] as string));
    if (score >= 0.8) return { step: before, score };
  }
  return undefined;
}
