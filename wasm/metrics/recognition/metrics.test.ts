import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../../host/node.ts";
import { measured } from "../asked.ts";
import { metrics } from "../index.ts";
import { MOST } from "./abi.ts";
import cases from "./cases.json" with { type: "json" };
import { type Completions, recognition } from "./measure.ts";
import { recognitionOracle } from "./oracle.ts";

const kernels = await loadKernels();

interface Pair {
  readonly gold: Completions | undefined;
  readonly answer: Completions | undefined;
}

const rows = (pairs: readonly Pair[]): number[][] => measured(recognition, pairs, kernels).map((row) => Object.values(row));
const [POS, F1, WANTED, NAMED, HITS] = [2, 3, 5, 6, 7] as const;

const completionsOf = (pairs: readonly (readonly number[])[]): Completions => pairs.map(([step = 0, time = 0]) => ({ step, time }));
const inTime = (list: readonly (readonly [number, number])[]): Completions => completionsOf(list.toSorted(([, a], [, b]) => a - b));
const list = (minLength: number, maxLength: number, steps: number): fc.Arbitrary<Completions> =>
  fc.array(fc.tuple(fc.nat(steps), fc.nat(60)), { minLength, maxLength }).map(inTime);
const random = fc.record({ gold: list(1, 8, 4), answer: fc.option(list(0, 9, 5), { nil: undefined }) });
/** Gold with each completion named some seconds early or late. */
const near = list(1, 9, 6).chain((gold) =>
  fc.array(fc.integer({ min: -2, max: 6 }), { minLength: gold.length, maxLength: gold.length }).map((late) => ({
    gold,
    answer: inTime(gold.map(({ step, time }, i) => [step, time + (late[i] as number)] as const)),
  })),
);

describe("recognition kernel", () => {
  for (const { name, gold, answer, row } of cases) {
    it(`${name}: kernel and oracle`, () => {
      const pair = { gold: completionsOf(gold), answer: completionsOf(answer) };
      expect(rows([pair])).toEqual([row]);
      expect(recognitionOracle(pair.gold, pair.answer)).toEqual(row);
    });
  }

  it("no answer measures as an empty one, and an item that asks for none as zeros", () => {
    expect(rows([{ gold: completionsOf([[0, 3]]), answer: undefined }])).toEqual([[1, 0, 0, 0, 10, 1, 0, 0, 0]]);
    expect(rows([{ gold: undefined, answer: completionsOf([[0, 3]]) }])).toEqual([[0, 0, 0, 0, 0, 0, 0, 0, 0]]);
  });

  it("equals the oracle on random completions, steps done twice among them", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(random, near), { minLength: 1, maxLength: 6 }), (pairs) => {
        expect(rows(pairs)).toEqual(pairs.map(({ gold, answer }) => recognitionOracle(gold, answer)));
      }),
      { seed: 1, numRuns: 400 },
    );
  });

  it("gives the same rows however predictions are batched, the longest there can be among them", () => {
    const longest = { gold: inTime(Array.from({ length: MOST }, (_, i) => [i % 128, i] as const)), answer: undefined };
    const pairs = [...fc.sample(fc.oneof(random, near), { seed: 2, numRuns: 40 }), { ...longest, answer: longest.gold }];
    expect(pairs.flatMap((one) => rows([one]))).toEqual(rows(pairs));
    expect(rows(pairs).at(-1)?.[POS]).toBe(1);
  });
});

describe("completions", () => {
  const check = (property: (gold: Completions, answer: Completions, row: readonly number[]) => void): void =>
    fc.assert(
      fc.property(near, ({ gold, answer }) => property(gold, answer, rows([{ gold, answer }])[0] ?? [])),
      { seed: 3, numRuns: 200 },
    );

  it("keep their range", () => {
    check((_, __, row) => {
      for (const at of [POS, F1]) {
        expect(row[at]).toBeGreaterThanOrEqual(0);
        expect(row[at]).toBeLessThanOrEqual(1);
      }
      expect(row[HITS]).toBeLessThanOrEqual(Math.min(row[WANTED] as number, row[NAMED] as number));
    });
  });

  it("that are gold's have POS 1 and are all hits, at once", () => {
    check((gold) => {
      const [row = []] = rows([{ gold, answer: gold }]);
      expect([row[POS], ...row.slice(WANTED)]).toEqual([1, gold.length, gold.length, gold.length, 0]);
    });
  });

  it("of a step that was never done raise no hits", () => {
    check((gold, answer, row) => {
      const more = rows([{ gold, answer: [...answer, { step: 99, time: 1000 }] }])[0] ?? [];
      expect([more[HITS], more[NAMED]]).toEqual([row[HITS], (row[NAMED] as number) + 1]);
    });
  });
});

it("plain figures divide pooled counts", () => {
  const columns = {
    "recognition-asked": Float64Array.of(1, 1, 0),
    "recognition-answered": Float64Array.of(1, 0, 0),
    "completions-wanted": Float64Array.of(3, 2, 0),
    "completions-named": Float64Array.of(4, 0, 0),
    "completions-hit": Float64Array.of(3, 0, 0),
    "completions-wait": Float64Array.of(6, 0, 0),
  };
  const of = (id: "recognised-f1" | "recognised-precision" | "recognised-recall" | "recognised-delay", weights?: Float64Array) => {
    const value = metrics[id].value({ items: 3, columns }, weights);
    return value.kind === "value" ? value.value : value.reason;
  };
  expect([of("recognised-f1"), of("recognised-precision"), of("recognised-recall"), of("recognised-delay")]).toEqual([
    6 / 9,
    3 / 4,
    3 / 5,
    2,
  ]);
  expect(of("recognised-f1", Float64Array.of(0, 1, 1))).toBe("no list of completions was predicted");
});
