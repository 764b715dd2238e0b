import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { type MetricId, metrics } from "@stepladder/wasm/metrics";
import { inUnit, type Matrix, type Unit } from "@stepladder/wasm/metrics/contract.ts";
import { comparePairs } from "@stepladder/wasm/stats/compare.ts";
import { type Comparison, DRAWING, type Interval } from "@stepladder/wasm/stats/contract.ts";
import { intervalsOf } from "@stepladder/wasm/stats/intervals.ts";
import { printTable } from "../core/table.ts";

/** Systems that answered the same items. */
export interface Answered {
  readonly names: readonly string[];
  readonly matrices: readonly Matrix[];
  /** Which items are drawn together; absent: each alone. */
  readonly clusters?: Int32Array;
}

/** A table of a metric: each system with its 95 % interval, and how far it is from those it is held against, with the paired test's p. */
export function metricTable(kernels: Kernels, { names, matrices, clusters }: Answered, id: MetricId, against: readonly string[]): string {
  const metric = metrics[id];
  const field = { metric, systems: matrices, weights: undefined, clusters };
  const figures = matrices.map((matrix) => ({ metric, matrix }));
  const intervals = intervalsOf(kernels, figures, field, DRAWING);
  const pairs = names.flatMap((_, a) => against.map((other) => ({ a, b: names.indexOf(other) })).filter(({ b }) => a !== b));
  const compared = comparePairs(kernels, field, pairs, DRAWING);
  const rows = matrices.map((matrix, s) => {
    const value = metric.value(matrix, undefined);
    const held = against.map((other) =>
      differenceOf(
        compared.find(({ a, b }) => a === s && b === names.indexOf(other)),
        metric.unit,
      ),
    );
    return [
      names[s] as string,
      value.kind === "value" ? inUnit(value.value, metric.unit) : "-",
      rangeOf(intervals[s], metric.unit),
      ...held,
    ];
  });
  return printTable([metric.title, "value", "95 %", ...against.map((name) => `less ${name}`)], rows);
}

function rangeOf(interval: Interval | undefined, unit: Unit): string {
  return interval === undefined ? "-" : `${inUnit(interval.low, unit)} to ${inUnit(interval.high, unit)}`;
}

function differenceOf(found: Comparison | undefined, unit: Unit): string {
  if (found?.difference === undefined) return "";
  return `${found.difference > 0 ? "+" : ""}${inUnit(found.difference, unit)} (p ${found.p < 0.0001 ? "<0.0001" : found.p.toFixed(4)})`;
}
