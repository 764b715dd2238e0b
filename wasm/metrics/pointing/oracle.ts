import type { Assigning, ScoreMatrix } from "./assign.ts";
import type { Window } from "./measure.ts";

/** The row that the kernel must write, the slow and obvious way. */
export function pointingOracle(gold: readonly (readonly Window[])[], points: readonly (number | undefined)[]): number[] {
  const asked = gold.map((windows, query) => ({ windows, point: points[query] })).filter(({ windows }) => windows.length > 0);
  const answered = asked.flatMap(({ windows, point }) => (point === undefined ? [] : [{ windows, point }]));
  const hits = answered.filter(({ windows, point }) => windows.some(({ start, end }) => start <= point && point <= end));
  return [asked.length, answered.length, hits.length];
}

/** What a way has cost up to a frame, and what it showed in each frame from the first on. */
interface Way {
  readonly cost: number;
  readonly shown: readonly number[];
}

/**
 * The assignment that the kernel must find. Places are numbered 0, 1, ... 2K: before the first step, in it, after it, and so on;
 * the cheapest way to each is made from the cheapest ways to those that lead there.
 */
export function assignOracle({ frames, steps, scores: costs }: ScoreMatrix, { exactlyOne, background }: Assigning): number[] {
  const places = [...Array(2 * steps + 1).keys()];
  let ways: readonly (Way | undefined)[] = places.map((place) => (place === 0 ? { cost: 0, shown: [] } : undefined));
  for (let frame = 0; frame < frames; frame++) {
    ways = places.map((place) => {
      const step = place % 2 === 0 ? 0 : (place + 1) / 2;
      const from = step === 0 ? [place, place - 1] : [...(exactlyOne ? [] : [place]), place - 1, place - 2];
      const best = cheapest(from.map((before) => ways[before]));
      if (best === undefined) return undefined;
      const cost = step === 0 ? background : (costs[frame * steps + step - 1] as number);
      return { cost: best.cost + cost, shown: [...best.shown, step] };
    });
  }
  return [...(cheapest([ways[2 * steps - 1], ways[2 * steps]])?.shown ?? [])];
}

/** Of equal ones the first. */
function cheapest(ways: readonly (Way | undefined)[]): Way | undefined {
  return ways.reduce((best, way) => (best === undefined || (way !== undefined && way.cost < best.cost) ? way : best), undefined);
}
