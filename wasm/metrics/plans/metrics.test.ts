import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batched, EventCollector, type Place, rankEvents } from "../../host/events.ts";
import { loadKernels } from "../../host/node.ts";
import { standingsOf } from "../../stats/standings.ts";
import { measured } from "../asked.ts";
import type { Matrix } from "../contract.ts";
import { metrics } from "../index.ts";
import { invariantFaults, ROUNDING } from "../invariants.ts";
import { MOST_ACTIONS } from "./abi.ts";
import { BATCH } from "./batches.ts";
import cases from "./cases.json" with { type: "json" };
import { PLANNED, type Plan, planSets, plans } from "./measure.ts";
import { batchOracle, plansOracle } from "./oracle.ts";

const kernels = await loadKernels();

interface Pair {
  readonly gold: Plan;
  readonly plan: Plan | undefined;
}

const told = (pairs: readonly Pair[]) =>
  measured<Plan, Plan>(
    plans,
    pairs.map(({ gold, plan }) => ({ gold, answer: plan })),
    kernels,
  );
const rows = (pairs: readonly Pair[]): number[][] => told(pairs).map((row) => Object.values(row));

const ids = ["plan-success", "plan-accuracy", "plan-iou", "first-action-accuracy", "last-action-accuracy"] as const;

function matrixOf(pairs: readonly Pair[]): Matrix {
  const measuredRows = told(pairs);
  const columns = plans.statistics.map(({ id }) => [id, Float64Array.from(measuredRows, (row) => row[id] as number)]);
  return { items: pairs.length, columns: Object.fromEntries(columns) };
}

function scores(pairs: readonly Pair[]): Record<string, number> {
  const matrix = matrixOf(pairs);
  return Object.fromEntries(
    ids.flatMap((id) => {
      const value = metrics[id].value(matrix, undefined);
      return value.kind === "value" ? [[id, value.value]] : [];
    }),
  );
}

const plan = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 6 });
const gold = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 6 });
const pair = fc.record({ gold: fc.oneof(gold, fc.constant([])), plan: fc.option(plan, { nil: undefined }) });
const asking = fc.array(fc.record({ gold, plan }), { minLength: 1, maxLength: 12 });

describe("plans kernel", () => {
  for (const { name, gold, plan, row } of cases) {
    it(`${name}: kernel and oracle`, () => {
      expect(rows([{ gold, plan }])).toEqual([row]);
      expect(plansOracle(gold, plan)).toEqual(row);
    });
  }

  it("no plan measures as an empty one that was not told", () => {
    expect(rows([{ gold: [1, 2], plan: undefined }])).toEqual([[1, 0, 2, 0, 0, 0, 0, 0]]);
  });

  it("equals the oracle on random plans, to the last bit", () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 20 }), (pairs) => {
        expect(rows(pairs)).toEqual(pairs.map((one) => plansOracle(one.gold, one.plan)));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it("takes plans of the most actions, of any number", () => {
    const long = Array.from({ length: MOST_ACTIONS }, (_, i) => (i % 2 === 0 ? i : 2 ** 31 - 1 - i));
    const one = { gold: long, plan: long.toReversed() };
    expect(rows([one])).toEqual([plansOracle(one.gold, one.plan)]);
  });

  it("gives the same rows however predictions are batched", () => {
    const pairs = fc.sample(pair, { seed: 2, numRuns: 60 });
    expect(pairs.flatMap((one) => rows([one]))).toEqual(rows(pairs));
  });
});

describe("metrics of the plans family", () => {
  it("lie between 0 and 1, and keep their invariants", () => {
    const right = gold.map((own) => ({ gold: own, plan: own }));
    const pairs = fc.array(fc.oneof(right, fc.record({ gold, plan })), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(pairs, (own) => {
        const values = scores(own);
        for (const value of Object.values(values)) expect(value >= 0 && value <= 1).toBe(true);
        expect(invariantFaults(Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value }])), ROUNDING)).toEqual([]);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it("are 1 for the plan that was done, 0 for an empty one, and without a value where none was told", () => {
    expect(Object.values(scores([{ gold: [1, 2, 1], plan: [1, 2, 1] }]))).toEqual([1, 1, 1, 1, 1]);
    expect(Object.values(scores([{ gold: [1, 2, 1], plan: [] }]))).toEqual([0, 0, 0, 0, 0]);
    const matrix = matrixOf([{ gold: [1], plan: undefined }]);
    for (const id of ids) expect(metrics[id].value(matrix, undefined)).toEqual({ kind: "none", reason: "no plan was predicted" });
  });

  it("do not hang on the order of items", () => {
    fc.assert(
      fc.property(asking, (pairs) => {
        const turned = scores(pairs.toReversed());
        for (const [id, value] of Object.entries(scores(pairs))) expect(turned[id]).toBeCloseTo(value, 12);
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it("do not rise where an action that gold does not have is put behind a plan", () => {
    fc.assert(
      fc.property(asking, (pairs) => {
        const worse = scores(pairs.map((one) => ({ ...one, plan: [...one.plan, 99] })));
        for (const [id, value] of Object.entries(scores(pairs))) expect(worse[id]).toBeLessThanOrEqual(value);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});

describe("the IoU of whole batches", () => {
  const measure = planSets<Plan, Plan>({ gold: (own) => own, prediction: (own) => own });

  function matrix(pairs: readonly { readonly gold: Plan; readonly plan: Plan }[]): Matrix {
    const columns = measure.gold();
    for (const one of pairs) columns.add(one.gold);
    const measurer = columns.measurer(kernels);
    for (const [i, one] of pairs.entries()) measurer.add(i, one.plan);
    const collector = new EventCollector(measure.events);
    expect(measurer.flush(collector)).toHaveLength(0);
    const places = { lists: collector.lists(), itemOf: (row: number) => row, placeOf: (row: number): Place => [0, 0, row] };
    return { items: pairs.length, columns: {}, events: { [PLANNED]: batched(rankEvents(PLANNED, [places]), BATCH) } };
  }

  const value = (pairs: Parameters<typeof matrix>[0]) => metrics["batch-plan-iou"].value(matrix(pairs), undefined);

  it("takes sets over the cases of a batch: what one case misses another may plan", () => {
    expect(
      value([
        { gold: [1, 2], plan: [3, 4] },
        { gold: [3, 4], plan: [1, 5] },
      ]),
    ).toEqual({ kind: "value", value: 3 / 5 });
  });

  it("equals the oracle over several batches, the last of which is short", () => {
    const pairs = fc.sample(
      fc.record({ gold: fc.array(fc.nat(300), { minLength: 1, maxLength: 1 }), plan: fc.array(fc.nat(300), { maxLength: 1 }) }),
      {
        seed: 6,
        numRuns: 2 * BATCH + 77,
      },
    );
    expect(value(pairs)).toEqual({ kind: "value", value: expect.closeTo(batchOracle(pairs), 12) });
  });

  it("is made of events that tell of no case", () => {
    const pairs = [
      { gold: [1, 2], plan: [3, 4] },
      { gold: [3, 1], plan: [4, 1] },
    ];
    const events = matrix([...pairs, ...Array.from({ length: BATCH }, () => ({ gold: [2], plan: [2] }))]).events?.[PLANNED];
    expect([[...(events?.classes ?? [])], [...(events?.items ?? [])]]).toEqual([
      [1, 2, 2, 3, 4],
      [0, BATCH, 0, 0, 0],
    ]);
    expect([[...(events?.wanted.classes ?? [])], [...(events?.wanted.items ?? [])]]).toEqual([
      [1, 2, 3, 2],
      [0, 0, 0, BATCH],
    ]);
  });

  it("has its place on a board by value alone: no rank, no letters, no interval", () => {
    const systems = [[3], [1]].map((plan) =>
      matrix([
        { gold: [1], plan },
        { gold: [2], plan: [2] },
      ]),
    );
    const field = { metric: metrics["batch-plan-iou"], systems, weights: undefined, clusters: undefined };
    const standings = standingsOf(kernels, field, { seed: 1, draws: 100 }).systems;
    expect(standings.map(({ value: own }) => own)).toEqual([
      { kind: "value", value: 1 / 3 },
      { kind: "value", value: 1 },
    ]);
    for (const standing of standings) expect(standing).toMatchObject({ first: 0, letters: "" });
    for (const standing of standings) for (const name of ["rank", "set", "interval"]) expect(standing).not.toHaveProperty(name);
  });

  it("has no value for a part of the file, for no plan and for no items", () => {
    const pairs = [{ gold: [1], plan: [1] }];
    const none = (reason: string) => ({ kind: "none", reason });
    expect(metrics["batch-plan-iou"].value(matrix(pairs), Float64Array.of(1))).toEqual(none("a part of the file has no such figure"));
    expect(value([{ gold: [1], plan: [] }])).toEqual(none("no plan was predicted"));
    expect(value([])).toEqual(none("no items"));
  });
});
