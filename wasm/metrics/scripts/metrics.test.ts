import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../../host/node.ts";
import { measured } from "../asked.ts";
import type { Steps } from "../completion/measure.ts";
import { metrics } from "../index.ts";
import cases from "./cases.json" with { type: "json" };
import { scripts } from "./measure.ts";
import { scriptsOracle } from "./oracle.ts";

const kernels = await loadKernels();

interface Pair {
  readonly gold: readonly Steps[] | undefined;
  readonly answer: readonly number[] | undefined;
}

const rows = (pairs: readonly Pair[]): number[][] => measured(scripts, pairs, kernels).map((row) => Object.values(row));
const oracle = ({ gold = [], answer }: Pair): number[] => scriptsOracle(gold, answer);

describe("scripts kernel", () => {
  for (const { name, paths, edges, expect: expected } of cases) {
    it(`${name}: kernel and oracle`, () => {
      const pair = { gold: paths, answer: edges };
      expect(measured(scripts, [pair], kernels)[0]).toMatchObject(expected);
      expect(rows([pair])).toEqual([oracle(pair)]);
    });
  }

  it("an item that asks for no graph measures as zeros, whatever was predicted", () => {
    expect(rows([{ gold: undefined, answer: [0, 1] }])).toEqual([new Array(19).fill(0)]);
  });

  const step = fc.oneof({ weight: 4, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.nat(63) });
  const paths = fc.array(fc.array(step, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 12 });
  const edge = fc.tuple(fc.oneof(step, fc.constant(-1)), fc.oneof(step, fc.constant(-1)));
  const edges = fc.array(edge, { maxLength: 20 }).map((list) => list.flat());
  const pair = fc.record({ gold: fc.option(paths, { nil: undefined }), answer: fc.option(edges, { nil: undefined }) });

  it("equals the oracle on random paths and graphs", () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 8 }), (pairs) => {
        expect(rows(pairs)).toEqual(pairs.map(oracle));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("gives the same rows however predictions are batched", () => {
    const pairs = fc.sample(pair, { seed: 2, numRuns: 60 });
    expect(pairs.flatMap((one) => rows([one]))).toEqual(rows(pairs));
  });
});

describe("metrics of the scripts family", () => {
  const columns = {
    "scripts-asked": Float64Array.of(1, 1, 0),
    "scripts-answered": Float64Array.of(1, 0, 0),
    "script-optional-hits": Float64Array.of(2, 0, 0),
    "script-optional-predicted": Float64Array.of(2, 0, 0),
    "script-optional-observed": Float64Array.of(4, 2, 0),
    "script-path-acceptance": Float64Array.of(0.5, 0, 0),
  };
  const matrix = { items: 3, columns };

  it("add up steps over tasks, and average shares over tasks", () => {
    expect(metrics["script-optional-f1"].value(matrix, undefined)).toEqual({ kind: "value", value: 4 / 8 });
    expect(metrics["script-path-acceptance"].value(matrix, undefined)).toEqual({ kind: "value", value: 0.25 });
  });

  it("have no value where there is no graph, or none of what they ask about", () => {
    const none = (reason: string) => ({ kind: "none", reason });
    expect(metrics["script-optional-f1"].value(matrix, Float64Array.of(0, 1, 0))).toEqual(none("no graph was predicted"));
    expect(metrics["script-optional-f1"].value(matrix, Float64Array.of(0, 0, 1))).toEqual(none("no optional step in any graph"));
    expect(metrics["script-path-acceptance"].value(matrix, Float64Array.of(0, 0, 1))).toEqual(none("no item asks for a graph"));
  });
});
