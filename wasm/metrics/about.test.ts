import { describe, expect, it } from "vitest";
import { loadKernels } from "../host/node.ts";
import { about } from "./about.ts";
import { amongOf, type Matrix, type Metric } from "./contract.ts";
import { examples } from "./examples.ts";
import { type Formula, filled, symbolic } from "./formula.ts";
import { metrics } from "./index.ts";

const kernels = await loadKernels();

/** Value of an expression of numbers, + - * / and parentheses, by the usual precedence. */
function evaluate(expression: string): number {
  const tokens = expression.match(/[\d.]+(?:e-?\d+)?|[-+*/()]/g) ?? [];
  let at = 0;
  const chain = (operators: string, next: () => number): number => {
    let value = next();
    while (operators.includes(tokens[at] ?? " ")) {
      const operator = tokens[at++];
      const other = next();
      value = operator === "+" ? value + other : operator === "-" ? value - other : operator === "*" ? value * other : value / other;
    }
    return value;
  };
  const atom = (): number => {
    const token = tokens[at++];
    if (token !== "(") return Number(token);
    const value = chain("+-", product);
    at++;
    return value;
  };
  const product = (): number => chain("*/", atom);
  const value = chain("+-", product);
  if (at !== tokens.length) throw new Error(`${expression}: expected an expression`);
  return value;
}

/** What a formula gives for the sums of a matrix. */
function computed({ is, where = {} }: Formula, sums: Readonly<Record<string, number>>, n: number): number {
  const known: Record<string, number> = { n };
  const number = (expression: string): number =>
    evaluate(
      expression.replace(/\[([^\]]+)\]|\b([a-z])\b/g, (_, id: string | undefined, name: string) =>
        String(id === undefined ? known[name] : sums[id]),
      ),
    );
  for (const [name, expression] of Object.entries(where)) known[name] = number(expression);
  return number(is);
}

function sumsOf(metric: Metric, matrix: Matrix): { sums: Record<string, number>; n: number } {
  const among = amongOf(metric, matrix) ?? new Float64Array(matrix.items).fill(1);
  const sum = (column: Float64Array): number => column.reduce((total, value, i) => total + (among[i] === 0 ? 0 : value), 0);
  return {
    sums: Object.fromEntries(Object.entries(matrix.columns).map(([id, column]) => [id, sum(column)])),
    n: among.reduce((count, one) => count + Number(one !== 0), 0),
  };
}

describe("a metric's page", () => {
  it.each(Object.values(metrics).map((metric) => [metric.id, metric as Metric] as const))(
    "of %s shows the formula that computes it",
    (id, metric) => {
      const example = examples[metric.family];
      const matrix = example?.matrix(kernels) as Matrix;
      const value = metric.value(matrix, undefined);
      if (value.kind !== "value") throw new Error(`${id}: expected an example with a value, found ${value.reason}`);
      const { sums, n } = sumsOf(metric, matrix);
      const { formula, fools, item } = about[metric.id as keyof typeof about];
      expect(computed(formula, sums, n)).toBeCloseTo(value.value, 12);
      expect(fools).toMatch(/\.$/);
      // A mean's statistic is told in words; other formulas name counts that have titles.
      expect(item !== undefined).toBe(/^\[[^\]]+\] \/ n$/.test(formula.is));
    },
  );

  it("uses only statistics that the metric's family measures", () => {
    for (const [id, { formula }] of Object.entries(about)) {
      const known = examples[metrics[id as keyof typeof metrics].family]?.statistics.map((statistic) => statistic.id);
      const used = [formula.is, ...Object.values(formula.where ?? {})].flatMap((text) =>
        [...text.matchAll(/\[([^\]]+)\]/g)].map(([, one]) => one),
      );
      expect(known, id).toEqual(expect.arrayContaining(used));
    }
  });
});

it("a formula is read with its sums by name, and filled in with numbers", () => {
  const is = "(2 * [edge-hits] - [n-grams]) / n";
  expect(symbolic(is)).toBe("(2 × Σ edge-hits − Σ n-grams) / n");
  expect(filled(is, { "edge-hits": 3, "n-grams": 1 / 3 }, 4)).toBe("(2 × 3 − 0.3333) / 4");
});
