import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../../host/node.ts";
import { type AskedFamily, measured } from "../asked.ts";
import { metrics } from "../index.ts";
import { MOST_TAGS } from "./abi.ts";
import cases from "./cases.json" with { type: "json" };
import { KINDS, MISTAKES, mistakes, ordered, releasedLabels, type Tagged } from "./measure.ts";
import { tagsOracle } from "./oracle.ts";

const kernels = await loadKernels();

interface Pair {
  readonly gold: Tagged | undefined;
  readonly answer: Tagged | undefined;
}

const rowsOf = (family: AskedFamily<Tagged, Tagged>, pairs: readonly Pair[]): number[][] =>
  measured(family, pairs, kernels).map((row) => Object.values(row));
const TAGS = MISTAKES.length;
const padded = (row: readonly number[]): number[] => [...row, ...new Array<number>(4 + 3 * TAGS - row.length).fill(0)];

const places = (tags: number): fc.Arbitrary<Tagged> => fc.array(fc.uniqueArray(fc.nat(tags - 1), { maxLength: 4 }), { maxLength: 8 });
const pair = (tags: number): fc.Arbitrary<Pair> =>
  fc.record({
    gold: fc.option(places(tags), { nil: undefined }),
    answer: fc.option(places(tags), { nil: undefined }),
  });

describe("tags kernel", () => {
  for (const { name, tags, gold, answer, row } of cases) {
    it(`${name}: kernel and oracle`, () => {
      expect(tagsOracle(gold, answer, tags)).toEqual(row);
      expect(rowsOf(mistakes, [{ gold, answer }])).toEqual([padded(row)]);
    });
  }

  it("no answer measures as one without tags, but for being exact", () => {
    expect(rowsOf(ordered, [{ gold: [[]], answer: undefined }])).toEqual([[1, 0, 1, 0, 0, 0, 0]]);
    expect(rowsOf(ordered, [{ gold: [[]], answer: [[]] }])).toEqual([[1, 1, 1, 1, 0, 0, 0]]);
    expect(rowsOf(ordered, [{ gold: undefined, answer: [[0]] }])).toEqual([[0, 0, 0, 0, 0, 0, 0]]);
  });

  it("equals the oracle on random tags, of as many as there are", () => {
    expect(TAGS).toBeLessThanOrEqual(MOST_TAGS);
    for (const [family, tags] of [
      [ordered, 1],
      [mistakes, TAGS],
    ] as const) {
      fc.assert(
        fc.property(fc.array(pair(tags), { minLength: 1, maxLength: 6 }), (pairs) => {
          expect(rowsOf(family, pairs)).toEqual(pairs.map(({ gold, answer }) => tagsOracle(gold, answer, tags)));
        }),
        { seed: 1, numRuns: 200 },
      );
    }
  });

  it("gives the same rows however predictions are batched", () => {
    const pairs = fc.sample(pair(TAGS), { seed: 2, numRuns: 60 });
    expect(pairs.flatMap((one) => rowsOf(mistakes, [one]))).toEqual(rowsOf(mistakes, pairs));
  });
});

type Own = keyof typeof metrics &
  (`mistake-${string}` | `ordered-${string}` | `released-label-${string}` | "not-ordered-f1" | "out-of-order-f1");

function figure(id: Own, family: AskedFamily<Tagged, Tagged>, pairs: readonly Pair[]): number | string {
  const rows = measured(family, pairs, kernels);
  const columns = Object.fromEntries(family.statistics.map(({ id: s }) => [s, Float64Array.from(rows, (row) => row[s] as number)]));
  const value = metrics[id].value({ items: rows.length, columns }, undefined);
  return value.kind === "value" ? value.value : value.reason;
}

describe("figures of calls", () => {
  // Two ordered sections called so, one missed; one not ordered called ordered; one right, one without a call.
  const section = (gold: boolean, called: boolean | undefined): Pair => ({
    gold: [gold ? [0] : []],
    answer: called === undefined ? undefined : [called ? [0] : []],
  });
  const pairs = [
    section(true, true),
    section(true, true),
    section(true, false),
    section(false, true),
    section(false, false),
    section(false, undefined),
  ];
  const of = (id: Own, given = pairs) => figure(id, ordered, given);

  it("are what can be worked out by hand", () => {
    expect(of("ordered-accuracy")).toBe(3 / 6);
    expect([of("ordered-precision"), of("ordered-recall"), of("ordered-f1")]).toEqual([2 / 3, 2 / 3, 4 / 6]);
    expect(of("not-ordered-f1")).toBe(4 / 6);
    expect(of("ordered-macro-f1")).toBeCloseTo(2 / 3, 15);
  });

  it("are the same of labels as released, by a family of its own", () => {
    for (const own of ["accuracy", "macro-f1", "f1"] as const)
      expect(figure(`released-label-${own}`, releasedLabels, pairs), own).toBe(of(`ordered-${own}`));
    expect(figure("released-label-f1", releasedLabels, [section(true, undefined)])).toBe("no call was predicted");
  });

  it("have none without a call, and 1 where all are right", () => {
    expect(of("ordered-f1", [section(true, undefined)])).toBe("no call was predicted");
    const right = [section(true, true), section(false, false)];
    for (const id of ["ordered-accuracy", "ordered-macro-f1", "ordered-f1", "not-ordered-f1"] as const) expect(of(id, right), id).toBe(1);
  });
});

describe("figures of mistakes", () => {
  const of = (id: Own, pairs: readonly Pair[]) => figure(id, mistakes, pairs);
  const kind = (name: (typeof KINDS)[number]): number => 1 + KINDS.indexOf(name);

  it("are what can be worked out by hand", () => {
    const pairs = [{ gold: [[0, kind("order")], [], [0, kind("timing")]], answer: [[0, kind("order")], [0, kind("order")], []] }];
    expect([of("mistake-precision", pairs), of("mistake-recall", pairs), of("mistake-f1", pairs)]).toEqual([1 / 2, 1 / 2, 1 / 2]);
    expect([of("mistake-order-f1", pairs), of("mistake-timing-f1", pairs)]).toEqual([2 / 3, 0]);
    expect(of("mistake-macro-f1", pairs)).toBe((2 / 3 + 0) / 2);
    expect(of("mistake-other-f1", pairs)).toBe("no mistake of the kind other, in gold or named");
    expect(of("out-of-order-f1", pairs)).toBe("no step out of order, in gold or named");
  });

  it("a mistake too many never raises precision, and gold itself scores 1", () => {
    fc.assert(
      fc.property(places(TAGS), places(TAGS), (gold, answer) => {
        if (gold.length === 0) return;
        const before = of("mistake-precision", [{ gold, answer }]);
        const after = of("mistake-precision", [{ gold, answer: [...answer, ...new Array(gold.length).fill([]), [0]] }]);
        expect(Number(after)).toBeLessThanOrEqual(typeof before === "number" ? before : 0);
        if (gold.some((tags) => tags.includes(0))) expect(of("mistake-f1", [{ gold, answer: gold }])).toBe(1);
      }),
      { seed: 3, numRuns: 100 },
    );
  });
});
