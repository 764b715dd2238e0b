import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../../host/node.ts";
import type { Matrix, Metric } from "../contract.ts";
import { metrics } from "../index.ts";
import { MOST_STEPS } from "./abi.ts";
import { type Assigning, assign, type ScoreMatrix, secondsOf } from "./assign.ts";
import cases from "./cases.json" with { type: "json" };
import { type PointingCodec, pointing, type Window } from "./measure.ts";
import { assignOracle, pointingOracle } from "./oracle.ts";

interface Pair {
  readonly gold: readonly (readonly Window[])[];
  readonly points: readonly (number | undefined)[] | ScoreMatrix;
}

const plain: PointingCodec<Pair["gold"], Pair["points"]> = { gold: (windows) => windows, prediction: (points) => points };
const measure = pointing(plain);
const kernels = await loadKernels();

function measured(pairs: readonly Pair[]): number[][] {
  const gold = measure.gold();
  for (const pair of pairs) gold.add(pair.gold);
  const mark = kernels.arena.mark();
  const measurer = gold.measurer(kernels);
  for (const [i, { points }] of pairs.entries()) measurer.add(i, points);
  const rows = measurer.flush();
  kernels.arena.release(mark);
  return pairs.map((_, i) => [...rows.subarray(i * 3, (i + 1) * 3)]);
}

describe("pointing kernel", () => {
  for (const { name, gold, points, row } of cases) {
    it(`${name}: kernel and oracle`, () => {
      const pair = {
        gold: (gold as [number, number][][]).map((windows) => windows.map(([start, end]) => ({ start, end }))),
        points: (points as (number | null)[]).map((point) => point ?? undefined),
      };
      expect(measured([pair])).toEqual([row]);
      expect(pointingOracle(pair.gold, pair.points)).toEqual(row);
    });
  }

  const second = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.double({ min: -1, max: 31, noNaN: true }));
  const window = fc.tuple(second, second).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  const gold = fc.array(fc.array(window, { maxLength: 3 }), { maxLength: 8 });
  const points = fc.array(fc.option(second, { nil: undefined }), { maxLength: 10 });
  const pairs = fc.array(fc.record({ gold, points }), { minLength: 1, maxLength: 20 });

  it("equals the oracle on random windows and points", () => {
    let hits = 0;
    fc.assert(
      fc.property(pairs, (given) => {
        const rows = measured(given);
        expect(rows).toEqual(given.map((pair) => pointingOracle(pair.gold, pair.points)));
        hits += rows.reduce((sum, row) => sum + (row[2] as number), 0);
      }),
      { seed: 1, numRuns: 300 },
    );
    expect(hits).toBeGreaterThan(1000);
  });

  it("gives the same rows however predictions are batched", () => {
    fc.assert(
      fc.property(pairs, (given) => {
        expect(given.flatMap((pair) => measured([pair]))).toEqual(measured(given));
      }),
      { seed: 2, numRuns: 30 },
    );
  });

  it("counts no more hits than answers and no more answers than queries; all points right hit all", () => {
    fc.assert(
      fc.property(gold, points, (windows, told) => {
        const [queries, answered, hits] = measured([{ gold: windows, points: told }])[0] as [number, number, number];
        expect(hits <= answered && answered <= queries).toBe(true);
        const right = windows.map(([first]) => first?.end);
        expect(measured([{ gold: windows, points: right }])).toEqual([[queries, queries, queries]]);
      }),
      { seed: 3, numRuns: 100 },
    );
  });
});

/** A matrix from rows of scores or costs. */
function matrix(...rows: readonly (readonly number[])[]): ScoreMatrix {
  return { frames: rows.length, steps: rows[0]?.length ?? 0, scores: Float32Array.from(rows.flat()) };
}

const once: Assigning = { exactlyOne: true, background: 0 };

describe("the assignment in order", () => {
  it("finds the highest sum with steps in order, not each step's own highest score", () => {
    const scores = matrix([1, 9], [5, 0], [0, 2], [0, 3]);
    expect(secondsOf(scores, kernels)).toEqual([1, 3]);
    expect(measured([{ gold: [[{ start: 1, end: 1 }], [{ start: 0, end: 0 }]], points: scores }])).toEqual([[2, 2, 1]]);
  });

  it("has one way where there are as many frames as steps, whatever it costs", () => {
    expect(secondsOf(matrix([-1, 9, 9], [9, -9, 9], [9, 9, -9]), kernels)).toEqual([0, 1, 2]);
  });

  it("of equal ways stays in the background first, and then prefers it to the step before", () => {
    const flat = matrix([0], [0], [0]);
    expect([...assign(flat, once, kernels)]).toEqual(assignOracle(flat, once));
    expect([...assign(flat, once, kernels)]).toEqual([0, 0, 1]);
    const longer = { exactlyOne: false, background: 0 };
    expect([...assign(flat, longer, kernels)]).toEqual(assignOracle(flat, longer));
  });

  const matrices = fc
    .integer({ min: 1, max: 9 })
    .chain((steps) => fc.tuple(fc.constant(steps), fc.integer({ min: steps, max: steps + 20 })))
    .chain(([steps, frames]) =>
      fc
        .array(fc.oneof(fc.constantFrom(0, 0, 1, -1, 0.5), fc.float({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })), {
          minLength: steps * frames,
          maxLength: steps * frames,
        })
        .map((costs) => ({ steps, frames, scores: Float32Array.from(costs) })),
    );

  it.each([true, false])("equals the oracle on random costs, many of them equal (exactly one frame: %s)", (exactlyOne) => {
    fc.assert(
      fc.property(matrices, fc.constantFrom(0, 0.25, -0.5), (costs, background) => {
        const how = { exactlyOne, background };
        expect([...assign(costs, how, kernels)]).toEqual(assignOracle(costs, how));
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  it.each([1, 2, 61, 62, MOST_STEPS])("holds %d steps", (steps) => {
    const frames = steps + 7;
    const costs = { frames, steps, scores: Float32Array.from({ length: frames * steps }, (_, i) => ((i * 37) % 101) - 50) };
    for (const exactlyOne of [true, false]) {
      const how = { exactlyOne, background: 0.25 };
      expect([...assign(costs, how, kernels)]).toEqual(assignOracle(costs, how));
    }
  });
});

describe("metrics of the pointing family", () => {
  // Two tasks: 2 of 3 and 0 of 1 steps in the first, 1 of 4 in the second; one query is not answered.
  const columns = {
    "pointing-queries": Float64Array.of(3, 1, 4),
    "pointing-answered": Float64Array.of(3, 1, 3),
    "pointing-hits": Float64Array.of(2, 0, 1),
  };
  const given: Matrix = { items: 3, columns, groups: { of: Int32Array.of(0, 0, 1), count: 2 } };
  const of = (metric: Metric, weights?: number[]) => {
    const value = metric.value(given, weights && Float64Array.from(weights));
    return value.kind === "value" ? value.value : value.reason;
  };

  it("are what can be worked out by hand", () => {
    const own = Object.entries(metrics).filter(([, { family }]) => family === "pointing");
    expect(Object.fromEntries(own.map(([id, metric]) => [id, of(metric)]))).toEqual({
      "pointing-recall": 3 / 8,
      "average-recall": (2 / 4 + 1 / 4) / 2,
      "answered-pointing-recall": 3 / 7,
    });
  });

  it("say why there is no value", () => {
    const silent: Matrix = {
      items: 1,
      columns: { ...columns, "pointing-answered": new Float64Array(3), "pointing-hits": new Float64Array(3) },
    };
    expect(metrics["pointing-recall"].value(silent, undefined)).toEqual({ kind: "none", reason: "no time was pointed at" });
    expect(of(metrics["pointing-recall"], [0, 0, 0])).toBe("no query has a window in gold");
    expect(of(metrics["answered-pointing-recall"], [0, 0, 0])).toBe("no time was pointed at");
    expect(of(metrics["average-recall"], [0, 0, 0])).toBe("no items");
  });
});
