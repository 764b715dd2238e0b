import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../../host/node.ts";
import { RecordProblem } from "../../intake/raw.ts";
import type { Matrix, Metric } from "../contract.ts";
import { metrics } from "../index.ts";
import { invariantFaults, ROUNDING } from "../invariants.ts";
import { MOST_LABELS, ROW } from "./abi.ts";
import { MOST_FRAMES, type Run, segments } from "./measure.ts";
import { segmentsOracle } from "./oracle.ts";

const background = "background";

interface Pair {
  readonly gold: readonly Run[];
  readonly predicted: readonly Run[];
}

interface Case extends Pair {
  readonly name: string;
  readonly row: readonly number[];
}

/** The rows of those that the official script can score are what it gives for them. */
const cases: readonly Case[] = JSON.parse(await readFile(new URL("cases.json", import.meta.url), "utf8"));
const kernels = await loadKernels();
const measure = segments<readonly Run[], readonly Run[]>({ gold: (runs) => runs, prediction: (runs) => runs, background });

function measured(pairs: readonly Pair[]): number[][] {
  const gold = measure.gold();
  for (const pair of pairs) gold.add(pair.gold);
  const mark = kernels.arena.mark();
  const measurer = gold.measurer(kernels);
  for (const [i, pair] of pairs.entries()) measurer.add(i, pair.predicted);
  const rows = measurer.flush();
  kernels.arena.release(mark);
  expect(measure.statistics).toHaveLength(ROW);
  expect(measurer.queued).toBe(0);
  return pairs.map((_, i) => [...rows.subarray(i * ROW, (i + 1) * ROW)]);
}

const framesOf = (runs: readonly Run[]): string[] => runs.flatMap(([label, frames]) => new Array<string>(frames).fill(label));
const oracle = ({ gold, predicted }: Pair): number[] =>
  segmentsOracle({ gold: framesOf(gold), predicted: framesOf(predicted), background });

const labels = (more: readonly string[]) => fc.constantFrom(background, "a", "b", "c", ...more);
const runsOf = (most: number, more: readonly string[] = []) =>
  fc.array(fc.tuple(labels(more), fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: most });
/** Gold with pieces of it taken by other labels, which is how predictions look. */
const disturbed = fc.record({
  gold: runsOf(20),
  pieces: fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 20 }), labels(["x", "y"])), { maxLength: 12 }),
});
const pairs = fc.array(
  fc.oneof(
    fc.record({ gold: runsOf(12), predicted: fc.oneof(runsOf(12, ["x", "y"]), fc.constant([])) }),
    fc.record({ gold: runsOf(150), predicted: runsOf(150, ["x", "y"]) }),
    disturbed.map(({ gold, pieces }): Pair => {
      const frames = framesOf(gold);
      for (const [at, length, label] of pieces) frames.fill(label, at, at + length);
      return { gold, predicted: frames.map((label) => [label, 1] as const) };
    }),
  ),
  { minLength: 1, maxLength: 6 },
);

describe("segments kernel", () => {
  for (const { name, row, ...pair } of cases) {
    it(`${name}: kernel and oracle`, () => {
      expect(measured([pair])).toEqual([row]);
      expect(oracle(pair)).toEqual(row);
    });
  }

  it("equals the oracle on random videos, of several words of segments among them", () => {
    let hits = 0;
    fc.assert(
      fc.property(pairs, (given) => {
        const rows = measured(given);
        expect(rows).toEqual(given.map(oracle));
        hits += rows.reduce((sum, row) => sum + (row[7] as number), 0);
      }),
      { seed: 1, numRuns: 300 },
    );
    expect(hits).toBeGreaterThan(1000);
  });

  it("gives the same rows however predictions are batched, and in whatever runs frames are written", () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const rows = measured(given);
        expect(given.flatMap((pair) => measured([pair]))).toEqual(rows);
        const single = (runs: readonly Run[]): Run[] => framesOf(runs).map((label) => [label, 1] as const);
        expect(measured(given.map(({ gold, predicted }) => ({ gold: single(gold), predicted: single(predicted) })))).toEqual(rows);
      }),
      { seed: 2, numRuns: 50 },
    );
  });

  it("has all of a perfect prediction right", () => {
    fc.assert(
      fc.property(runsOf(100), (gold) => {
        const [row] = measured([{ gold, predicted: gold }]) as [number[]];
        const [frames = 0, right, edit, told = 0, own, ...rest] = row;
        expect([right, edit, own, ...rest]).toEqual([frames, 1, told, told, told, told, 0]);
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  it("measures predictions of many frames without keeping all of them", () => {
    const gold: readonly Run[] = [["a", MOST_FRAMES]];
    const long = { gold, predicted: gold };
    const short = { gold, predicted: [["a", 1]] as const };
    const many = [...new Array<Pair>(20).fill(long), short, ...new Array<Pair>(20).fill(long)];
    const rows = measured(many);
    expect(rows[20]).toEqual([MOST_FRAMES, 1, 1, 1, 1, 0, 0, 0, 0]);
    expect(new Set([...rows.slice(0, 20), ...rows.slice(21)].map(String))).toEqual(
      new Set([String([MOST_FRAMES, MOST_FRAMES, 1, 1, 1, 1, 1, 1, 0])]),
    );
  });

  it("takes gold of 253 labels beside background, and refuses 254, none, and a frame too many", () => {
    const labelled = (count: number): Run[] => Array.from({ length: count }, (_, i) => [`l${i}`, 1]);
    const full = labelled(MOST_LABELS);
    expect(measured([{ gold: full, predicted: full }])[0]?.slice(0, 5)).toEqual([253, 253, 1, 253, 253]);
    const add = (runs: readonly Run[]) => () => measure.gold().add(runs);
    expect(add(labelled(MOST_LABELS + 1))).toThrow("runs: expected at most 253 different labels, found 254");
    expect(add([])).toThrow("runs: expected 1 to 1000000 frames, found 0");
    expect(
      add([
        ["a", MOST_FRAMES],
        ["b", 1],
      ]),
    ).toThrow(RecordProblem);
  });
});

const own: readonly Metric[] = Object.values(metrics).filter(({ family }) => family === "segments");

function matrixOf(rows: readonly (readonly number[])[], groups: readonly number[]): Matrix {
  return {
    items: rows.length,
    columns: Object.fromEntries(measure.statistics.map(({ id }, s) => [id, Float64Array.from(rows, (row) => row[s] as number)])),
    groups: { of: Int32Array.from(groups), count: Math.max(...groups) + 1 },
  };
}

const figureOf = (metric: Metric, matrix: Matrix, weights?: Float64Array): number | string => {
  const value = metric.value(matrix, weights);
  return value.kind === "value" ? value.value : value.reason;
};

describe("metrics of the segments family", () => {
  // One split of two videos, one of a single one.
  const rows = [
    [100, 80, 0.5, 4, 5, 3, 3, 2, 1],
    [50, 10, 1, 6, 5, 5, 4, 4, 1],
    [10, 10, 0.25, 2, 8, 2, 1, 0, 6],
  ];
  const matrix = matrixOf(rows, [0, 0, 1]);

  it("are pooled within a split, but for edit, and averaged over splits", () => {
    expect(Object.fromEntries(own.map((metric) => [metric.id, figureOf(metric, matrix)]))).toEqual({
      "f1-at-50": (12 / 20 + 0) / 2,
      "f1-at-25": expect.closeTo((14 / 20 + 2 / 10) / 2, 15),
      "f1-at-10": expect.closeTo((16 / 20 + 4 / 10) / 2, 15),
      "edit-score": (0.75 + 0.25) / 2,
      "frame-accuracy": (90 / 150 + 1) / 2,
      "segment-precision-at-50": (6 / 10 + 0) / 2,
      "segment-recall-at-50": (6 / 10 + 0) / 2,
      "segment-count-error": (2 / 10 + 6 / 8) / 2,
    });
  });

  it("say why there is no value", () => {
    const none = Object.fromEntries(own.map((metric) => [metric.id, figureOf(metric, matrix, new Float64Array(3))]));
    expect(new Set(Object.values(none))).toEqual(new Set(["no items"]));
    const silent = matrixOf([[10, 4, 0, 0, 3, 0, 0, 0, 3]], [0]);
    expect(figureOf(metrics["segment-precision-at-50"], silent)).toBe("no segment is predicted");
    expect(figureOf(metrics["f1-at-50"], silent)).toBe(0);
    const idle = matrixOf([[10, 10, 1, 0, 0, 0, 0, 0, 0]], [0]);
    expect(figureOf(metrics["segment-recall-at-50"], idle)).toBe("no segment in gold");
    // nan_to_num of the official script
    expect(figureOf(metrics["f1-at-10"], idle)).toBe(0);
  });

  it("keep the invariants, stay in range, and do not depend on the order of videos, for whatever is predicted", () => {
    fc.assert(
      fc.property(pairs, fc.nat(3), (given, splits) => {
        const told = measured(given);
        const groups = given.map((_, i) => i % (splits + 1)).map((group) => Math.min(group, given.length - 1));
        const all = matrixOf(told, groups);
        const turned = matrixOf(told.toReversed(), groups.toReversed());
        const figures: Record<string, { value: number }> = {};
        for (const metric of own) {
          const value = figureOf(metric, all);
          if (typeof value === "string") continue;
          figures[metric.id] = { value };
          expect(value).toBeGreaterThanOrEqual(0);
          if (metric.better === "higher") expect(value).toBeLessThanOrEqual(1);
          expect(figureOf(metric, turned)).toBeCloseTo(value, 12);
        }
        expect(invariantFaults(figures, ROUNDING)).toEqual([]);
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it("do not gain precision from one more segment of a label that gold does not have", () => {
    fc.assert(
      fc.property(disturbed, ({ gold }) => {
        const extra: readonly Run[] = [...gold, ["x", 5]];
        const [before, after] = measured([
          { gold, predicted: gold },
          { gold, predicted: extra },
        ]) as [number[], number[]];
        const precision = (row: number[]) => figureOf(metrics["segment-precision-at-50"], matrixOf([row], [0]));
        if (typeof precision(before) === "number") expect(precision(after)).toBeLessThan(precision(before) as number);
        else expect(precision(after)).toBe(0);
      }),
      { seed: 5, numRuns: 50 },
    );
  });

  it("every group stands together", () => {
    const groups = own.map(({ group }) => group);
    expect(groups.filter((group, i) => group !== groups[i - 1])).toEqual([...new Set(groups)]);
  });
});
