import type { Completions } from "./measure.ts";

/**
 * Damerau-Levenshtein distance, replaced steps costing 2, as the cheapest way through all that may be done at the front of both lists:
 * the same step twice, one step dropped on either side, or two steps that stand the other way round, with what lies between them.
 */
function distance(a: readonly number[], b: readonly number[]): number {
  const known = new Map<string, number>();
  const from = (i: number, j: number): number => {
    const key = `${i} ${j}`;
    const held = known.get(key);
    if (held !== undefined) return held;
    const ways: number[] = [];
    if (i === a.length) ways.push(b.length - j);
    if (j === b.length) ways.push(a.length - i);
    if (i < a.length && j < b.length) {
      ways.push(from(i + 1, j) + 1, from(i, j + 1) + 1, from(i + 1, j + 1) + (a[i] === b[j] ? 0 : 2));
      for (let k = i + 1; k < a.length; k++) {
        for (let l = j + 1; l < b.length; l++) {
          if (a[i] === b[l] && a[k] === b[j]) ways.push(from(k + 1, l + 1) + (k - i - 1) + 1 + (l - j - 1));
        }
      }
    }
    const least = Math.min(...ways);
    known.set(key, least);
    return least;
  };
  return from(0, 0);
}

/** match_indices of IndustReal's code, array by array: for each time of `wanted` a place in all of `times`. */
function matched(places: readonly number[], times: readonly number[], wanted: readonly number[]): number[] {
  const far = times.map((time, i) => (places.includes(i) ? time : 1e9));
  return wanted.map((time) => {
    const away = far.map((one) => (one - time > 0 ? one - time : Number.POSITIVE_INFINITY));
    const place = away.indexOf(Math.min(...away));
    far[place] = 1e9;
    return place;
  });
}

/** determine_performance of IndustReal's code, every named completion taken as observed. */
function official(gold: Completions, own: Completions): [f1: number, delay: number] {
  const goldTimes = gold.map(({ time }) => time);
  const times = own.map(({ time }) => time);
  const delays = new Map<number, number>();
  let [missed, wrong] = [0, 0];
  for (const step of new Set([...gold, ...own].map((one) => one.step).sort((a, b) => a - b))) {
    const placesIn = (list: Completions): number[] => list.flatMap((one, i) => (one.step === step ? [i] : []));
    let inGold = placesIn(gold);
    let here = placesIn(own);
    if (inGold.length === 0 || here.length === 0) {
      missed += inGold.length;
      wrong += here.length;
      continue;
    }
    missed += Math.max(0, inGold.length - here.length);
    wrong += Math.max(0, here.length - inGold.length);
    if (inGold.length > here.length)
      inGold = matched(
        inGold,
        goldTimes,
        here.map((i) => times[i] as number),
      );
    else
      here = matched(
        here,
        times,
        inGold.map((i) => goldTimes[i] as number),
      );
    for (const [i, place] of inGold.entries()) {
      const late = (times[here[i] as number] as number) - (goldTimes[place] as number);
      if (late < 0) wrong++;
      else delays.set(place, late);
    }
  }
  const right = own.length - wrong;
  const precision = own.length === 0 ? 1e-6 : right / own.length;
  const recall = right + missed === 0 ? 1e-6 : right / (right + missed);
  const told = [...delays].sort(([a], [b]) => a - b).map(([, delay]) => delay);
  const delay = told.length === 0 ? 10 : told.reduce((sum, one) => sum + one, 0) / told.length;
  return [(2 * (precision * recall)) / (precision + recall + 1e-6), delay];
}

/** Pairs of a named completion and an earlier or simultaneous one of gold. */
function hits(gold: Completions, own: Completions): [count: number, wait: number] {
  const left = [...gold];
  let [count, wait] = [0, 0];
  for (const { step, time } of own) {
    const candidates = left.filter((one) => one.step === step && one.time <= time);
    const latest = Math.max(...candidates.map((one) => one.time));
    const found = candidates.find((one) => one.time === latest);
    if (found === undefined) continue;
    left.splice(left.indexOf(found), 1);
    count++;
    wait += time - found.time;
  }
  return [count, wait];
}

/** The row that the kernel must write, the slow and obvious way. */
export function recognitionOracle(gold: Completions | undefined, answer: Completions | undefined): number[] {
  if (gold === undefined || gold.length === 0) return [0, 0, 0, 0, 0, 0, 0, 0, 0];
  const own = answer ?? [];
  const stepsOf = (list: Completions): number[] => list.map(({ step }) => step);
  const edits = distance(stepsOf(gold), stepsOf(own));
  return [
    1,
    Number(answer !== undefined),
    1 - Math.min(edits / gold.length, 1),
    ...official(gold, own),
    gold.length,
    own.length,
    ...hits(gold, own),
  ];
}
