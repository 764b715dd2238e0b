import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../../host/node.ts";
import { measured } from "../asked.ts";
import type { Matrix } from "../contract.ts";
import { metrics } from "../index.ts";
import cases from "./cases.json" with { type: "json" };
import { type Ranking, ranking } from "./measure.ts";
import { rankingOracle } from "./oracle.ts";

const kernels = await loadKernels();

interface Pair {
  readonly gold: readonly number[] | undefined;
  readonly answer: Ranking | undefined;
}

const rows = (pairs: readonly Pair[]): number[][] => measured(ranking, pairs, kernels).map((row) => Object.values(row));
const oracle = ({ gold = [], answer }: Pair): number[] => rankingOracle(gold, answer);

describe("ranking kernel", () => {
  for (const { name, relevant, answer, expect: expected } of cases) {
    it(`${name}: kernel and oracle`, () => {
      const pair = { gold: relevant, answer: answer as Ranking };
      expect(measured(ranking, [pair], kernels)[0]).toMatchObject(expected);
      expect(rows([pair])).toEqual([oracle(pair)]);
    });
  }

  it("an item that asks for no ranking measures as zeros, whatever was predicted", () => {
    expect(rows([{ gold: undefined, answer: { candidates: [0, 1] } }])).toEqual([new Array(18).fill(0)]);
  });

  const candidate = fc.integer({ min: -1, max: 20 });
  const answer = fc.oneof(
    fc.constant(undefined),
    fc.array(candidate, { maxLength: 30 }).map((candidates) => ({ candidates })),
    fc.array(fc.oneof(fc.constantFrom(0, -0, 0.5, 1, 1e-300), fc.double({ noNaN: true })), { maxLength: 30 }).map((scores) => ({ scores })),
  );
  const gold = fc.uniqueArray(fc.nat(20), { minLength: 1, maxLength: 8 });
  const pair = fc.record({ gold: fc.option(gold, { nil: undefined }), answer });

  it("equals the oracle on random lists and scores, with ties", () => {
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
});

describe("metrics of the ranking family", () => {
  const matrix = (answered: number): Matrix => ({
    items: 4,
    columns: {
      "ranking-asked": Float64Array.of(1, 1, 0, 1),
      "ranking-answered": Float64Array.of(answered, 0, 0, 0),
      "f1-at-3": Float64Array.of(answered, 0, 0, 0),
    },
  });
  const f1 = metrics["f1-at-3"];

  it("are means over the items that ask", () => {
    expect(f1.value(matrix(1), undefined)).toEqual({ kind: "value", value: 1 / 3 });
  });

  it("have no value where nothing was predicted, or nothing asks", () => {
    expect(f1.value(matrix(0), undefined)).toEqual({ kind: "none", reason: "no next step was predicted" });
    expect(f1.value(matrix(1), Float64Array.of(0, 0, 1, 0))).toEqual({ kind: "none", reason: "no item asks for a next step" });
  });
});
