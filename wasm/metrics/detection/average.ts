import type { Events, Value, Weights } from "../contract.ts";

/**
 * Mean over classes of average precision at some thresholds, for events that are counted as often as their items are drawn. Average
 * precision is the area under the precision that can still be reached, as in VOC 2011: at every recall the largest precision from
 * there on. A class with nothing to find is left out, one without events has 0. Integer weights of 1 give numpy's value
 * (ActivityNet's eval_detection.py and what is made from it) to the last bit.
 */
export function meanAveragePrecisions(events: Events, weights: Weights, thresholds: readonly number[]): Float64Array | undefined {
  const { items, classes, hits } = events;
  const { wanted, counted } = wantedOf(events, weights);
  if (counted === 0) return undefined;
  const mask = thresholds.reduce((bits, t) => bits | (1 << t), 0);
  const scratch = scratchOf(hits.length);
  const areas = thresholds.map(() => new Float64Array(counted));
  let place = 0;
  let at = 0;
  for (let c = 0; c < wanted.length; c++) {
    while (at < classes.length && (classes[at] as number) < c) at++;
    const toFind = wanted[c] as number;
    if (toFind === 0) continue;
    let told = 0;
    let found = 0;
    for (; at < classes.length && classes[at] === c; at++) {
      const weight = weights === undefined ? 1 : (weights[items[at] as number] as number);
      told += weight;
      const right = (hits[at] as number) & mask;
      if (right === 0 || weight === 0) continue;
      scratch.told[found] = told;
      scratch.weights[found] = weight;
      scratch.hits[found] = right;
      found++;
    }
    if (found > 0) for (const [i, t] of thresholds.entries()) (areas[i] as Float64Array)[place] = areaOf(scratch, found, 1 << t, toFind);
    place++;
  }
  return Float64Array.from(areas, (own) => pairwiseSum(own, 0, counted) / counted);
}

/** Mean over thresholds of mean average precision; none where there is nothing to find, or nothing was said of anything. */
export function meanOverThresholds(events: Events, weights: Weights, thresholds: readonly number[]): Value {
  if (events.items.length === 0) return { kind: "none", reason: "no segment was predicted" };
  const means = meanAveragePrecisions(events, weights, thresholds);
  if (means === undefined) return { kind: "none", reason: "no segment in gold" };
  return { kind: "value", value: pairwiseSum(means, 0, means.length) / means.length };
}

/** How much there is to find of each class, and how many classes have any. */
function wantedOf({ wanted: { items, classes, counts } }: Events, weights: Weights): { wanted: Float64Array; counted: number } {
  let most = -1;
  for (let i = 0; i < classes.length; i++) most = Math.max(most, classes[i] as number);
  const wanted = new Float64Array(most + 1);
  for (let i = 0; i < items.length; i++) {
    const weight = weights === undefined ? 1 : (weights[items[i] as number] as number);
    const own = classes[i] as number;
    wanted[own] = (wanted[own] as number) + weight * (counts[i] as number);
  }
  let counted = 0;
  for (let c = 0; c < wanted.length; c++) if (wanted[c] !== 0) counted++;
  return { wanted, counted };
}

/** The right events of one class, in order: how many events there were up to each, how often it counts, the thresholds it reached. */
interface Scratch {
  readonly told: Float64Array;
  readonly weights: Float64Array;
  readonly hits: Int32Array;
  /** Precision and then what it adds to the area; recall. */
  readonly areas: Float64Array;
  readonly recalls: Float64Array;
}

/** Kept from call to call: a resampling calls thousands of times. */
let kept: Scratch | undefined;

function scratchOf(events: number): Scratch {
  // One place more than events: a sum over recalls ends with what was not found.
  if (kept === undefined || kept.hits.length <= events) {
    const doubles = (): Float64Array => new Float64Array(events + 1);
    kept = { told: doubles(), weights: doubles(), hits: new Int32Array(events + 1), areas: doubles(), recalls: doubles() };
  }
  return kept;
}

/** Average precision of one class at one threshold, from its `found` right events. */
function areaOf({ told, weights, hits, areas, recalls }: Scratch, found: number, bit: number, toFind: number): number {
  let right = 0;
  let n = 0;
  for (let i = 0; i < found; i++) {
    if (((hits[i] as number) & bit) === 0) continue;
    right += weights[i] as number;
    areas[n] = right / (told[i] as number);
    recalls[n] = right / toFind;
    n++;
  }
  let best = 0;
  for (let i = n - 1; i >= 0; i--) {
    if ((areas[i] as number) > best) best = areas[i] as number;
    areas[i] = ((recalls[i] as number) - (i === 0 ? 0 : (recalls[i - 1] as number))) * best;
  }
  // numpy's last term, of what was not found, is 0 and still has a place in the sum.
  if (n > 0 && recalls[n - 1] !== 1) areas[n++] = 0;
  return pairwiseSum(areas, 0, n);
}

/** Terms up to which numpy adds eight sums side by side; more are halved. */
const BLOCK = 128;

/** The sum of `count` values from `start` on, in numpy's order of additions. */
export function pairwiseSum(values: Float64Array, start: number, count: number): number {
  if (count < 8) {
    let sum = 0;
    for (let i = start; i < start + count; i++) sum += values[i] as number;
    return sum;
  }
  if (count > BLOCK) {
    const half = (count >> 1) - ((count >> 1) % 8);
    return pairwiseSum(values, start, half) + pairwiseSum(values, start + half, count - half);
  }
  let [a, b, c, d] = [0, 0, 0, 0];
  let [e, f, g, h] = [0, 0, 0, 0];
  const whole = start + count - (count % 8);
  let i = start;
  for (; i < whole; i += 8) {
    a += values[i] as number;
    b += values[i + 1] as number;
    c += values[i + 2] as number;
    d += values[i + 3] as number;
    e += values[i + 4] as number;
    f += values[i + 5] as number;
    g += values[i + 6] as number;
    h += values[i + 7] as number;
  }
  let sum = a + b + (c + d) + (e + f + (g + h));
  for (; i < start + count; i++) sum += values[i] as number;
  return sum;
}
