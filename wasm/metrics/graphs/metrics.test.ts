import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../../host/node.ts";
import { RecordProblem } from "../../intake/raw.ts";
import type { Matrix } from "../contract.ts";
import { metrics } from "../index.ts";
import { EDIT_BUDGET, EDIT_DISTANCE, EDIT_EXACT, EDIT_LOWER_BOUND, MATRICES, MOST_NODES, ROW, SEARCH_BYTES, UNKNOWN_NODES } from "./abi.ts";
import { type Arc, type GraphsCodec, graphs } from "./measure.ts";
import { editOracle, type GraphPair, graphsOracle } from "./oracle.ts";

interface Gold {
  readonly nodes: number;
  readonly gold: readonly Arc<number>[];
  readonly executions: readonly (readonly number[])[];
}

/** Nodes are named by their numbers. */
const plain: GraphsCodec<Gold, readonly Arc<string>[]> = {
  gold: ({ nodes, gold: arcs, executions }) => ({
    nodes,
    arcs,
    executions,
    find: (name) => (/^\d+$/.test(name) && Number(name) < nodes ? Number(name) : undefined),
  }),
  prediction: (arcs) => arcs,
};

interface Case extends Gold {
  readonly name: string;
  readonly predicted: readonly Arc<string>[];
  readonly row: readonly number[];
}

const cases: readonly Case[] = JSON.parse(await readFile(new URL("cases.json", import.meta.url), "utf8"));
const kernels = await loadKernels();

function measured(pairs: readonly (Gold & { predicted: readonly Arc<string>[] })[]): number[][] {
  const measure = graphs(plain);
  const gold = measure.gold();
  for (const pair of pairs) gold.add(pair);
  const mark = kernels.arena.mark();
  const measurer = gold.measurer(kernels);
  for (const [i, pair] of pairs.entries()) measurer.add(i, pair.predicted);
  const rows = measurer.flush();
  kernels.arena.release(mark);
  expect(measure.statistics).toHaveLength(ROW);
  return pairs.map((_, i) => [...rows.subarray(i * ROW, (i + 1) * ROW)]);
}

/** A pair of graphs as the oracles take it: unknown names are numbered as they come. */
function numbered({ nodes, gold, predicted, executions }: Gold & { predicted: readonly Arc<string>[] }): GraphPair {
  const names = new Map<string, number>();
  const number = (name: string): number => {
    if (/^\d+$/.test(name) && Number(name) < nodes) return Number(name);
    if (!names.has(name)) names.set(name, nodes + names.size);
    return names.get(name) as number;
  };
  const arcs = predicted.map(([before, after]): Arc<number> => [number(before), number(after)]);
  return { nodes, all: nodes + names.size, gold, predicted: arcs, executions };
}

/** A gold graph of `nodes` nodes whose numbers do not follow its order, with executions that may leave nodes out. */
function goldOf(nodes: number): fc.Arbitrary<Gold> {
  const node = fc.nat(nodes - 1);
  const numbers = Array.from({ length: nodes }, (_, i) => i);
  return fc
    .record({
      names: fc.shuffledSubarray(numbers, { minLength: nodes }),
      arcs: fc.array(fc.tuple(node, node), { maxLength: 3 * nodes }),
      executions: fc.array(fc.shuffledSubarray(numbers), { maxLength: 4 }),
    })
    .map(({ names, arcs, executions }) => ({
      nodes,
      gold: arcs
        .filter(([u, v]) => u !== v)
        .map(([u, v]): Arc<number> => [names[Math.min(u, v)] as number, names[Math.max(u, v)] as number]),
      executions,
    }));
}

/** Arcs between nodes of gold and others: with cycles, loops and repeats. */
function predictedOf(nodes: number, more: number): fc.Arbitrary<readonly Arc<string>[]> {
  const name = fc.nat(nodes + more - 1).map((node) => (node < nodes ? String(node) : `new ${node}`));
  return fc.array(fc.tuple(name, name), { maxLength: 2 * nodes });
}

const pairOf = (most: number, more: number) =>
  fc
    .integer({ min: 1, max: most })
    .chain((nodes) =>
      fc.record({
        pair: goldOf(nodes),
        predicted: predictedOf(nodes, more),
        keep: fc.array(fc.boolean(), { minLength: 3 * most, maxLength: 3 * most }),
      }),
    )
    .map(({ pair, predicted, keep }) => ({
      ...pair,
      // some of gold's own arcs, so that there are hits
      predicted: [...pair.gold.filter((_, i) => keep[i]).map(([u, v]): Arc<string> => [String(u), String(v)]), ...predicted],
    }));

describe("graphs kernel", () => {
  for (const { name, row, ...pair } of cases) {
    it(`${name}: kernel and oracles`, () => {
      expect(measured([pair])).toEqual([row]);
      const { before, unknown } = graphsOracle(numbered(pair));
      expect([...before, row[EDIT_DISTANCE], row[EDIT_LOWER_BOUND], 1, unknown]).toEqual(row);
      expect(editOracle(numbered(pair))).toBe(row[EDIT_DISTANCE]);
    });
  }

  it("equals the oracle on random graphs, small ones and ones of several words", () => {
    for (const [most, more, numRuns] of [
      [12, 4, 150],
      [70, 20, 25],
    ] as const) {
      fc.assert(
        fc.property(fc.array(pairOf(most, more), { minLength: 1, maxLength: 4 }), (pairs) => {
          const rows = measured(pairs);
          for (const [i, pair] of pairs.entries()) {
            const { before, unknown } = graphsOracle(numbered(pair));
            expect(rows[i]?.slice(0, before.length)).toEqual(before);
            expect(rows[i]?.[UNKNOWN_NODES]).toBe(unknown);
          }
        }),
        { seed: 3, numRuns },
      );
    }
  });

  it("gives the same rows however predictions are batched", () => {
    expect(cases.flatMap((pair) => measured([pair]))).toEqual(measured(cases));
  });

  it("takes graphs of 512 nodes, of gold and of a prediction that has none of them", () => {
    const chain = Array.from({ length: MOST_NODES - 1 }, (_, i): Arc<number> => [i, i + 1]);
    const gold = { nodes: MOST_NODES, gold: chain, executions: [] };
    const own = chain.map(([u, v]): Arc<string> => [String(u), String(v)]);
    const other = chain.map(([u, v]): Arc<string> => [`new ${u}`, `new ${v}`]);
    const pairs = (MOST_NODES * (MOST_NODES - 1)) / 2;
    const [same, foreign] = measured([
      { ...gold, predicted: own },
      { ...gold, predicted: [...other, ["new 511", "new 0"]] },
    ]) as [number[], number[]];
    expect(same.slice(0, 15)).toEqual([511, 511, 511, 1, 1, 1, pairs, pairs, pairs, 1, 511, 511, 511, 1, 1]);
    expect(same.slice(EDIT_DISTANCE, ROW)).toEqual([0, 0, 1, 0]);
    // a cycle reaches all of itself from everywhere, and none of its arcs goes
    expect(foreign.slice(6, 15)).toEqual([0, MOST_NODES ** 2, pairs, 0, 0, MOST_NODES, 511, 0, 0]);
    // without a search the named graphs are compared: all arcs go and come, 512 nodes come; at least one arc comes
    expect(foreign.slice(EDIT_DISTANCE, ROW)).toEqual([511 + 512 + 512, 1 + 512, 0, 512]);
  });

  it("refuses gold with a cycle and gold of 513 nodes", () => {
    const add = (gold: Gold) => () => graphs(plain).gold().add(gold);
    expect(
      add({
        nodes: 3,
        gold: [
          [0, 1],
          [1, 2],
          [2, 1],
        ],
        executions: [],
      }),
    ).toThrow(RecordProblem);
    expect(add({ nodes: 1, gold: [[0, 0]], executions: [] })).toThrow("edges: expected a graph without cycles, found 1 nodes");
    expect(add({ nodes: MOST_NODES + 1, gold: [], executions: [] })).toThrow("steps: expected at most 512 nodes, found 513");
  });
});

describe("graph edit distance", () => {
  it("is that of the best of all mappings", () => {
    fc.assert(
      fc.property(pairOf(6, 1), (pair) => {
        const [row] = measured([pair]) as [number[]];
        const distance = editOracle(numbered(pair));
        expect([row[EDIT_DISTANCE], row[EDIT_LOWER_BOUND], row[EDIT_EXACT]]).toEqual([distance, distance, 1]);
      }),
      { seed: 5, numRuns: 150 },
    );
  });

  it("does not change with the names of nodes", () => {
    fc.assert(
      fc.property(pairOf(9, 0), fc.integer(), (pair, turn) => {
        const turned = pair.predicted.map(([u, v]): Arc<string> => {
          const move = (name: string): string => String((Number(name) + Math.abs(turn)) % pair.nodes);
          return [move(u), move(v)];
        });
        const [one, other] = measured([pair, { ...pair, predicted: turned }]) as [number[], number[]];
        expect(one.slice(EDIT_DISTANCE, ROW)).toEqual(other.slice(EDIT_DISTANCE, ROW));
      }),
      { seed: 6, numRuns: 50 },
    );
  });

  it("is bounded from both sides where the search is stopped, and the same each time", () => {
    // two unlike graphs of 40 nodes: no search ends
    const arcs = (step: number) => Array.from({ length: 80 }, (_, i): Arc<number> => [i % 20, 20 + ((i * step) % 20)]);
    const pair = {
      nodes: 40,
      gold: arcs(7),
      executions: [],
      predicted: arcs(11).map(([u, v]): Arc<string> => [String(v), String((u * u) % 40)]),
    };
    const [row, again] = [measured([pair])[0] as number[], measured([cases[0] as Case, pair])[1] as number[]];
    const [distance = 0, least = 0, exact] = row.slice(EDIT_DISTANCE, EDIT_EXACT + 1);
    expect(exact).toBe(0);
    expect(least).toBeLessThan(distance);
    expect(distance).toBeLessThanOrEqual(edited(pair, 0)[0] as number);
    expect(again).toEqual(row);
  });

  it("comes closer with a larger budget, from both sides, and never passes the exact one", () => {
    const { row: _, ...small } = cases[1] as Case;
    const gold = Array.from({ length: 11 }, (_, i): Arc<number> => [Math.floor(i / 2), i + 1]);
    const predicted = Array.from({ length: 11 }, (_, i): Arc<string> => [String((i * 5) % 12), String((i * 7 + 3) % 12)]);
    for (const pair of [small, { nodes: 12, gold, executions: [], predicted }]) {
      const found = [0, 1, 10, 100, 1000, EDIT_BUDGET].map((budget) => edited(pair, budget));
      const [exact] = found.at(-1) as number[];
      expect(found.at(-1)).toEqual([exact, exact, 1]);
      expect(found[0]?.[2]).toBe(0);
      for (const [i, [distance = 0, least = 0, flag]] of found.entries()) {
        expect(distance).toBeGreaterThanOrEqual(exact as number);
        expect(least).toBeLessThanOrEqual(exact as number);
        expect(distance).toBeLessThanOrEqual(found[i - 1]?.[0] ?? distance);
        expect(flag).toBe(Number(distance === least));
      }
    }
  });
});

/** Distance, lower bound and whether exact, under a budget of the caller's. */
function edited(pair: Gold & { predicted: readonly Arc<string>[] }, budget: number): number[] {
  const { nodes, all, gold, predicted } = numbered(pair);
  const { arena, exports } = kernels;
  const mark = arena.mark();
  const put = (...numbers: number[]) => arena.put(Int32Array.from(numbers));
  const packed = (arcs: readonly Arc<number>[]) => put(...arcs.map(([u, v]) => (u << 16) | v));
  const scratch = arena.alloc(MATRICES * all * 8 + SEARCH_BYTES);
  const rows = arena.alloc(ROW * 8);
  exports.graphsEdits(
    1,
    put(nodes),
    put(0, gold.length),
    packed(gold),
    put(0),
    put(all),
    put(0, predicted.length),
    packed(predicted),
    budget,
    scratch,
    rows,
  );
  const row = [...arena.doubles(rows, ROW)];
  arena.release(mark);
  return row.slice(EDIT_DISTANCE, EDIT_EXACT + 1);
}

describe("metrics of the graphs family", () => {
  const matrix: Matrix = {
    items: 2,
    columns: {
      "edge-f1": Float64Array.of(1, 0.5),
      "edge-hits": Float64Array.of(4, 1),
      "edges-predicted": Float64Array.of(4, 2),
      "edges-gold": Float64Array.of(4, 2),
      "order-pairs": Float64Array.of(3, 0),
      "order-kept": Float64Array.of(2, 0),
    },
  };
  const value = (value: number) => ({ kind: "value", value });

  it("are means over graphs, pooled counts or shares", () => {
    expect(metrics["edge-f1"].value(matrix, undefined)).toEqual(value(0.75));
    expect(metrics["pooled-edge-f1"].value(matrix, undefined)).toEqual(value(10 / 12));
    expect(metrics["order-consistency"].value(matrix, undefined)).toEqual(value(2 / 3));
  });

  it("say why there is no value", () => {
    const second = Float64Array.of(0, 1);
    expect(metrics["order-consistency"].value(matrix, second)).toMatchObject({ kind: "none" });
    expect(metrics["edge-f1"].value(matrix, new Float64Array(2))).toEqual({ kind: "none", reason: "no items" });
  });
});
