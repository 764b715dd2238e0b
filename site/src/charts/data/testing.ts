import type { Comparison } from "@stepladder/wasm/stats/contract.ts";
import type { ChartMetric } from "../frame.ts";
import type { Stander } from "./ranking.ts";

/** What the tests of charts share. */
export const ACCURACY: ChartMetric = { title: "Step accuracy", unit: "fraction", better: "higher" };
export const EDITS: ChartMetric = { title: "Edit distance", unit: "edits", better: "lower" };

/** A ranked system at a value, 0.05 of interval to each side; `ranks` are its shares of places. */
export function system(name: string, value: number, rank: number, letters: string, ranks: readonly number[]): Stander {
  const taken = ranks.flatMap((share, place) => (share > 0.025 ? [place + 1] : []));
  const range = { low: Math.min(...taken), high: Math.max(...taken) };
  const interval = { low: value - 0.05, high: value + 0.05, by: "percentile" } as const;
  const standing = {
    value: { kind: "value", value } as const,
    interval,
    rank,
    range,
    set: range,
    letters,
    ranks: Float64Array.from(ranks),
    first: ranks[0] ?? 0,
  };
  return { id: name.toLowerCase(), name, kind: "system", standing };
}

export function baseline(name: string, value: number): Stander {
  return {
    id: name,
    name,
    kind: "baseline",
    standing: { value: { kind: "value", value }, ranks: new Float64Array(0), first: 0, letters: "" },
  };
}

export const THREE: readonly Stander[] = [
  system("Beta", 0.7, 2, "a", [0.2, 0.8, 0]),
  system("Alpha", 0.72, 1, "a", [0.8, 0.2, 0]),
  system("Gamma", 0.5, 3, "b", [0, 0, 1]),
];

export function comparison(a: number, b: number, difference: number, adjusted: number): Comparison {
  const interval = { low: difference - 0.02, high: difference + 0.02, by: "percentile" } as const;
  return { a, b, difference, interval, p: adjusted / 3, adjusted, test: "permutation", won: 5, lost: 3, tied: 2 };
}
