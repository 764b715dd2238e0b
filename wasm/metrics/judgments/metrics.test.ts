import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../../host/node.ts";
import { krippendorffAlpha } from "../agreement.ts";
import type { Matrix, Metric, SummedMetric, Value } from "../contract.ts";
import { isRanked } from "../contract.ts";
import { type MetricId, metrics } from "../index.ts";
import { invariantFaults, ROUNDING } from "../invariants.ts";
import cases from "./cases.json" with { type: "json" };
import { judgments, type Reference, type Said } from "./measure.ts";
import { judgmentsOracle } from "./oracle.ts";

interface Pair {
  readonly gold: Reference;
  readonly said: Said;
}

const measure = judgments<Reference, Said>({ gold: (reference) => reference, prediction: (said) => said });
const ids = measure.statistics.map(({ id }) => id);
const kernels = await loadKernels();

function measured(pairs: readonly Pair[]): number[][] {
  const gold = measure.gold();
  for (const pair of pairs) gold.add(pair.gold);
  const mark = kernels.arena.mark();
  const measurer = gold.measurer(kernels);
  for (const [i, { said }] of pairs.entries()) measurer.add(i, said);
  const rows = measurer.flush();
  kernels.arena.release(mark);
  return pairs.map((_, i) => [...rows.subarray(i * ids.length, (i + 1) * ids.length)]);
}

function matrixOf(pairs: readonly Pair[]): Matrix {
  const rows = measured(pairs);
  return { items: pairs.length, columns: Object.fromEntries(ids.map((id, s) => [id, Float64Array.from(rows, (row) => row[s] as number)])) };
}

const own = Object.entries(metrics).filter(([, { family }]) => family === "judgments") as [MetricId, SummedMetric][];

function values(pairs: readonly Pair[]): Record<string, Value> {
  const matrix = matrixOf(pairs);
  return Object.fromEntries(own.map(([id, metric]) => [id, metric.value(matrix, undefined)]));
}

const plain = (value: Value | undefined) => (value?.kind === "value" ? value.value : value?.reason);

const word = fc.constantFrom("a", "b", "c", "the", "pot");
const run = fc.array(word, { maxLength: 30 });
const steps = fc.record({
  texts: fc.array(fc.constantFrom("x", "y", "z", "w", "v"), { maxLength: 6 }),
  runs: fc.array(run, { maxLength: 4 }),
});
const verdict = fc.constantFrom("no-failure" as const, "has-failure" as const);
const judgment = fc.record({
  verdict: fc.oneof({ weight: 4, arbitrary: verdict }, { weight: 1, arbitrary: fc.constant("not-parsed" as const) }),
  failures: fc.integer({ min: -2, max: 5 }),
});
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });
const pairs = fc.array(
  fc.record({
    gold: fc.record({ steps: fc.integer({ min: 0, max: 6 }), verdict: maybe(verdict) }),
    said: fc.record({ judgment: maybe(judgment), steps: maybe(steps) }),
  }),
  { minLength: 1, maxLength: 20 },
);

describe("judgments kernel", () => {
  for (const { name, gold, said, row } of cases) {
    it(`${name}: kernel and oracle`, () => {
      const pair = { gold, said } as Pair;
      expect(ids).toEqual(expect.arrayContaining(Object.keys(row)));
      const expected = ids.map((id) => (row as Readonly<Record<string, number>>)[id] ?? 0);
      expect(measured([pair])).toEqual([expected]);
      expect(judgmentsOracle(pair.gold, pair.said)).toEqual(expected);
    });
  }

  it("equals the oracle on random judgments and steps", () => {
    let repeated = 0;
    fc.assert(
      fc.property(pairs, (given) => {
        const rows = measured(given);
        expect(rows).toEqual(given.map(({ gold, said }) => judgmentsOracle(gold, said)));
        repeated += rows.filter((row) => (row[ids.indexOf("repetition-2")] as number) > 0).length;
      }),
      { seed: 1, numRuns: 300 },
    );
    expect(repeated).toBeGreaterThan(100);
  });

  it("gives the same rows however predictions are batched", () => {
    fc.assert(
      fc.property(pairs, (given) => {
        expect(given.flatMap((pair) => measured([pair]))).toEqual(measured(given));
      }),
      { seed: 2, numRuns: 50 },
    );
  });

  it("equals the oracle on a long text of few words, which crowds the table", () => {
    const tokens = Array.from({ length: 20_000 }, (_, i) => `w${(i * i * 7919) % 251}`);
    const pair: Pair = { gold: { steps: 1 }, said: { steps: { texts: ["long"], runs: [tokens] } } };
    expect(measured([pair])).toEqual([judgmentsOracle(pair.gold, pair.said)]);
  });
});

describe("metrics of the judgments family", () => {
  const said = (verdict: "no-failure" | "has-failure" | "not-parsed", failures = 0): Said => ({ judgment: { verdict, failures } });
  const given: Pair[] = [
    { gold: { steps: 2, verdict: "no-failure" }, said: { ...said("no-failure"), steps: { texts: ["a", "b"], runs: [["a", "b"]] } } },
    { gold: { steps: 2, verdict: "has-failure" }, said: { ...said("has-failure", 2), steps: { texts: ["a", "a"], runs: [["a", "a"]] } } },
    { gold: { steps: 2, verdict: "has-failure" }, said: { ...said("no-failure"), steps: { texts: ["a"], runs: [["a"]] } } },
    { gold: { steps: 2 }, said: said("has-failure", 1) },
    { gold: { steps: 2, verdict: "has-failure" }, said: said("not-parsed") },
    { gold: { steps: 2 }, said: {} },
  ];

  it("are what can be worked out by hand", () => {
    expect(Object.fromEntries(Object.entries(values(given)).map(([id, value]) => [id, plain(value)]))).toEqual({
      how2score: 2 / 4,
      "failures-per-procedure": 3 / 4,
      "judgments-not-parsed": 1 / 5,
      "step-count-mismatch": 1 / 3,
      "duplicate-step": 1 / 3,
      // Of the second one word of two and no pair of one repeats; of the others nothing does.
      "ngram-repetition": expect.closeTo(0.5 / 4 / 3, 15),
      "verdict-agreement": 2 / 3,
      // Gold has 1 and 2, the judge 2 and 1: chance is (1 x 2 + 2 x 1) / 9.
      "verdict-kappa": expect.closeTo((2 / 3 - 4 / 9) / (1 - 4 / 9), 15),
      "verdict-alpha": expect.closeTo(1 - 1 / 3 / ((2 * 3 * 3) / (6 * 5)), 15),
      "failure-recall": 1 / 2,
      "failure-precision": 1,
      "no-failure-recall": 1,
      "no-failure-precision": 1 / 2,
    });
  });

  it("say why there is no value: where nothing is said there is no score of 0", () => {
    const nothing = values([{ gold: { steps: 1, verdict: "no-failure" }, said: {} }]);
    expect(Object.fromEntries(Object.entries(nothing).map(([id, value]) => [id, plain(value)]))).toEqual({
      how2score: "no procedure has a judgment that could be parsed",
      "failures-per-procedure": "no procedure has a judgment that could be parsed",
      "judgments-not-parsed": "no procedure was judged",
      "step-count-mismatch": "no procedure has steps",
      "duplicate-step": "no procedure has steps",
      "ngram-repetition": "no procedure has steps",
      "verdict-agreement": "no procedure has a judgment here and in gold",
      "verdict-kappa": "no procedure has a judgment here and in gold",
      "verdict-alpha": "no procedure has a judgment here and in gold",
      "failure-recall": "no procedure has a failure by gold",
      "failure-precision": "this judge finds no failure",
      "no-failure-recall": "every procedure has a failure by gold",
      "no-failure-precision": "this judge finds a failure everywhere",
    });
    const same = values([{ gold: { steps: 1, verdict: "no-failure" }, said: said("no-failure") }]);
    expect([plain(same["verdict-kappa"]), plain(same["verdict-alpha"])]).toEqual(
      Array(2).fill("all judgments, here and in gold, are the same"),
    );
  });

  it("keep their range and the invariants, whatever the order of items; alpha is Krippendorff's", () => {
    fc.assert(
      fc.property(pairs, (some) => {
        const found = values(some);
        const turned = values(some.toReversed());
        for (const [id, metric] of own) {
          const value = plain(found[id]);
          if (typeof value !== "number") continue;
          expect(plain(turned[id]), id).toBeCloseTo(value, 12);
          if (metric.unit === "failures") continue;
          expect(value, id).toBeGreaterThanOrEqual(metric.unit === "coefficient" ? -1 : 0);
          expect(value, id).toBeLessThanOrEqual(1);
        }
        const figures = Object.fromEntries(
          Object.entries(found).map(([id, value]) => [id, value.kind === "value" ? { value: value.value } : {}]),
        );
        expect(invariantFaults(figures, ROUNDING)).toEqual([]);
        const rated = some.filter(({ gold, said: one }) => gold.verdict && one.judgment && one.judgment.verdict !== "not-parsed");
        const ratings = [rated.map(({ gold }) => gold.verdict), rated.map(({ said: one }) => one.judgment?.verdict)];
        const alpha = krippendorffAlpha(
          ratings.map((row) => row.map((one) => Number(one === "has-failure"))),
          "nominal",
        );
        const value = plain(found["verdict-alpha"]);
        if (alpha === undefined) expect(value).toEqual(expect.any(String));
        else expect(value).toBeCloseTo(alpha, 12);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it("a judge held against itself agrees in full, and one more failure never raises How2Score", () => {
    fc.assert(
      fc.property(fc.array(verdict, { minLength: 2, maxLength: 20 }), (verdicts) => {
        const same = values(verdicts.map((one) => ({ gold: { steps: 1, verdict: one }, said: said(one) })));
        expect(plain(same["verdict-agreement"])).toBe(1);
        if (new Set(verdicts).size === 2) expect([plain(same["verdict-kappa"]), plain(same["verdict-alpha"])]).toEqual([1, 1]);
        const worse = values(verdicts.map((one, i) => ({ gold: { steps: 1 }, said: said(i === 0 ? "has-failure" : one) })));
        expect(plain(worse.how2score)).toBeLessThanOrEqual(plain(same.how2score) as number);
      }),
      { seed: 4, numRuns: 100 },
    );
  });

  it("can be finished from the kernel's statistics, group by group together", () => {
    const summed: readonly Metric[] = own.map(([, metric]) => metric);
    for (const metric of summed) {
      if (isRanked(metric)) continue;
      expect(ids).toEqual(expect.arrayContaining([...metric.statistics, ...(metric.among ? [metric.among] : [])]));
    }
    const groups = summed.map(({ group }) => group);
    expect(groups.filter((group, i) => group !== groups[i - 1])).toEqual([...new Set(groups)]);
  });
});
