import { describe, expect, it } from "vitest";
import { loadKernels } from "../host/node.ts";
import { type About, about, type Computed } from "./about.ts";
import { amongOf, isRanked, type Matrix, type Metric } from "./contract.ts";
import { examples } from "./examples.ts";
import { type Sums, statisticsOf, symbolic, workedOut } from "./formula.ts";
import { type MetricId, metrics } from "./index.ts";

const kernels = await loadKernels();

function sumsOf(metric: Metric, matrix: Matrix): Sums {
  const among = amongOf(metric, matrix) ?? new Float64Array(matrix.items).fill(1);
  const sum = (column: Float64Array): number => column.reduce((total, value, i) => total + (among[i] === 0 ? 0 : value), 0);
  return {
    of: Object.fromEntries(Object.entries(matrix.columns).map(([id, column]) => [id, sum(column)])),
    n: among.reduce((count, one) => count + Number(one !== 0), 0),
  };
}

describe("a metric's page", () => {
  it.each(Object.keys(metrics) as MetricId[])("of %s shows what computes it", (id) => {
    const metric: Metric = metrics[id];
    const matrix = examples[metric.family]?.matrix(kernels) as Matrix;
    const told: About = about[id];
    const shown = metric.value(matrix, undefined);
    expect(told.fools).toMatch(/\.$/);
    if (isRanked(metric)) {
      expect("steps" in told && told.steps.length).toBeGreaterThan(1);
      expect(matrix.events?.[metric.events]?.items.length).toBeGreaterThan(0);
      expect(shown.kind).toBe("value");
      return;
    }
    const { formula, item } = told as Computed;
    expect(metric.statistics).toEqual(expect.arrayContaining(statisticsOf(formula)));
    // A mean's statistic is told in words; other formulas name counts that have titles.
    expect(item !== undefined).toBe(/^\[[^\]]+\] \/ n$/.test(formula.is));
    // The page works on one group: a mean over groups is the same there.
    const value = workedOut(formula, sumsOf(metric, matrix)).at(-1)?.value;
    expect(shown).toEqual({ kind: "value", value: expect.closeTo(value ?? Number.NaN, 12) });
  });
});

describe("a formula", () => {
  const formula = { is: "(a - [n-grams]) / (n - 1)", where: { a: "2 * ([edge-hits] + 1)" } };

  it("is read with its sums by name", () => {
    expect(symbolic(formula.is)).toBe("(a − Σ n-grams) / (n − 1)");
    expect(symbolic(formula.where.a)).toBe("2 × (Σ edge-hits + 1)");
    expect(statisticsOf(formula)).toEqual(["edge-hits", "n-grams"]);
  });

  it("is worked out step by step, by the usual precedence", () => {
    expect(workedOut(formula, { of: { "edge-hits": 3, "n-grams": 1 / 3 }, n: 4 })).toEqual([
      { name: "a", filled: "2 × (3 + 1)", value: 8 },
      { filled: "(8 − 0.3333) / (4 − 1)", value: expect.closeTo(23 / 9, 12) },
    ]);
    const value = (is: string): number | undefined => workedOut({ is }, { of: { x: 1.5e-154 }, n: 2 })[0]?.value;
    expect([value("1 + 2 * 3 - 4 / n / n"), value("[x] / n"), value("8 - 2 - 1")]).toEqual([6, 7.5e-155, 5]);
    expect([value("6 / sqrt(2 * 8 - 7)"), symbolic("sqrt(2)")]).toEqual([2, "√(2)"]);
    expect([value("1 +"), value("[y]"), value("1 2")]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});
