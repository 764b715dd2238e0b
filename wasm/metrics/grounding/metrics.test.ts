import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../../host/node.ts";
import { measured } from "../asked.ts";
import type { Matrix } from "../contract.ts";
import { type MetricId, metrics } from "../index.ts";
import cases from "./cases.json" with { type: "json" };
import { grounding, type Query, type Segment } from "./measure.ts";
import { groundingOracle } from "./oracle.ts";

const kernels = await loadKernels();

interface Pair {
  readonly gold: Query | undefined;
  readonly answer: readonly Segment[] | undefined;
}

const rows = (pairs: readonly Pair[]): number[][] => measured(grounding, pairs, kernels).map((row) => Object.values(row));
const oracle = ({ gold, answer }: Pair): number[] => groundingOracle(gold, answer);

function matrixOf(pairs: readonly Pair[]): Matrix {
  const told = measured(grounding, pairs, kernels);
  const columns = grounding.statistics.map(({ id }) => [id, Float64Array.from(told, (row) => row[id] as number)] as const);
  return { items: pairs.length, columns: Object.fromEntries(columns) };
}

const ids = (Object.keys(metrics) as MetricId[]).filter((id) => metrics[id].family === "grounding");

function scores(pairs: readonly Pair[]): Record<string, number> {
  const matrix = matrixOf(pairs);
  return Object.fromEntries(
    ids.flatMap((id) => {
      const told = metrics[id].value(matrix, undefined);
      return told.kind === "value" ? [[id, told.value]] : [];
    }),
  );
}

// Whole numbers make overlaps that equal the bounds; the others do not.
const time = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.double({ min: -5, max: 50, noNaN: true }));
const window = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 9 }))
  .map(([start, long]): Segment => [start, start + long]);
const gold = fc.record({ windows: fc.array(window, { minLength: 1, maxLength: 5 }), once: fc.boolean() });
const answer = fc.array(fc.tuple(time, time), { maxLength: 8 });
const asking = fc.record({ gold, answer: fc.option(answer, { nil: undefined }) });
const pair = fc.record({ gold: fc.option(gold, { nil: undefined }), answer: fc.option(answer, { nil: undefined }) });

describe("grounding kernel", () => {
  for (const { name, windows, segments, expect: expected } of cases) {
    it(`${name}: kernel and oracle`, () => {
      const one = { gold: { windows: windows as [number, number][], once: true }, answer: segments as [number, number][] };
      expect(measured(grounding, [one], kernels)[0]).toMatchObject(expected);
      expect(rows([one])).toEqual([oracle(one)]);
    });
  }

  it("an item that asks for no grounding measures as zeros, whatever was predicted", () => {
    expect(rows([{ gold: undefined, answer: [[0, 1]] }])).toEqual([new Array(13).fill(0)]);
  });

  it("equals the oracle on random windows and segments, to the last bit", () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 20 }), (pairs) => {
        expect(rows(pairs)).toEqual(pairs.map(oracle));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it("gives the same rows however predictions are batched", () => {
    const pairs = fc.sample(pair, { seed: 2, numRuns: 60 });
    expect(pairs.flatMap((one) => rows([one]))).toEqual(rows(pairs));
  });

  it("takes times of any size", () => {
    const far = { gold: { windows: [[0, 5e-324] as const], once: true }, answer: [[-1.7e308, 1.7e308] as const, [0, 5e-324] as const] };
    expect(rows([far])).toEqual([oracle(far)]);
    expect(measured(grounding, [far], kernels)[0]).toMatchObject({ "grounding-r1-at-30": 0, "grounding-r5-at-50": 1, "grounding-iou": 0 });
  });
});

describe("metrics of the grounding family", () => {
  const asked = fc.array(asking, { minLength: 1, maxLength: 12 });

  it("lie between 0 and 1", () => {
    fc.assert(
      fc.property(asked, (pairs) => {
        for (const value of Object.values(scores(pairs))) expect(value >= 0 && value <= 1).toBe(true);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it("are 1 for a perfect prediction, and 0 for none beside an answer", () => {
    const windows: readonly Segment[] = [
      [0, 4],
      [8, 9],
    ];
    const perfect = { gold: { windows, once: true }, answer: windows.slice(0, 1) };
    expect(Object.values(scores([perfect]))).toEqual(ids.map(() => 1));
    expect(Object.values(scores([{ ...perfect, answer: [] }]))).toEqual(ids.map(() => 0));
  });

  it("do not hang on the order of items", () => {
    fc.assert(
      fc.property(asked, (pairs) => {
        const turned = scores(pairs.toReversed());
        for (const [id, value] of Object.entries(scores(pairs))) expect(turned[id]).toBeCloseTo(value, 12);
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it("do not rise where a segment is put before the others that lies nowhere", () => {
    fc.assert(
      fc.property(asked, (pairs) => {
        const worse = scores(pairs.map((one) => ({ ...one, answer: one.answer && ([[900, 901], ...one.answer] as Segment[]) })));
        for (const [id, value] of Object.entries(scores(pairs))) expect(worse[id]).toBeLessThanOrEqual(value);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it("ask each text once by the challenge's rule, and every query by the starter code's", () => {
    const windows: readonly Segment[] = [
      [0, 10],
      [20, 30],
    ];
    const again = { gold: { windows: windows.toReversed(), once: false }, answer: [[0, 10] as const] };
    const pairs = [{ gold: { windows, once: true }, answer: [[0, 10] as const] }, again];
    expect(scores(pairs)).toMatchObject({
      "grounding-r1-at-50": 1,
      "grounding-mean-r1": 1,
      "grounding-own-r1-at-50": 0.5,
      "grounding-own-iou": 0.5,
    });
  });

  it("have no value where nothing was predicted, or nothing asks", () => {
    const { gold } = { gold: { windows: [[0, 1] as const], once: true } };
    const matrix = matrixOf([
      { gold, answer: undefined },
      { gold: undefined, answer: undefined },
    ]);
    for (const id of ids) {
      expect(metrics[id].value(matrix, undefined)).toEqual({ kind: "none", reason: "no step grounding was predicted" });
      expect(metrics[id].value(matrix, Float64Array.of(0, 1))).toEqual({ kind: "none", reason: "no item asks for a step grounding" });
    }
  });
});
