import type { Curve } from "@stepladder/wasm/host/track.ts";

/**
 * For t = 1, 2, ...: of the items with at least t steps, the share whose prefix match length is at least t.
 * Source: ProcBench, evaluate.py, which draws it for t up to 25; ours goes on to the longest item.
 */
export const prefixAtLeast: Curve = {
  id: "prefix-match-at-least",
  title: "Share of items still right after t steps",
  points({ columns, items }, lengths, weights) {
    const prefix = columns["prefix-match-length"] as Float64Array;
    const longest = lengths.reduce((a, b) => Math.max(a, b), 0);
    const reached = new Float64Array(longest + 2);
    const present = new Float64Array(longest + 2);
    for (let i = 0; i < items; i++) {
      const length = lengths[i] as number;
      const right = Math.min(prefix[i] as number, length);
      present[length] = (present[length] as number) + (weights[i] as number);
      reached[right] = (reached[right] as number) + (weights[i] as number);
    }
    const points = [];
    let at = 0;
    let of = 0;
    for (let t = longest; t >= 1; t--) {
      of += present[t] as number;
      at += reached[t] as number;
      // The weights of an item's samples sum to 1 but for rounding.
      points.push({ x: t, value: at / of, items: Math.round(of) });
    }
    return points.reverse();
  },
};
