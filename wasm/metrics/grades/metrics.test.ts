import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../../host/node.ts";
import { measured } from "../asked.ts";
import type { Matrix, SummedMetric, Value } from "../contract.ts";
import { type MetricId, metrics } from "../index.ts";
import { invariantFaults, ROUNDING } from "../invariants.ts";
import cases from "./cases.json" with { type: "json" };
import { type Grade, type Graded, grades, type Trajectory } from "./measure.ts";
import { gradesOracle } from "./oracle.ts";

const kernels = await loadKernels();
const ids = grades.statistics.map(({ id }) => id);

interface Pair {
  readonly gold: Trajectory;
  readonly answer: Graded;
}

const rowsOf = (pairs: readonly Pair[]): number[][] => measured(grades, pairs, kernels).map((row) => ids.map((id) => row[id] as number));
const own = Object.entries(metrics).filter(([, { family }]) => family === "grades") as [MetricId, SummedMetric][];

function values(pairs: readonly Pair[]): Record<string, Value> {
  const rows = rowsOf(pairs);
  const columns = Object.fromEntries(ids.map((id, s) => [id, Float64Array.from(rows, (row) => row[s] as number)]));
  const matrix: Matrix = { items: pairs.length, columns };
  return Object.fromEntries(own.map(([id, metric]) => [id, metric.value(matrix, undefined)]));
}

const plain = (value: Value | undefined) => (value?.kind === "value" ? value.value : value?.reason);
const list = (told: readonly (number | null)[] | undefined): readonly Grade[] | undefined => told?.map((grade) => grade ?? undefined);

const grade = fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined, freq: 6 });
const gradeList = fc.array(grade, { maxLength: 8 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 4 });
const pairs = fc.array(
  fc.record({
    gold: fc.record({ grades: gradeList, success: fc.boolean() }),
    answer: fc.record({ grades: maybe(gradeList), success: maybe(fc.boolean()) }),
  }),
  { minLength: 1, maxLength: 12 },
);

describe("grades kernel", () => {
  for (const { name, gold, graded, row } of cases as readonly {
    name: string;
    gold: { grades: (number | null)[]; success: boolean };
    graded: { grades?: (number | null)[]; success?: boolean };
    row: Readonly<Record<string, number>>;
  }[]) {
    it(`${name}: kernel and oracle`, () => {
      const pair: Pair = { gold: { ...gold, grades: list(gold.grades) ?? [] }, answer: { ...graded, grades: list(graded.grades) } };
      expect(ids).toEqual(expect.arrayContaining(Object.keys(row)));
      const expected = ids.map((id) => row[id] ?? 0);
      expect(rowsOf([pair])).toEqual([expected]);
      expect(gradesOracle(pair.gold, pair.answer)).toEqual(expected);
    });
  }

  it("equals the oracle on random grades, however they are batched", () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const rows = rowsOf(given);
        expect(rows).toEqual(given.map(({ gold, answer }) => gradesOracle(gold, answer)));
        expect(given.flatMap((pair) => rowsOf([pair]))).toEqual(rows);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe("metrics of the grades family", () => {
  const given: Pair[] = [
    { gold: { grades: [9, 8, 3], success: true }, answer: { grades: [9, 5, 6], success: true } },
    { gold: { grades: [2, 7], success: false }, answer: { grades: [2, undefined], success: false } },
    { gold: { grades: [4], success: true }, answer: {} },
  ];

  it("are what can be worked out by hand", () => {
    // Compared: 9 9, 8 5, 3 6, 2 2.
    const [n, x, y, xx, yy, xy] = [4, 22, 22, 81 + 64 + 9 + 4, 81 + 25 + 36 + 4, 81 + 40 + 18 + 4];
    expect(Object.fromEntries(Object.entries(values(given)).map(([id, value]) => [id, plain(value)]))).toEqual({
      "grade-accuracy": 2 / 4,
      "grade-f1": 2 / (2 + 2),
      "grade-exact": 2 / 4,
      "grade-error": 6 / 4,
      "grade-correlation": expect.closeTo((n * xy - x * y) / Math.sqrt((n * xx - x * x) * (n * yy - y * y)), 14),
      "kept-share": 2 / 3,
      "steps-graded": 4 / 5,
      "task-success": 1 / 2,
    });
  });

  it("say why there is no value: where nothing is said there is no score of 0", () => {
    const told = values([{ gold: { grades: [4], success: true }, answer: {} }]);
    expect(new Set(Object.values(told).map(({ kind }) => kind))).toEqual(new Set(["none"]));
    const same = values([{ gold: { grades: [4, 4], success: true }, answer: { grades: [1, 2] } }]);
    expect(plain(same["grade-correlation"])).toBe("all grades are the same, here or in gold");
    expect(plain(same["grade-f1"])).toBe("no step has a grade above 5, here or in gold");
  });

  it("keep their range and the invariants, whatever the order of items", () => {
    fc.assert(
      fc.property(pairs, (some) => {
        const found = values(some);
        const turned = values(some.toReversed());
        for (const [id, { unit }] of own) {
          const value = plain(found[id]);
          expect(plain(turned[id]), id).toBe(value);
          if (typeof value !== "number") continue;
          expect(value, id).toBeGreaterThanOrEqual(unit === "coefficient" ? -1 : 0);
          if (unit !== "grades") expect(value, id).toBeLessThanOrEqual(1);
        }
        const figures = Object.entries(found).map(([id, value]) => [id, value.kind === "value" ? { value: value.value } : {}]);
        expect(invariantFaults(Object.fromEntries(figures), ROUNDING)).toEqual([]);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it("a grader as gold agrees in full, and a wrongly passed step more never raises the agreement", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 12 }), (told) => {
        const gold = { grades: told, success: true };
        const same = values([{ gold, answer: { grades: told } }]);
        expect([plain(same["grade-accuracy"]), plain(same["grade-exact"]), plain(same["grade-error"])]).toEqual([1, 1, 0]);
        if (new Set(told).size > 1) expect(plain(same["grade-correlation"])).toBeCloseTo(1, 12);
        const passed = values([{ gold: { ...gold, grades: [...told, 2] }, answer: { grades: [...told, 9] } }]);
        expect(plain(passed["grade-accuracy"])).toBeLessThan(1);
      }),
      { seed: 3, numRuns: 100 },
    );
  });
});
