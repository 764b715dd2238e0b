import type { Kernels } from "../host/kernels.ts";
import { type Columns, type Placed, total, unroll } from "./columns.ts";
import type { Drawing, Pair } from "./contract.ts";
import { swaps } from "./resample.ts";

/** What rounding may take from a difference that equals the one seen. */
const SLACK = 1e-12;

/** A pair while draws come in. */
interface Test {
  /** Where the sums of both systems' columns stand, one under the other, and the totals of the columns. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly totals: Float64Array;
  readonly otherTotals: Float64Array;
  /** Finishes one system from its own columns; the other has the same layout. */
  readonly finish: ReturnType<typeof unroll>["finish"];
  readonly least: number;
  reached: number;
}

/**
 * Two-sided p of each pair by swapping the two systems' rows cluster by cluster: the share of draws with at least the difference that was
 * `seen`, or without a value of one of both; the data as they are count as one. All pairs see the same swaps, so sums over the clusters swapped are needed once for each
 * system: what a system then has is its total, less its own sum, and the other's sum.
 */
export function permutationTests(
  kernels: Kernels,
  columns: Columns,
  placed: readonly Placed[],
  pairs: readonly Pair[],
  seen: readonly number[],
  { seed, draws }: Drawing,
): number[] {
  if (pairs.length === 0) return [];
  const unrolled = pairs.map(({ a, b }) => [unroll(placed[a] as Placed), unroll(placed[b] as Placed)] as const);
  // A column that both systems share gives and takes the same: both look at one place, whatever stands there.
  const chosen = [
    ...new Set(unrolled.flatMap(([a, b]) => a.columns.flatMap((one, k) => (one === b.columns[k] ? [] : [one, b.columns[k] as number])))),
  ];
  const places = new Map(chosen.map((column, place) => [column, place]));
  const totals = columns.kept.map(total);
  const tests = unrolled.map(([a, b], i): Test => {
    const placesOf = (numbers: readonly number[]): Int32Array => Int32Array.from(numbers, (column) => places.get(column) ?? 0);
    const totalsOf = (numbers: readonly number[]): Float64Array => Float64Array.from(numbers, (column) => totals[column] as number);
    return {
      a: placesOf(a.columns),
      b: placesOf(b.columns),
      totals: totalsOf(a.columns),
      otherTotals: totalsOf(b.columns),
      finish: a.finish,
      least: Math.abs(seen[i] as number) - SLACK,
      reached: 1,
    };
  });
  const width = Math.max(...tests.map(({ a }) => a.length));
  const [row, otherRow] = [new Float64Array(width), new Float64Array(width)];
  // Another stream than that of the bootstrap.
  swaps(kernels, columns, chosen, { seed: seed + 1, draws }, (sums, at) => {
    for (const test of tests) {
      for (let k = 0; k < test.a.length; k++) {
        const moved = (sums[at + (test.b[k] as number)] as number) - (sums[at + (test.a[k] as number)] as number);
        row[k] = (test.totals[k] as number) + moved;
        otherRow[k] = (test.otherTotals[k] as number) - moved;
      }
      // A draw that leaves one of both without a value (NaN) counts as reached: nothing may make p smaller than it is.
      if (!(Math.abs(test.finish(row, 0) - test.finish(otherRow, 0)) < test.least)) test.reached++;
    }
  });
  return tests.map(({ reached }) => reached / (draws + 1));
}
