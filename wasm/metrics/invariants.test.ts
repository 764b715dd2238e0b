import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../host/node.ts";
import { measured } from "./asked.ts";
import type { Matrix } from "./contract.ts";
import { grounding } from "./grounding/measure.ts";
import { type MetricId, metrics } from "./index.ts";
import { invariantFaults, invariants, ROUNDING } from "./invariants.ts";
import { type GoldStep, labels, type PredictedLabel } from "./labels/measure.ts";
import { orders } from "./orders/measure.ts";
import { ranking } from "./ranking/measure.ts";
import { recognition } from "./recognition/measure.ts";
import { scripts } from "./scripts/measure.ts";
import { MISTAKES, mistakes, ordered } from "./tags/measure.ts";

const figures = (values: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value }]));
const faults = (values: Readonly<Record<string, number>>): string[] => invariantFaults(figures(values), ROUNDING);

describe("an invariant", () => {
  it("is broken by values that cannot be, and says why", () => {
    expect(faults({ "recall-at-1": 0.3, "recall-at-3": 0.5, "recall-at-5": 0.4 })).toEqual([
      "expected each at most the next, found recall-at-1 0.3, recall-at-3 0.5, recall-at-5 0.4: A longer list holds all that a shorter one holds.",
    ]);
    expect(faults({ "accuracy-at-1": 0.3, "precision-at-1": 0.3, "ndcg-at-1": 0.31 })).toHaveLength(1);
    expect(faults({ "edge-f1": 0.61, "edge-precision": 0.7, "edge-recall": 0.5 })).toHaveLength(1);
    expect(faults({ "neutral-f1": 0.71, "neutral-precision": 0.7, "neutral-recall": 0.5 })).toHaveLength(1);
  });

  it("holds at its ends, and says nothing of figures that are not known", () => {
    expect(faults({ "neutral-f1": 0.7, "neutral-precision": 0.7, "neutral-recall": 0.5 })).toEqual([]);
    expect(faults({ "edge-f1": 0.6, "edge-precision": 0.7, "edge-recall": 0.5 })).toEqual([]);
    expect(faults({ "recall-at-1": 0.3, "recall-at-5": 0.2 })).toEqual([]);
    // A class that nobody named has recall only: F1 is 0 as that is.
    expect(faults({ "neutral-f1": 0, "neutral-recall": 0 })).toEqual([]);
    expect(faults({ "neutral-f1": 0.1, "neutral-recall": 0 })).toHaveLength(1);
  });

  it.each(invariants.map((one) => [one.ids.join(", "), one] as const))("of %s is broken by some values", (_, { ids }) => {
    const descending = ids.map((id, i) => [id, 1 - i / 10] as const);
    expect(
      faults(Object.fromEntries(descending)).length +
        faults(Object.fromEntries(descending.toReversed().map(([, value], i) => [ids[i], value]))).length,
    ).toBeGreaterThan(0);
  });
});

describe("invariants hold for whatever a kernel measures", async () => {
  const kernels = await loadKernels();
  const check = (rows: readonly Readonly<Record<string, number>>[], family: string): void => {
    const ids = Object.keys(rows[0] ?? {});
    const matrix: Matrix = {
      items: rows.length,
      columns: Object.fromEntries(ids.map((id) => [id, Float64Array.from(rows, (row) => row[id] as number)])),
    };
    const own = Object.values(metrics).filter((metric) => metric.family === family);
    const values = own.flatMap(({ id, value }) => {
      const told = value(matrix, undefined);
      return told.kind === "value" ? [[id as MetricId, told.value] as const] : [];
    });
    expect(faults(Object.fromEntries(values))).toEqual([]);
  };

  it("of rankings", () => {
    const set = fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 5 });
    const list = fc.array(fc.integer({ min: -1, max: 9 }), { maxLength: 7 });
    const pair = fc.tuple(set, list).map(([gold, candidates]) => ({ gold: gold.sort((a, b) => a - b), answer: { candidates } }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 6 }), (pairs) => check(measured(ranking, pairs, kernels), "ranking")),
      { seed: 1, numRuns: 300 },
    );
  });

  it("of orders", () => {
    const pair = fc.shuffledSubarray([0, 1, 2, 3, 4]).map((answer) => ({
      gold: {
        steps: 5,
        before: [
          [0, 1],
          [0, 2],
          [2, 3],
        ] as const,
      },
      answer,
    }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 4 }), (pairs) => check(measured(orders, pairs, kernels), "orders")),
      { seed: 1, numRuns: 200 },
    );
  });

  it("of completions", () => {
    const list = fc.array(fc.record({ step: fc.nat(4), time: fc.nat(30) }), { minLength: 1, maxLength: 6 });
    const pair = fc.record({ gold: list, answer: list });
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 4 }), (pairs) => check(measured(recognition, pairs, kernels), "recognition")),
      { seed: 1, numRuns: 200 },
    );
  });

  it("of tags", () => {
    const places = (tags: number) => fc.array(fc.uniqueArray(fc.nat(tags - 1)), { minLength: 1, maxLength: 6 });
    const pairs = (tags: number) => fc.array(fc.record({ gold: places(tags), answer: places(tags) }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(pairs(1), pairs(MISTAKES.length), (calls, wrong) => {
        check(measured(ordered, calls, kernels), "ordered");
        check(measured(mistakes, wrong, kernels), "mistakes");
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("of groundings", () => {
    const segment = fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 9 })).map(([start, long]) => [start, start + long] as const);
    const gold = fc.record({ windows: fc.array(segment, { minLength: 1, maxLength: 3 }), once: fc.boolean() });
    const pair = fc.record({ gold, answer: fc.array(segment, { maxLength: 7 }) });
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 6 }), (pairs) => check(measured(grounding, pairs, kernels), "grounding")),
      { seed: 1, numRuns: 300 },
    );
  });

  it("of labels", () => {
    const measure = labels<{ steps: readonly GoldStep[]; apart: boolean }, readonly PredictedLabel[]>({
      gold: ({ steps }) => steps,
      prediction: (told) => told,
      counted: ({ apart }) => !apart,
    });
    // Gold of two classes: what is neutral is neither right nor wrong where steps are judged valid.
    const gold = fc.array(fc.constantFrom(-1 as const, 1 as const), { minLength: 1, maxLength: 5 });
    const told = fc.array(fc.constantFrom(-1, 1, 2, undefined), { maxLength: 7 });
    fc.assert(
      fc.property(fc.array(fc.tuple(gold, told, fc.boolean()), { minLength: 1, maxLength: 6 }), (items) => {
        const columns = measure.gold();
        for (const [own, , apart] of items) columns.add({ steps: own.map((label, index) => ({ index, label })), apart });
        const mark = kernels.arena.mark();
        const measurer = columns.measurer(kernels);
        for (const [i, [, predicted]] of items.entries()) {
          measurer.add(
            i,
            predicted.flatMap((label, step) => (label === undefined ? [] : [{ step, order: step, label }])),
          );
        }
        const rows = measurer.flush();
        kernels.arena.release(mark);
        const { statistics } = measure;
        const row = (i: number) => Object.fromEntries(statistics.map(({ id }, s) => [id, rows[i * statistics.length + s] as number]));
        check(
          items.map((_, i) => row(i)),
          "labels",
        );
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it("of graph scripts", () => {
    const path = fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 5 });
    const edges = fc.array(fc.tuple(fc.integer({ min: -1, max: 5 }), fc.nat(5)), { maxLength: 8 }).map((pairs) => pairs.flat());
    const pair = fc.record({ gold: fc.array(path, { minLength: 1, maxLength: 6 }), answer: edges });
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 5 }), (pairs) => check(measured(scripts, pairs, kernels), "scripts")),
      { seed: 1, numRuns: 300 },
    );
  });
});
