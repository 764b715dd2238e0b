import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../host/node.ts";
import { type AdditiveMetric, additive, type Matrix, type Metric, meanOf, meanOfAnswered, ratioOf } from "../metrics/contract.ts";
import { Columns, finishOf } from "./columns.ts";
import { comparePairs } from "./compare.ts";
import type { Drawing, Field } from "./contract.ts";
import { clustersOf, countsOf, swapsOf } from "./draws.ts";
import { intervalsOf } from "./intervals.ts";
import { permutationOf, placesOf, simultaneousOf, valuesInDraws } from "./oracle.ts";
import { bootstrap, bootstrapPlaces, swaps } from "./resample.ts";
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
