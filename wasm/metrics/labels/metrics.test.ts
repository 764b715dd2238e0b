import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../../host/node.ts";
import { pyInt } from "../../lib/python.ts";
import type { Matrix, Metric } from "../contract.ts";
import { isRanked, type SummedMetric } from "../contract.ts";
import { metrics } from "../index.ts";
import cases from "./cases.json" with { type: "json" };
import { type GoldStep, type LabelsCodec, labels, type PredictedLabel } from "./measure.ts";
import { labelsOracle } from "./oracle.ts";

interface Pair {
  readonly gold: readonly GoldStep[];
  readonly predicted: readonly PredictedLabel[];
}

const plain: LabelsCodec<Pair["gold"], Pair["predicted"]> = { gold: (steps) => steps, prediction: (told) => told };
const measure = labels(plain);
const kernels = await loadKernels();

function measured(pairs: readonly Pair[]): number[][] {
  const gold = measure.gold();
  for (const pair of pairs) gold.add(pair.gold);
  const mark = kernels.arena.mark();
  const measurer = gold.measurer(kernels);
  for (const [i, { predicted }] of pairs.entries()) measurer.add(i, predicted);
  const rows = measurer.flush();
  kernels.arena.release(mark);
  const width = measure.statistics.length;
  return pairs.map((_, i) => [...rows.subarray(i * width, (i + 1) * width)]);
}

/** Keys as their records spell them, in the two meanings that the official code gives them. */
function pairOf({ gold, predicted }: { gold: Record<string, number>; predicted: Record<string, number> }): Pair {
  return {
    gold: Object.entries(gold).map(([key, label]) => ({ index: Number(key), label: label as -1 | 0 | 1 })),
    predicted: Object.entries(predicted).map(([key, label]) => ({
      step: /^\d+$/.test(key) ? Number(key) : undefined,
      order: pyInt(key) === undefined ? undefined : Number(pyInt(key)),
      label,
    })),
  };
}

function rowOf(told: Record<string, number | undefined>): number[] {
  expect(measure.statistics.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(told)));
  return measure.statistics.map(({ id }) => told[id] ?? 0);
}

describe("labels kernel", () => {
  for (const { name, row, ...records } of cases) {
    it(`${name}: kernel and oracle`, () => {
      const pair = pairOf(records as unknown as Parameters<typeof pairOf>[0]);
      expect(measured([pair])).toEqual([rowOf(row)]);
      expect(labelsOracle(pair.gold, pair.predicted)).toEqual(rowOf(row));
    });
  }

  const index = fc.integer({ min: 0, max: 40 });
  const label = fc.constantFrom(-1, -1, 0, 1, 1, 2, -7);
  const gold = fc
    .uniqueArray(fc.record({ index, label: fc.constantFrom(-1 as const, 0 as const, 1 as const) }), { selector: (step) => step.index })
    .map((steps) => steps.sort((a, b) => a.index - b.index));
  const odd = fc.record({
    step: fc.constant(undefined),
    order: fc.option(fc.oneof(fc.integer({ min: -3, max: 40 }), fc.constantFrom(1e12, -1e12)), { nil: undefined }),
    label,
  });
  const named = fc.uniqueArray(fc.tuple(fc.oneof(index, fc.constant(2 ** 40)), label), { selector: ([step]) => step, maxLength: 30 });
  const predicted = fc
    .tuple(named, fc.array(odd, { maxLength: 4 }))
    .map(([told, extra]) => [...told.map(([step, one]) => ({ step, order: step, label: one })), ...extra]);
  const pairs = fc.array(
    fc.oneof(
      fc.record({ gold, predicted }),
      gold.map((same) => ({ gold: same, predicted: asGold(same) })),
    ),
    { minLength: 1, maxLength: 20 },
  );

  it("equals the oracle on random trajectories, keys that are no steps among them", () => {
    let exact = 0;
    fc.assert(
      fc.property(pairs, (given) => {
        const rows = measured(given);
        expect(rows).toEqual(given.map((pair) => labelsOracle(pair.gold, pair.predicted)));
        exact += rows.filter((row) => row[3] === 1).length;
      }),
      { seed: 1, numRuns: 300 },
    );
    expect(exact).toBeGreaterThan(100);
  });

  it("gives the same rows however predictions are batched", () => {
    fc.assert(
      fc.property(pairs, (given) => {
        expect(given.flatMap((pair) => measured([pair]))).toEqual(measured(given));
      }),
      { seed: 2, numRuns: 30 },
    );
  });

  it("counts every gold step once: labelled as something, or not at all", () => {
    fc.assert(
      fc.property(pairs, (given) => {
        for (const row of measured(given)) {
          const at = (id: string): number => row[measure.statistics.findIndex((one) => one.id === id)] as number;
          const confusion = measure.statistics.filter((one) => one.id.includes("-as-")).map((one) => at(one.id));
          expect(confusion.reduce((a, b) => a + b)).toBe(at("steps-answered"));
          expect(at("gold-incorrect") + at("gold-neutral") + at("gold-correct")).toBe(at("steps"));
        }
      }),
      { seed: 3, numRuns: 30 },
    );
  });
});

function asGold(gold: Pair["gold"]): Pair["predicted"] {
  return gold.map(({ index: step, label }) => ({ step, order: step, label }));
}

describe("metrics of the labels family", () => {
  // Two trajectories of three and two steps, and one that got no label at all.
  const rows = measured([
    pairOf({ gold: { 1: 1, 3: -1, 5: -1 }, predicted: { 1: 1, 3: 1, 5: -1 } }),
    pairOf({ gold: { 1: 1, 3: 0 }, predicted: { 1: 1, 3: 1 } }),
    pairOf({ gold: { 1: 1 }, predicted: {} }),
  ]);
  const matrix: Matrix = {
    items: 3,
    columns: Object.fromEntries(measure.statistics.map(({ id }, s) => [id, Float64Array.from(rows, (row) => row[s] as number)])),
  };
  const of = (metric: Metric, weights?: Float64Array) => {
    const value = metric.value(matrix, weights);
    return value.kind === "value" ? value.value : value.reason;
  };

  it("are what can be worked out by hand", () => {
    const own = Object.entries(metrics).filter(([, { family }]) => family === "labels");
    expect(Object.fromEntries(own.map(([id, metric]) => [id, of(metric)]))).toEqual({
      "step-accuracy": 3 / 6,
      "first-error-accuracy": 2 / 3,
      "exact-match": 0,
      "answered-first-error-accuracy": 1 / 3,
      "erroneous-first-error-accuracy": 0,
      "error-free-precision": 1,
      "error-free-recall": 1 / 2,
      "answered-step-accuracy": 3 / 5,
      // 3 of 5 agree; gold has 2 incorrect, 1 neutral, 2 correct, the labels 1, 0 and 4: chance is 2/25 + 8/25.
      "cohen-kappa": expect.closeTo((3 / 5 - 10 / 25) / (1 - 10 / 25), 15),
      "macro-f1": (2 / 3 + 0 + 4 / 7) / 3,
      "correct-precision": 2 / 4,
      "correct-recall": 2 / 3,
      "correct-f1": 4 / 7,
      "neutral-precision": "no step is labelled neutral",
      "neutral-recall": 0,
      "neutral-f1": 0,
      "incorrect-precision": 1,
      "incorrect-recall": 1 / 2,
      "incorrect-f1": 2 / 3,
    });
  });

  it("say why there is no value", () => {
    const last = Float64Array.of(0, 0, 1);
    expect(of(metrics["answered-step-accuracy"], last)).toBe("no step got a label");
    expect(of(metrics["cohen-kappa"], last)).toBe("no step got a label");
    expect(of(metrics["error-free-precision"], last)).toBe("no trajectory is called error-free");
    expect(of(metrics["erroneous-first-error-accuracy"], last)).toBe("no items");
    expect(of(metrics["incorrect-f1"], last)).toBe("no step is incorrect, in gold or by its label");
    expect(of(metrics["macro-f1"], new Float64Array(3))).toBe("no steps");
    expect(of(metrics["error-free-recall"], Float64Array.of(1, 0, 0))).toBe("no trajectory is error-free");
  });

  it("macro F1 is over the classes that occur, in gold or among the labels", () => {
    expect(of(metrics["macro-f1"], Float64Array.of(1, 0, 0))).toBe((2 / 3 + 2 / 3) / 2);
  });

  it("kappa has none where gold and labels are all of one class", () => {
    const same = measured([pairOf({ gold: { 1: 1, 2: 1 }, predicted: { 1: 1, 2: 1 } })])[0] as number[];
    const one = { items: 1, columns: Object.fromEntries(measure.statistics.map(({ id }, s) => [id, Float64Array.of(same[s] as number)])) };
    expect(metrics["cohen-kappa"].value(one, undefined)).toEqual({ kind: "none", reason: "gold and labels are all of one class" });
  });

  it("every group stands together and every metric can be finished from the kernel's statistics", () => {
    const all: readonly Metric[] = Object.values(metrics);
    const own = all.filter((metric): metric is SummedMetric => metric.family === "labels" && !isRanked(metric));
    const ids = measure.statistics.map(({ id }) => id);
    for (const { statistics, among } of own) expect(ids).toEqual(expect.arrayContaining([...statistics, ...(among ? [among] : [])]));
    const groups = own.map(({ group }) => group);
    expect(groups.filter((group, i) => group !== groups[i - 1])).toEqual([...new Set(groups)]);
  });
});
