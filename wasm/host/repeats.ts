import type { Repeats } from "@stepladder/schema";
import type { Matrix, Metric } from "../metrics/contract.ts";
import type { Sample, Sampled } from "./items.ts";

/**
 * pass@k of 0/1 metrics (the unbiased estimator 1 - C(n-c, k) / C(n, k), averaged over items) and majority@k of all
 * metrics (the first sample whose vote is the most frequent among the first k stands for the item; earliest on ties).
 * Both are ours by definition here; k runs over powers of two up to the least number of samples, and that number.
 */
export function repeatsOf(own: readonly Metric[], sampled: Sampled, matrixOf: (rows: Float64Array) => Matrix): Repeats | undefined {
  if (!sampled.repeated) return undefined;
  const counts = Array.from({ length: sampled.items }, (_, i) => sampled.samples(i).length).filter((count) => count > 0);
  const least = counts.reduce((a, b) => Math.min(a, b));
  const most = counts.reduce((a, b) => Math.max(a, b));
  const ks = [...new Set([...powersOfTwo(least), least])];
  return {
    samples: { least, most },
    pass: Object.fromEntries(ks.map((k) => [String(k), passAt(k, own, sampled, matrixOf)])),
    majority: Object.fromEntries(ks.map((k) => [String(k), majorityAt(k, own, sampled, matrixOf)])),
  };
}

function powersOfTwo(most: number): number[] {
  const powers: number[] = [];
  for (let k = 1; k <= most; k *= 2) powers.push(k);
  return powers;
}

function values(own: readonly Metric[], matrix: Matrix): Record<string, number> {
  return Object.fromEntries(
    own.flatMap((metric) => {
      const value = metric.value(matrix, undefined);
      return value.kind === "value" ? [[metric.id, value.value]] : [];
    }),
  );
}

function passAt(k: number, own: readonly Metric[], sampled: Sampled, matrixOf: (rows: Float64Array) => Matrix): Record<string, number> {
  const {
    items,
    measured: { rows },
  } = sampled;
  const width = rows.length / items;
  const passed = rows.slice();
  for (let item = 0; item < items; item++) {
    const samples = sampled.samples(item).map((sample) => sampled.row(sample));
    if (samples.length === 0) continue;
    for (let s = 0; s < width; s++) {
      let hits = 0;
      for (const row of samples) if (row.rows[row.at + s] === 1) hits++;
      passed[item * width + s] = anyOf(samples.length, hits, k);
    }
  }
  return values(
    own.filter(({ binary }) => binary),
    matrixOf(passed),
  );
}

/** Chance that k of n samples drawn without replacement hold at least one of c hits. */
function anyOf(n: number, c: number, k: number): number {
  if (n - c < k) return 1;
  let none = 1;
  for (let i = 0; i < k; i++) none *= (n - c - i) / (n - i);
  return 1 - none;
}

function majorityAt(k: number, own: readonly Metric[], sampled: Sampled, matrixOf: (rows: Float64Array) => Matrix): Record<string, number> {
  const { items } = sampled;
  const width = sampled.measured.rows.length / items;
  const chosen = sampled.measured.rows.slice();
  for (let item = 0; item < items; item++) {
    const samples = sampled.samples(item).slice(0, k);
    if (samples.length === 0) continue;
    const { rows, at } = sampled.row(majority(samples, sampled));
    chosen.set(rows.subarray(at, at + width), item * width);
  }
  return values(own, matrixOf(chosen));
}

function majority(samples: readonly Sample[], sampled: Sampled): Sample {
  const votes = new Map<number, { count: number; first: Sample }>();
  for (const sample of samples) {
    const vote = sampled.vote(sample);
    const held = votes.get(vote) ?? { count: 0, first: sample };
    held.count++;
    votes.set(vote, held);
  }
  return [...votes.values()].reduce((best, next) => (next.count > best.count ? next : best)).first;
}
