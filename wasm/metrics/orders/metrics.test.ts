import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../../host/node.ts";
import { measured } from "../asked.ts";
import { metrics } from "../index.ts";
import cases from "./cases.json" with { type: "json" };
import { closureOf, orders, type PartialOrder } from "./measure.ts";
import { ordersOracle } from "./oracle.ts";

const kernels = await loadKernels();

interface Pair {
  readonly gold: PartialOrder | undefined;
  readonly answer: readonly number[] | undefined;
}

const rows = (pairs: readonly Pair[]): number[][] => measured(orders, pairs, kernels).map((row) => Object.values(row));
const [EXACT, PAIRS, TAU, MOVES] = [2, 3, 4, 5] as const;

/** A partial order: edges between steps in the order of a random list. */
const gold = (most: number): fc.Arbitrary<PartialOrder> =>
  fc.integer({ min: 1, max: most }).chain((steps) =>
    fc
      .tuple(
        fc.shuffledSubarray([...Array(steps).keys()], { minLength: steps }),
        fc.array(fc.tuple(fc.nat(steps - 1), fc.nat(steps - 1)), { maxLength: 2 * steps }),
      )
      .map(([list, edges]) => ({
        steps,
        before: edges.flatMap(([i, j]) => (i < j ? [[list[i] as number, list[j] as number] as const] : [])),
      })),
  );
const asked = (most: number): fc.Arbitrary<Pair & { readonly gold: PartialOrder }> =>
  gold(most).chain((one) => fc.record({ gold: fc.constant(one), answer: fc.shuffledSubarray([...Array(one.steps).keys()]) }));
const whole = (most: number): fc.Arbitrary<{ readonly gold: PartialOrder; readonly answer: readonly number[] }> =>
  gold(most).chain((one) =>
    fc.record({ gold: fc.constant(one), answer: fc.shuffledSubarray([...Array(one.steps).keys()], { minLength: one.steps }) }),
  );

describe("orders kernel", () => {
  for (const { name, steps, before, answer, row } of cases) {
    it(`${name}: kernel and oracle`, () => {
      const pair = { gold: { steps, before: before as unknown as PartialOrder["before"] }, answer };
      expect(rows([pair])).toEqual([row.map((value) => expect.closeTo(value, 15))]);
      expect(ordersOracle(pair.gold, answer)).toEqual(row.map((value) => expect.closeTo(value, 15)));
    });
  }

  it("no answer measures as an empty one, and an item without an order to find as zeros", () => {
    expect(rows([{ gold: { steps: 2, before: [[0, 1]] }, answer: undefined }])).toEqual([[1, 0, 0, 0, 0, 2]]);
    expect(rows([{ gold: undefined, answer: [0] }])).toEqual([[0, 0, 0, 0, 0, 0]]);
    expect(rows([{ gold: { steps: 2, before: [] }, answer: [0, 1] }])).toEqual([[0, 0, 0, 0, 0, 0]]);
  });

  it("equals the oracle on random partial orders of up to eight steps", () => {
    fc.assert(
      fc.property(fc.array(asked(8), { minLength: 1, maxLength: 5 }), (pairs) => {
        expect(rows(pairs)).toEqual(pairs.map(({ gold: own, answer }) => ordersOracle(own, answer)));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("gives the same rows however predictions are batched", () => {
    const pairs = fc.sample(asked(64), { seed: 2, numRuns: 60 });
    expect(pairs.flatMap((one) => rows([one]))).toEqual(rows(pairs));
  });
});

describe("an order", () => {
  const check = (property: (gold: PartialOrder, answer: readonly number[], row: readonly number[]) => void): void =>
    fc.assert(
      fc.property(whole(64), ({ gold: own, answer }) => {
        const [row = []] = rows([{ gold: own, answer }]);
        if (row[0] === 1) property(own, answer, row);
      }),
      { seed: 3, numRuns: 200 },
    );

  it("keeps its range", () => {
    check((own, _, row) => {
      expect(row[PAIRS]).toBeGreaterThanOrEqual(0);
      expect(row[PAIRS]).toBeLessThanOrEqual(1);
      expect(Math.abs(row[TAU] as number)).toBeLessThanOrEqual(1);
      expect(row[MOVES]).toBeLessThan(own.steps);
      expect(row[EXACT] === 1).toBe(row[MOVES] === 0);
      expect(row[EXACT] === 1).toBe(row[PAIRS] === 1);
    });
  });

  it("that is a linear extension is right in full, tau-b as far as gold's open pairs let it", () => {
    check((own, answer) => {
      const closure = closureOf(own);
      const ancestors = (step: number): number => closure.filter((row) => (row >> BigInt(step)) & 1n).length;
      const [row = []] = rows([{ gold: own, answer: answer.toSorted((a, b) => ancestors(a) - ancestors(b)) }]);
      const ordered = closure.reduce((sum, bits) => sum + bits.toString(2).replaceAll("0", "").length, 0);
      expect(row.slice(EXACT)).toEqual([1, 1, expect.closeTo(Math.sqrt(ordered / ((own.steps * (own.steps - 1)) / 2)), 12), 0]);
    });
  });

  it("turned around has all other pairs right, and the opposite tau", () => {
    check((own, answer, row) => {
      const [turned = []] = rows([{ gold: own, answer: answer.toReversed() }]);
      expect(turned[PAIRS]).toBeCloseTo(1 - (row[PAIRS] as number), 12);
      expect(turned[TAU]).toBeCloseTo(-(row[TAU] as number), 12);
    });
  });

  it("scores the same under other numbers for the steps", () => {
    check((own, answer, row) => {
      const renamed = (step: number): number => own.steps - 1 - step;
      const before = own.before.map(([a, b]) => [renamed(a), renamed(b)] as const);
      expect(rows([{ gold: { steps: own.steps, before }, answer: answer.map(renamed) }])).toEqual([row]);
    });
  });

  it("of a chain needs as many moves as lie outside its longest increasing run", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 40 }).chain((n) => fc.shuffledSubarray([...Array(n).keys()], { minLength: n })),
        (answer) => {
          const chain = { steps: answer.length, before: answer.slice(1).map((_, i) => [i, i + 1] as const) };
          const ends: number[] = [];
          for (const step of answer) {
            const at = ends.findIndex((end) => end > step);
            ends[at === -1 ? ends.length : at] = step;
          }
          expect(rows([{ gold: chain, answer }])[0]?.[MOVES]).toBe(answer.length - ends.length);
        },
      ),
      { seed: 4, numRuns: 200 },
    );
  });
});

it("metrics are means over the items that ask, where any is answered", () => {
  const columns = {
    "orders-asked": Float64Array.of(1, 0, 1),
    "orders-answered": Float64Array.of(1, 0, 0),
    "orders-pairs": Float64Array.of(1, 0, 0.5),
  };
  expect(metrics["order-pairs"].value({ items: 3, columns }, undefined)).toEqual({ kind: "value", value: 0.75 });
  expect(metrics["order-pairs"].value({ items: 3, columns }, Float64Array.of(0, 1, 1))).toEqual({
    kind: "none",
    reason: "no step order was predicted",
  });
});
