import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../host/node.ts";
import { type Events, type Matrix, ranked } from "../metrics/contract.ts";
import { comparePairs, itemValues } from "./compare.ts";
import { DRAWING, type Field, RANKED_DRAWS } from "./contract.ts";
import { clustersOf } from "./draws.ts";
import { intervalsOf } from "./intervals.ts";
import { valuesInDraws } from "./oracle.ts";
import { samplerOf } from "./sampler.ts";
import { standingsOf } from "./standings.ts";

const kernels = await loadKernels();

/** Share of the hits that stand before the first miss: no sum over items gives it. */
const metric = ranked({
  id: "before",
  title: "Before the first miss",
  unit: "fraction",
  better: "higher",
  explains: "",
  source: "",
  family: "f",
  events: "said",
  of: ({ items, hits }, weights) => {
    let [all, before, missed] = [0, 0, false];
    for (const [e, item] of items.entries()) {
      const weight = weights?.[item] ?? 1;
      if (weight === 0) continue;
      if (hits[e] === 1) all += weight;
      if (hits[e] === 1 && !missed) before += weight;
      if (hits[e] === 0) missed = true;
    }
    return all === 0 ? { kind: "none", reason: "no hit" } : { kind: "value", value: before / all };
  },
});

function eventsOf(items: number, below: (n: number) => number): Events {
  const count = 1 + below(60);
  const column = (n: number): Int32Array => Int32Array.from({ length: count }, () => below(n));
  const none = new Int32Array(0);
  return {
    items: column(items),
    classes: new Int32Array(count),
    ties: new Int32Array(count),
    hits: column(5).map((n) => Number(n > 0)),
    wanted: { items: none, classes: none, counts: none },
  };
}

const field = fc
  .record({ items: fc.integer({ min: 2, max: 40 }), systems: fc.integer({ min: 2, max: 4 }), clustered: fc.boolean(), seed: fc.integer() })
  .map(({ items, systems, clustered, seed }): Field => {
    let state = seed;
    const below = (n: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) | 0;
      return Math.floor(((state >>> 0) / 2 ** 32) * n);
    };
    return {
      metric,
      systems: Array.from({ length: systems }, (): Matrix => ({ items, columns: {}, events: { said: eventsOf(items, below) } })),
      weights: undefined,
      clusters: clustered ? Int32Array.from({ length: items }, () => below(1 + items / 2)) : undefined,
    };
  });

const drawing = { seed: 3, draws: 37 };
const figuresOf = ({ systems }: Field) => systems.map((matrix) => ({ metric, matrix }));

describe("ranked figures", () => {
  it("are ranked anew in every draw, as the oracle does", () => {
    fc.assert(
      fc.property(field, (given) => {
        const sampler = samplerOf(kernels, figuresOf(given), clustersOf(given), drawing);
        const values = new Float64Array(sampler.figures * sampler.draws);
        sampler.fill(() => values, sampler.draws, 1);
        const expected = valuesInDraws(given, drawing);
        for (const [s, own] of expected.entries()) expect(values.slice(s * sampler.draws, (s + 1) * sampler.draws)).toEqual(own);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("are left with one cluster less each for the jackknife", () => {
    fc.assert(
      fc.property(field, (given) => {
        const clusters = clustersOf(given);
        const sampler = samplerOf(kernels, figuresOf(given), clusters, drawing);
        const [matrix] = given.systems as [Matrix];
        for (const [cluster, value] of sampler.leftOut(0).entries()) {
          const without = Float64Array.from(clusters.of, (own) => Number(own !== cluster));
          const left = metric.value(matrix, without);
          expect(value).toBe(left.kind === "value" ? left.value : Number.NaN);
        }
      }),
      { seed: 2, numRuns: 60 },
    );
  });

  it("take fewer draws, stand on a board, and are told apart by their paired draws", () => {
    fc.assert(
      fc.property(field, (given) => {
        const { systems } = standingsOf(kernels, given, DRAWING);
        const intervals = intervalsOf(kernels, figuresOf(given), given, DRAWING);
        expect(systems.map(({ interval }) => interval)).toEqual(intervals);
        const known = systems.filter(({ value }) => value.kind === "value");
        for (const { ranks } of known) expect(ranks.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
        for (const { rank, range } of known) expect(range?.low).toBeLessThanOrEqual(rank as number);
        const [pair] = comparePairs(kernels, given, [{ a: 0, b: 1 }], DRAWING);
        expect(pair?.test).toBe("bootstrap");
        expect((pair?.p as number) * (RANKED_DRAWS + 1)).toBeGreaterThanOrEqual(2 - 1e-9);
        expect((pair?.won as number) + (pair?.lost as number) + (pair?.tied as number)).toBe(given.systems[0]?.items);
      }),
      { seed: 4, numRuns: 15 },
    );
  });

  it("say of two systems that are the same that nothing tells them apart", () => {
    const [given] = fc.sample(field, { seed: 9, numRuns: 1 }) as [Field];
    const [matrix] = given.systems as [Matrix];
    const [pair] = comparePairs(kernels, { ...given, systems: [matrix, matrix] }, [{ a: 0, b: 1 }], drawing);
    expect(pair).toMatchObject({ difference: 0, p: 1, won: 0, lost: 0 });
  });

  it("have a value of each item alone", () => {
    const events: Events = {
      items: Int32Array.of(0, 1, 1, 0),
      classes: new Int32Array(4),
      ties: new Int32Array(4),
      hits: Int32Array.of(1, 0, 1, 1),
      wanted: { items: new Int32Array(0), classes: new Int32Array(0), counts: new Int32Array(0) },
    };
    expect([...itemValues(metric, { items: 3, columns: {}, events: { said: events } })]).toEqual([1, 0, Number.NaN]);
  });
});
