import type { Claims } from "../aligning/order/align.ts";

/**
 * What one would write in place of the kernel: the sum of the sentences that tell of a step, each with its place, on the cheapest way, and
 * all least costs through claims, on typed arrays.
 */
export function alignPlain({ steps, sentences, costs, drops, moves }: Claims): { path: Int32Array; through: Float64Array } {
  const [places, width] = [steps + 1, 2 * steps + 1];
  const forward = new Float64Array(sentences * width);
  const reach = new Float64Array(places).fill(Number.POSITIVE_INFINITY);
  reach[0] = 0;
  for (let m = 0; m < sentences; m++) {
    const at = m * width;
    for (let b = 0; b < steps; b++) {
      let least = m === 0 ? Number.POSITIVE_INFINITY : forward[at - width + places + b]!;
      for (let a = 0; a < places; a++) least = Math.min(least, reach[a]! + moves[a * places + b]!);
      forward[at + places + b] = least + costs[m * steps + b]!;
    }
    for (let a = 0; a < places; a++) {
      const off = reach[a]! + drops[m]!;
      forward[at + a] = off;
      reach[a] = a === 0 ? off : Math.min(off, forward[at + steps + a]!);
    }
  }
  return {
    path: tracePlain({ steps, sentences, costs, drops, moves }, forward, reach),
    through: completePlain({ steps, sentences, costs, drops, moves }, forward),
  };
}

function tracePlain({ steps, sentences, costs, moves }: Claims, forward: Float64Array, reach: Float64Array): Int32Array {
  const [places, width] = [steps + 1, 2 * steps + 1];
  const path = new Int32Array(sentences).fill(-1);
  let [last, best] = [0, Number.POSITIVE_INFINITY];
  for (let a = 0; a < places; a++)
    if (reach[a]! + moves[a * places + steps]! < best) [last, best] = [a, reach[a]! + moves[a * places + steps]!];
  let goesOn = false;
  for (let m = sentences - 1; m >= 0; m--) {
    const at = m * width;
    const on = last === 0 ? Number.POSITIVE_INFINITY : forward[at + steps + last]!;
    if (!goesOn && forward[at + last]! <= on) continue;
    const own = last - 1;
    path[m] = own;
    const cost = costs[m * steps + own]!;
    goesOn = m > 0 && forward[at - width + places + own]! + cost === on;
    for (let a = 0; a < places && !goesOn; a++) {
      let before = m === 0 && a === 0 ? 0 : Number.POSITIVE_INFINITY;
      if (m > 0) before = a === 0 ? forward[at - width]! : Math.min(forward[at - width + a]!, forward[at - width + steps + a]!);
      if (before + moves[a * places + own]! + cost === on) {
        last = a;
        break;
      }
    }
  }
  return path;
}

function completePlain({ steps, sentences, costs, drops, moves }: Claims, forward: Float64Array): Float64Array {
  const [places, width] = [steps + 1, 2 * steps + 1];
  const through = new Float64Array(sentences * places);
  const off = Float64Array.from({ length: places }, (_, a) => moves[a * places + steps]!);
  const on = off.slice();
  for (let m = sentences - 1; m >= 0; m--) {
    const at = m * width;
    let none = forward[at]! + off[0]!;
    for (let a = 1; a < places; a++) {
      none = Math.min(none, forward[at + a]! + off[a]!);
      through[m * places + a - 1] = forward[at + steps + a]! + on[a]!;
    }
    through[m * places + steps] = none;
    const entry = Float64Array.from({ length: steps }, (_, b) => costs[m * steps + b]! + on[b + 1]!);
    for (let a = 0; a < places; a++) {
      let ended = drops[m]! + off[a]!;
      for (let b = 0; b < steps; b++) ended = Math.min(ended, moves[a * places + b]! + entry[b]!);
      off[a] = ended;
      on[a] = a === 0 ? ended : Math.min(ended, entry[a - 1]!);
    }
  }
  return through;
}
