import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../../host/node.ts";
import { measured } from "../asked.ts";
import { metrics } from "../index.ts";
import cases from "./cases.json" with { type: "json" };
import { completion, type Steps } from "./measure.ts";
import { completionOracle } from "./oracle.ts";

const kernels = await loadKernels();

interface Pair {
  readonly gold: readonly Steps[] | undefined;
  readonly answer: Steps | undefined;
}

const rows = (pairs: readonly Pair[]): number[][] => measured(completion, pairs, kernels).map((row) => Object.values(row));
const oracle = ({ gold = [], answer }: Pair): number[] => completionOracle(gold, answer);
const BLEU = 6;

/** All figures are equal; BLEU but for the rounding of this engine's logarithms. */
function expectOracle(pair: Pair, row: readonly number[]): void {
  const expected = oracle(pair);
  expect(row.slice(0, BLEU)).toEqual(expected.slice(0, BLEU));
  const [bleu, own] = [row[BLEU] as number, expected[BLEU] as number];
  expect(Math.abs(bleu - own)).toBeLessThanOrEqual(1e-12 * own);
}

describe("completion kernel", () => {
  for (const { name, references, answer, row } of cases) {
    it(`${name}: kernel and oracle`, () => {
      const pair = { gold: references, answer };
      expect(rows([pair])).toEqual([row]);
      expectOracle(pair, row);
    });
  }

  it("no answer measures as an empty one, and an item that asks for none as zeros", () => {
    expect(rows([{ gold: [[1, 2]], answer: undefined }])).toEqual([[1, 0, 0, 2, 0, 0, 0]]);
    expect(rows([{ gold: undefined, answer: [1, 2] }])).toEqual([[0, 0, 0, 0, 0, 0, 0]]);
  });

  const list = (maxLength: number) =>
    fc.oneof(fc.array(fc.nat(4), { maxLength: Math.min(maxLength, 12) }), fc.array(fc.nat(63), { maxLength }));
  const references = fc.array(list(90), { minLength: 1, maxLength: 5 });
  const random = fc.record({ gold: fc.option(references, { nil: undefined }), answer: fc.option(list(64), { nil: undefined }) });
  /** A reference with a few steps changed. */
  const near = references.chain((gold) =>
    fc.tuple(fc.constantFrom(...gold), fc.array(fc.tuple(fc.nat(63), fc.nat(63)), { maxLength: 3 })).map(([base, changes]) => {
      const answer = base.slice(0, 64);
      for (const [at, step] of changes) if (at < answer.length) answer[at] = step;
      return { gold, answer };
    }),
  );

  it("equals the oracle on random lists, up to 64 steps against longer references", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(random, near), { minLength: 1, maxLength: 10 }), (pairs) => {
        for (const [i, row] of rows(pairs).entries()) expectOracle(pairs[i] as Pair, row);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it("gives the same rows however predictions are batched", () => {
    const pairs = fc.sample(fc.oneof(random, near), { seed: 2, numRuns: 60 });
    expect(pairs.flatMap((one) => rows([one]))).toEqual(rows(pairs));
  });
});

it("metrics of the completion family are means over the items that ask", () => {
  const columns = {
    "completion-asked": Float64Array.of(1, 0, 1),
    "completion-answered": Float64Array.of(1, 0, 0),
    "completion-edit-distance": Float64Array.of(1, 0, 4),
  };
  expect(metrics["completion-edit-distance"].value({ items: 3, columns }, undefined)).toEqual({ kind: "value", value: 2.5 });
  expect(metrics["completion-edit-distance"].value({ items: 3, columns }, Float64Array.of(0, 1, 1))).toEqual({
    kind: "none",
    reason: "no completion was predicted",
  });
});
