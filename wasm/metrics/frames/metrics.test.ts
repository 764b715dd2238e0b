import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../../host/node.ts";
import { measured } from "../asked.ts";
import { metrics } from "../index.ts";
import cases from "./cases.json" with { type: "json" };
import { type FrameSets, rewardFrames, stepFrames } from "./measure.ts";
import { averageStd, framesOracle, type Sets, splitOracle } from "./oracle.ts";
import { setsOfCuts, setsOfLabels, setsOfRewards } from "./sets.ts";
import { canSplit, type Features, type Split, split } from "./split.ts";

const kernels = await loadKernels();

/** A sequence by the number of each frame's step. */
interface Pair {
  readonly gold: readonly number[] | undefined;
  readonly steps: number;
  readonly answer: readonly number[] | undefined;
}

const rows = (pairs: readonly Pair[], family = stepFrames): number[][] =>
  measured(
    family,
    pairs.map(({ gold, steps, answer }) => ({
      gold: gold && setsOfLabels(gold, steps),
      answer: answer && setsOfLabels(answer, steps),
    })),
    kernels,
  ).map((row) => Object.values(row));
const row = (pair: Pair): number[] => rows([pair])[0] as number[];

const sets = (labels: readonly number[], steps: number): Sets =>
  Array.from({ length: steps }, (_, step) => new Set([...labels.keys()].filter((frame) => labels[frame] === step + 1)));
const oracle = ({ gold, steps, answer }: Pair): number[] =>
  framesOracle(gold === undefined ? [] : sets(gold, steps), answer && sets(answer, steps));
const digits = (text: string): number[] => [...text].map(Number);
const JACCARD = 4;

/** Sequences in order, each step with a frame at least. */
const sequence = fc
  .array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 })
  .map((lengths) => ({ steps: lengths.length, gold: lengths.flatMap((length, step) => new Array<number>(length).fill(step + 1)) }));
const answerTo = (frames: number) => fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: frames + 40 });
const pair = sequence.chain(({ steps, gold }) =>
  fc.record({ gold: fc.constant(gold), steps: fc.constant(steps), answer: fc.option(answerTo(gold.length), { nil: undefined }) }),
);

describe("frames kernel", () => {
  for (const { name, gold, labels, row: expected } of cases.sets) {
    it(`${name}: kernel and oracle`, () => {
      const [sequence, steps] = gold as [string, number];
      const one = { gold: digits(sequence), steps, answer: labels === null ? undefined : digits(labels) };
      expect(row(one)).toEqual(expected);
      expect(oracle(one)).toEqual(expected);
      expect(rows([one], rewardFrames)).toEqual([expected]);
    });
  }

  it("measures an item that asks for nothing as zeros", () => {
    expect(row({ gold: undefined, steps: 2, answer: [1, 2] })).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it("equals the oracle on random sequences, however predictions are batched", () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 8 }), (pairs) => {
        expect(rows(pairs)).toEqual(pairs.map(oracle));
        expect(pairs.map(row)).toEqual(rows(pairs));
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe("Jaccard", () => {
  it("lies from 0 to 1, and the perfect answer has 1", () => {
    fc.assert(
      fc.property(pair, (one) => {
        for (const value of row(one).slice(JACCARD)) expect(value >= 0 && value <= 1).toBe(true);
        expect(row({ ...one, answer: one.gold })[JACCARD]).toBe(1);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it("of a sequence is the mean of its steps, and the same when gold and answer change places", () => {
    fc.assert(
      fc.property(fc.tuple(sequence, sequence), ([{ gold, steps }, other]) => {
        const all = Math.min(steps, other.steps);
        if (all !== steps || all !== other.steps || all > 3) return;
        const [mine, turned] = [row({ gold, steps, answer: other.gold }), row({ gold: other.gold, steps, answer: gold })];
        expect(mine).toEqual(turned);
        const own = mine.slice(JACCARD + 1, JACCARD + 1 + steps);
        expect(mine[JACCARD]).toBe(own.reduce((sum, value) => sum + value, 0) / steps);
      }),
      { seed: 3, numRuns: 400 },
    );
  });

  it("is never raised by a wrong frame more, nor by a right one less", () => {
    fc.assert(
      fc.property(pair, fc.nat(), (one, at) => {
        const { gold, answer } = one;
        if (gold === undefined || answer === undefined || answer.length === 0) return;
        const frame = at % answer.length;
        const changed = answer.with(frame, answer[frame] === gold[frame] ? 0 : (answer[frame] as number));
        const worse = row({ ...one, answer: changed });
        const longer = row({ ...one, answer: [...gold, ...answer.slice(gold.length), 1] });
        expect((worse[JACCARD] as number) <= (row(one)[JACCARD] as number)).toBe(true);
        expect((longer[JACCARD] as number) < 1).toBe(true);
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});

describe("sets of frames", () => {
  const same = (a: FrameSets, b: FrameSets): void => expect(a.map((set) => [...set])).toEqual(b.map((set) => [...set]));

  it("of cuts are those of the labels that they stand for", () => {
    fc.assert(
      fc.property(sequence, ({ steps, gold }) => {
        const cuts = Array.from({ length: steps - 1 }, (_, step) => gold.indexOf(step + 2));
        same(setsOfCuts(cuts, gold.length), setsOfLabels(gold, steps));
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  it("of cuts beyond the ends are empty there, and a cut between two frames comes before the later one", () => {
    same(setsOfCuts([-4, 2.5, 900], 4), setsOfLabels([2, 2, 2, 3], 4));
    same(setsOfCuts([], 3), setsOfLabels([1, 1, 1], 1));
  });

  it("of rewards have the frames from 0.5 on", () => {
    same(setsOfRewards([[0.5, 0.49999, 1], [2, -1, 0.6], []]), [[0b101], [0b101], []]);
  });
});

describe("Algorithm 1", () => {
  for (const { name, features, steps, least, cuts, stds } of cases.splits) {
    it(`${name}: kernel and oracle`, () => {
      const expected = { cuts, stds, mean: stds.reduce((sum, std) => sum + std, 0) / steps };
      expect(split(kernels, features, steps, least)).toEqual(expected);
      expect(splitOracle(features, steps, least)).toEqual(expected);
    });
  }

  it("has no split where there are too few frames", () => {
    const features = [[1], [2], [3]];
    expect(split(kernels, features, 2, 2)).toBeUndefined();
    expect(splitOracle(features, 2, 2)).toBeUndefined();
    expect(split(kernels, [], 1, 1)).toBeUndefined();
  });

  const features = (value: fc.Arbitrary<number>) =>
    fc
      .integer({ min: 1, max: 5 })
      .chain((dims) => fc.array(fc.array(value, { minLength: dims, maxLength: dims }), { minLength: 1, maxLength: 18 }));
  const asked = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }));

  it("gives the splits and deviations of the recursion, to the last bit, on features without ties", () => {
    const value = fc.double({ min: -50, max: 50, noNaN: true });
    const odd = features(value).map((rows) => rows.map((row, frame) => row.map((x, d) => x + Math.sin(frame * 7.1 + d * 3.3))));
    fc.assert(
      fc.property(odd, asked, (rows, [steps, least]) => {
        expect(split(kernels, rows, steps, least)).toEqual(splitOracle(rows, steps, least));
      }),
      { seed: 6, numRuns: 400 },
    );
  });

  it("gives a split that is as good as any on features of few whole numbers, where many are", () => {
    fc.assert(
      fc.property(features(fc.nat(2)), asked, (rows, [steps, least]) => {
        const [found, best] = [split(kernels, rows, steps, least), splitOracle(rows, steps, least)];
        expect(found === undefined).toBe(best === undefined);
        if (found === undefined || best === undefined) return;
        expect(Math.abs(found.mean - best.mean)).toBeLessThan(1e-12);
        expect(found.stds).toEqual(segmentsOf(rows, found).map(averageStd));
        expect(Math.min(...segmentsOf(rows, found).map(({ length }) => length))).toBeGreaterThanOrEqual(least);
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  it("does not change when features are moved, turned, or doubled as dimensions", () => {
    const value = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(features(value), asked, (rows, [steps, least]) => {
        const mean = split(kernels, rows, steps, least)?.mean ?? 0;
        const changed = [rows.map((row) => row.map((x) => 64 - x)), rows.toReversed(), rows.map((row) => [...row, ...row])];
        for (const other of changed) expect(Math.abs((split(kernels, other, steps, least)?.mean ?? 0) - mean)).toBeLessThan(1e-10);
      }),
      { seed: 8, numRuns: 200 },
    );
  });

  it("finds steps behind which nothing but noise is left, in long sequences too", () => {
    const rows: Features = Array.from({ length: 1500 }, (_, frame) =>
      Array.from(
        { length: 7 },
        (_, d) => Math.sin(frame * 12.9898 + d * 78.233) + 4 * Number(frame >= 311) + 3 * Number(frame >= 1200) * (d % 2),
      ),
    );
    expect(split(kernels, rows, 3, 50)?.cuts).toEqual([311, 1200]);
  });

  it("is refused where it would take minutes", () => {
    const row = new Array<number>(32).fill(0);
    expect(canSplit(new Array<number[]>(5_000).fill(row))).toBe(true);
    expect(canSplit(new Array<number[]>(20_000).fill(row))).toBe(false);
    expect(canSplit([])).toBe(true);
  });
});

function segmentsOf(rows: Features, { cuts }: Split): Features[] {
  return [0, ...cuts].map((from, i) => rows.slice(from, cuts[i] ?? rows.length));
}

describe("metrics of the frames family", () => {
  const columns = {
    "step-asked": Float64Array.of(1, 1, 1),
    "step-asked-3": Float64Array.of(0, 1, 1),
    "step-answered": Float64Array.of(1, 1, 0),
    "step-jaccard": Float64Array.of(1, 0.5, 0),
    "step-jaccard-3": Float64Array.of(0, 0.5, 0),
    "reward-asked": Float64Array.of(1, 1, 1),
    "reward-answered": Float64Array.of(0, 0, 0),
    "reward-jaccard": Float64Array.of(0, 0, 0),
  };
  const matrix = { items: 3, columns };

  it("are means over the sequences, those of a step over the sequences that have it", () => {
    expect(metrics["step-jaccard"].value(matrix, undefined)).toEqual({ kind: "value", value: 0.5 });
    expect(metrics["step-jaccard-3"].value(matrix, undefined)).toEqual({ kind: "value", value: 0.25 });
    expect(metrics["step-jaccard-3"].value(matrix, Float64Array.of(1, 0, 0))).toEqual({ kind: "none", reason: "no item asks for a step" });
  });

  it("have no value for a question that nobody answered", () => {
    expect(metrics["reward-jaccard"].value(matrix, undefined)).toEqual({ kind: "none", reason: "no reward was predicted" });
  });
});
