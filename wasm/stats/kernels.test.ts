import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../host/node.ts";
import { type AdditiveMetric, additive, type Matrix, type Metric, meanOf, ratioOf } from "../metrics/contract.ts";
import { Columns, finishOf } from "./columns.ts";
import { comparePairs } from "./compare.ts";
import type { Drawing, Field } from "./contract.ts";
import { clustersOf, countsOf, swapsOf } from "./draws.ts";
import { intervalsOf } from "./intervals.ts";
import { mcnemar } from "./mcnemar.ts";
import { permutationOf, placesOf, simultaneousOf, valuesInDraws } from "./oracle.ts";
import { bootstrap, bootstrapPlaces, swaps } from "./resample.ts";
import { isSummed, samplerOf } from "./sampler.ts";
import { sorted } from "./sort/sorted.ts";
import { standingsOf } from "./standings.ts";
import { signOf, Worths } from "./worths.ts";

const kernels = await loadKernels();
const drawing: Drawing = { seed: 5, draws: 43 };

const metricOf = (told: Partial<AdditiveMetric> & Pick<AdditiveMetric, "statistics" | "finish">): Metric =>
  additive({
    id: "m",
    title: "M",
    unit: "fraction",
    better: "higher",
    binary: false,
    explains: "",
    source: "",
    family: "f",
    ...told,
  });

const METRICS = {
  mean: metricOf(meanOf("share")),
  counts: metricOf({ ...meanOf("count"), better: "lower" }),
  binary: metricOf({ ...meanOf("hit"), binary: true }),
  some: metricOf({ ...meanOf("hit", "none asked"), among: "asked", binary: true }),
  ratio: metricOf(ratioOf("hit", "count", "nothing to divide by")),
  grouped: metricOf({ ...ratioOf("hit", "count", "nothing to divide by"), byGroup: true }),
};

/** Systems with statistics of every kind; few distinct values, so that systems tie. */
const field = fc
  .record({
    items: fc.integer({ min: 1, max: 150 }),
    systems: fc.integer({ min: 1, max: 5 }),
    metric: fc.constantFrom(...Object.values(METRICS)),
    clustered: fc.boolean(),
    sliced: fc.boolean(),
    seed: fc.integer(),
  })
  .map(({ items, systems, metric, clustered, sliced, seed }): Field => {
    let state = seed;
    const below = (n: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) | 0;
      return Math.floor(((state >>> 0) / 2 ** 32) * n);
    };
    const column = (n: number, by = 1): Float64Array => Float64Array.from({ length: items }, () => below(n) / by);
    const groups = { of: Int32Array.from({ length: items }, () => below(3)), count: 3 };
    const count = column(4);
    return {
      metric,
      systems: Array.from({ length: systems }, (): Matrix => {
        const asked = column(2);
        return { items, groups, columns: { share: column(4, 3), hit: column(2), asked, count } };
      }),
      weights: sliced ? column(2) : undefined,
      clusters: clustered ? Int32Array.from({ length: items }, () => below(1 + items / 3)) : undefined,
    };
  });

const figuresOf = ({ metric, systems }: Field) => systems.map((matrix) => ({ metric, matrix }));

function near(actual: number, expected: number): void {
  if (Number.isNaN(expected)) expect(actual).toBeNaN();
  else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12);
}

describe("draws", () => {
  it("are those of TypeScript, count by count and swap by swap", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(2 ** 40), fc.boolean(), (n, seed, whole) => {
        // One column for each cluster, 1 there: its sum is how often the cluster was drawn. Of doubles as well as of bits.
        const clusters = clustersOf({ systems: [{ items: n, columns: {} }], weights: undefined });
        const columns = new Columns(clusters);
        const share = whole ? 1 : 0.5;
        for (let c = 0; c < n; c++) columns.kept.push(Float64Array.from({ length: n }, (_, i) => (i === c ? share : 0)));
        const places = bootstrapPlaces(columns);
        bootstrap(kernels, columns, { seed, draws: 3 }, (row, at, draw) => {
          const counts = Uint8Array.from(places, (place) => (row[at + place] as number) / share);
          expect(counts).toEqual(countsOf(seed, draw, n));
        });
        swaps(kernels, columns, [...columns.kept.keys()], { seed, draws: 3 }, (row, at, draw) => {
          const swapped = Uint8Array.from({ length: n }, (_, c) => (row[at + c] as number) / share);
          expect(swapped).toEqual(swapsOf(seed, draw, n));
        });
      }),
      { seed: 1, numRuns: 25 },
    );
  });
});

describe("values in draws", () => {
  it("are those of the metric on weighted items", () => {
    fc.assert(
      fc.property(field, (given) => {
        const columns = new Columns(clustersOf(given));
        const placed = figuresOf(given)
          .filter(isSummed)
          .map((figure) => columns.place(figure));
        const places = bootstrapPlaces(columns);
        const finishes = placed.map((one) => finishOf(one, places));
        const expected = valuesInDraws(given, drawing);
        bootstrap(kernels, columns, drawing, (row, at, draw) => {
          for (const [s, finish] of finishes.entries()) near(finish(row, at), expected[s]?.[draw] as number);
        });
      }),
      { seed: 2, numRuns: 150 },
    );
  });
});

describe("standings", () => {
  it("count places, and hold all pairs against the largest of them, as the oracle does", () => {
    fc.assert(
      fc.property(field, (given) => {
        const clusters = clustersOf(given);
        if (clusters.count === 0) return;
        const sign = signOf(given.metric);
        const mark = kernels.arena.mark();
        const worths = new Worths(kernels, samplerOf(kernels, figuresOf(given), clusters, drawing), clusters.count, sign);
        const values = figuresOf(given).map((_, s) => worths.of(s).map((worth) => sign * worth));
        expect(Array.from(worths.places())).toEqual(placesOf(values, sign).flat());
        const points = Float64Array.from(figuresOf(given), ({ metric, matrix }) => {
          const value = metric.value(matrix, given.weights);
          return value.kind === "value" ? sign * value.value : 0;
        });
        const { spread, limit } = simultaneousOf(
          values.map((own) => own.map((value) => sign * value)),
          [...points],
        );
        const told = worths.simultaneous(points);
        for (const a of points.keys()) {
          for (const b of points.keys()) {
            const off = (points[a] as number) - (points[b] as number) - limit * (spread[a]?.[b] as number);
            const pairs = (points.length * (points.length - 1)) / 2;
            // A difference that never varies is one of as many equal signs as there are clusters.
            const isSure = (spread[a]?.[b] as number) > 0 || 2 ** (1 - clusters.count) <= 0.05 / pairs;
            // What lies on the limit itself may fall to either side.
            if (Math.abs(off) > 1e-12) expect(told.isBetter(a, b)).toBe(off > 0 && isSure);
          }
        }
        kernels.arena.release(mark);
      }),
      { seed: 3, numRuns: 150 },
    );
  });

  it("say the same again, and give back the memory that they took", () => {
    fc.assert(
      fc.property(field, (given) => {
        const mark = kernels.arena.mark();
        const once = standingsOf(kernels, given, drawing);
        expect(standingsOf(kernels, given, drawing)).toEqual(once);
        expect(kernels.arena.mark()).toBe(mark);
        for (const { ranks, rank, value, range, interval } of once.systems) {
          const drawn = once.clusters > 1 && value.kind === "value";
          expect(range !== undefined).toBe(drawn);
          expect(drawn || interval === undefined).toBe(true);
          expect(interval === undefined || interval.low < interval.high).toBe(true);
          expect(rank === undefined).toBe(value.kind === "none");
          if (drawn) expect(ranks.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        }
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  it("give a figure's interval to the last bit whichever others are drawn with it", () => {
    fc.assert(
      fc.property(field, fc.constantFrom(...Object.values(METRICS)), (given, other) => {
        const together = standingsOf(kernels, given, drawing);
        const others = figuresOf({ ...given, metric: other });
        const [first] = figuresOf(given);
        const [own] = intervalsOf(kernels, [first as (typeof others)[0], ...others], given, drawing);
        expect(own).toEqual(together.systems[0]?.interval);
      }),
      { seed: 5, numRuns: 60 },
    );
  });
});

describe("comparisons", () => {
  it("permute as the oracle does, or take McNemar's test where every row is 0 or 1 and every cluster one item", () => {
    fc.assert(
      fc.property(field, (given) => {
        if (given.systems.length < 2) return;
        const pairs = [
          { a: 0, b: 1 },
          { a: given.systems.length - 1, b: 0 },
        ];
        const told = comparePairs(kernels, given, pairs, drawing);
        for (const { a, b, difference, p, test, won, lost, tied } of told) {
          const pair = { ...given, systems: [given.systems[a] as Matrix, given.systems[b] as Matrix] };
          const { items, count } = clustersOf(pair);
          expect(won + lost + tied).toBe(items);
          if (difference === undefined) {
            expect({ p, test }).toEqual({ p: 1, test: "permutation" });
            continue;
          }
          if (given.metric.binary && count === items && given.metric.among === undefined) expect(test).toBe("mcnemar");
          expect(p).toBe(test === "mcnemar" ? mcnemar(won, lost) : permutationOf(pair, difference, drawing));
        }
      }),
      { seed: 6, numRuns: 150 },
    );
  });
});

it("sorts doubles of either sign and leaves out what is no number", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.double(), fc.constantFrom(0, 1, -1, 0.5))), (values) => {
      const given = Float64Array.from(values);
      expect(sorted(kernels, given)).toEqual(given.filter((value) => !Number.isNaN(value)).sort());
    }),
    { seed: 7 },
  );
});
