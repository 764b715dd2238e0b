import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../../host/node.ts";
import type { Metric } from "../contract.ts";
import { type MetricId, metrics } from "../index.ts";
import { type GoldStep, labels, type PredictedLabel } from "./measure.ts";

const kernels = await loadKernels();
const measure = labels<readonly GoldStep[], readonly PredictedLabel[]>({ gold: (steps) => steps, prediction: (told) => told });

type Label = -1 | 1;
interface Item {
  readonly gold: readonly Label[];
  /** By step; `undefined` where nothing is said. */
  readonly told: readonly (Label | undefined)[];
}

const OWN = Object.values<Metric>(metrics).filter(({ id }) =>
  /^(?:prm-|validity-|(?:mean-)?first-error-f1|er.*error-free-|erroneous-)/.test(id),
);

function values(items: readonly Item[]): Readonly<Record<string, number | undefined>> {
  const columns = measure.gold();
  for (const { gold } of items) columns.add(gold.map((label, index) => ({ index, label })));
  const mark = kernels.arena.mark();
  const measurer = columns.measurer(kernels);
  for (const [i, { told }] of items.entries()) {
    measurer.add(
      i,
      told.flatMap((label, step) => (label === undefined ? [] : [{ step, order: step, label }])),
    );
  }
  const rows = measurer.flush();
  kernels.arena.release(mark);
  const width = measure.statistics.length;
  const matrix = {
    items: items.length,
    columns: Object.fromEntries(
      measure.statistics.map(({ id }, s) => [id, Float64Array.from(items, (_, i) => rows[i * width + s] as number)]),
    ),
    groups: { of: Int32Array.from(items, (_, i) => i % 2), count: 2 },
  };
  return Object.fromEntries(
    OWN.map((metric) => {
      const value = metric.value(matrix, undefined);
      return [metric.id, value.kind === "value" ? value.value : undefined];
    }),
  );
}

const label = fc.constantFrom<Label>(-1, 1);
const gold = fc.array(label, { minLength: 1, maxLength: 6 });
const item = fc
  .tuple(gold, fc.array(fc.option(label, { nil: undefined }), { maxLength: 6 }))
  .map(([own, told]): Item => ({ gold: own, told: told.slice(0, own.length) }));
const items = fc.array(item, { minLength: 1, maxLength: 8 });

describe("figures of right and wrong steps", () => {
  it("are fractions, and stay the same in whatever order the items come", () => {
    fc.assert(
      fc.property(items, (given) => {
        const own = values(given);
        for (const value of Object.values(own)) if (value !== undefined) expect(value >= 0 && value <= 1).toBe(true);
        const { "mean-first-error-f1": _, ...pooled } = own;
        const { "mean-first-error-f1": __, ...turned } = values(given.toReversed());
        expect(turned).toEqual(pooled);
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it("are 1 for gold itself, or have no value, and none has one for silence but those that count it as wrong", () => {
    fc.assert(
      fc.property(items, (given) => {
        for (const value of Object.values(values(given.map(({ gold: own }) => ({ gold: own, told: own }))))) {
          if (value !== undefined) expect(value).toBe(1);
        }
        const silent = Object.entries(values(given.map(({ gold: own }) => ({ gold: own, told: [] }))));
        for (const [id, value] of silent)
          expect(value, id).toBe(id.includes("first-error-f1") || id.startsWith("err") ? (value === undefined ? undefined : 0) : undefined);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it("a step wrongly labelled beside the others raises neither precision", () => {
    fc.assert(
      fc.property(items, fc.nat(), (given, which) => {
        const [first = { gold: [], told: [] }, ...others] = given;
        const at = which % Math.max(first.gold.length, 1);
        if (first.told[at] !== undefined) return;
        const told = Array.from({ length: Math.max(first.told.length, at + 1) }, (_, i) => first.told[i]);
        told[at] = first.gold[at] === 1 ? -1 : 1;
        const [before, after] = [values(given), values([{ ...first, told }, ...others])];
        for (const id of ["validity-precision", "validity-negative-precision"] satisfies MetricId[]) {
          const own = before[id];
          if (own !== undefined) expect(after[id]).toBeLessThanOrEqual(own);
        }
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});
