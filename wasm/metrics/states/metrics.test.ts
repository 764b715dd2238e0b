import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../../host/node.ts";
import type { Matrix } from "../contract.ts";
import { metrics } from "../index.ts";
import { type StatesCodec, states } from "./measure.ts";
import { statesOracle } from "./oracle.ts";

type Run = readonly (string | null)[];

/** States are their own keys; null has none. */
const plain: StatesCodec<Run, Run> = {
  gold: (run) => run,
  prediction: (run) => run,
  rule: () => 0,
  key: (state) => (state === null ? undefined : String(state)),
};

interface Case {
  readonly name: string;
  readonly gold: Run;
  readonly predicted: Run;
  readonly row: readonly number[];
}

// Read, not imported: bundlers refuse the lone surrogates that one case is about.
const cases: readonly Case[] = JSON.parse(await readFile(new URL("cases.json", import.meta.url), "utf8"));
const kernels = await loadKernels();

function measured(pairs: readonly { gold: Run; predicted: Run }[]): number[][] {
  const measure = states(plain);
  const gold = measure.gold();
  for (const pair of pairs) gold.add(pair.gold);
  const mark = kernels.arena.mark();
  const measurer = gold.measurer(kernels);
  for (const [i, pair] of pairs.entries()) measurer.add(i, pair.predicted);
  const rows = measurer.flush();
  kernels.arena.release(mark);
  const width = measure.statistics.length;
  return pairs.map((_, i) => [...rows.subarray(i * width, (i + 1) * width)]);
}

const keys = (run: Run): (string | undefined)[] => run.map((state) => state ?? undefined);
const oracle = ({ gold, predicted }: { gold: Run; predicted: Run }): number[] =>
  statesOracle(keys(gold), keys(predicted), predicted.at(-1) ?? undefined);

describe("states kernel", () => {
  for (const { name, gold, predicted, row } of cases) {
    it(`${name}: kernel and oracle`, () => {
      expect(measured([{ gold, predicted }])).toEqual([row]);
      expect(oracle({ gold, predicted })).toEqual(row);
    });
  }

  it("equals the oracle on random runs that share prefixes", () => {
    const state = fc.oneof(fc.constantFrom("a", "b", "", null), fc.string({ unit: "binary", maxLength: 40 }));
    const run = fc.array(state, { minLength: 1, maxLength: 30 });
    const pair = fc.tuple(run, run, fc.nat(30)).map(([gold, tail, keep]) => ({ gold, predicted: [...gold.slice(0, keep), ...tail] }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 20 }), (pairs) => {
        expect(measured(pairs)).toEqual(pairs.map(oracle));
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("gives the same rows however predictions are batched", () => {
    const pairs = cases.map(({ gold, predicted }) => ({ gold, predicted }));
    expect(pairs.flatMap((pair) => measured([pair]))).toEqual(measured(pairs));
  });
});

describe("metrics of the states family", () => {
  const matrix: Matrix = { items: 3, columns: { "prefix-accuracy": Float64Array.of(1, 0.5, 0) } };

  it("are means over items", () => {
    expect(metrics["prefix-accuracy"].value(matrix, undefined)).toEqual({ kind: "value", value: 0.5 });
  });

  it("follow their weights", () => {
    expect(metrics["prefix-accuracy"].value(matrix, Float64Array.of(2, 1, 0))).toEqual({ kind: "value", value: 2.5 / 3 });
  });

  it("say why there is no value", () => {
    expect(metrics["prefix-accuracy"].value(matrix, new Float64Array(3))).toEqual({ kind: "none", reason: "no items" });
  });
});
