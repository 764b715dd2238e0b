import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EventCollector, rankEvents } from "../../host/events.ts";
import { loadKernels } from "../../host/node.ts";
import type { Matrix } from "../contract.ts";
import { metrics } from "../index.ts";
import cases from "./cases.json" with { type: "json" };
import { ALIGNABLE, alignability } from "./measure.ts";
import { aucOracle } from "./oracle.ts";

type Video = readonly (readonly [alignable: number, score: number | undefined])[];

const measure = alignability<Video, Video>({
  gold: (video) => video.map(([alignable]) => alignable === 1),
  prediction: (video) => video.map(([, score]) => score),
});
const kernels = await loadKernels();
const auc = metrics["alignability-auc"];

function matrixOf(videos: readonly Video[]): Matrix & { readonly rows: number[][] } {
  const gold = measure.gold();
  for (const video of videos) gold.add(video);
  const measurer = gold.measurer(kernels);
  for (const [i, video] of videos.entries()) measurer.add(i, video);
  const collector = new EventCollector(measure.events);
  const rows = measurer.flush(collector);
  const events = rankEvents(ALIGNABLE, [{ lists: collector.lists(), itemOf: (row) => row, placeOf: (row) => [0, 0, row] }]);
  return {
    items: videos.length,
    columns: {},
    events: { [ALIGNABLE]: events },
    rows: videos.map((_, i) => [...rows.subarray(i * 3, i * 3 + 3)]),
  };
}

function scored(videos: readonly Video[], weights?: readonly number[]): number | string {
  const value = auc.value(matrixOf(videos), weights && Float64Array.from(weights));
  return value.kind === "value" ? value.value : value.reason;
}

function oracle(videos: readonly Video[], weights?: readonly number[]): number {
  return aucOracle(
    videos.flatMap((video, v) => video.map(([alignable, score]) => ({ alignable: alignable === 1, score, weight: weights?.[v] ?? 1 }))),
  );
}

describe("the area under the curve", () => {
  for (const { name, videos: given, auc: expected, none } of cases) {
    it(`${name}: as by hand, and as pair by pair`, () => {
      const videos = (given as [number, number | null][][]).map((video) =>
        video.map(([label, score]) => [label, score ?? undefined] as const),
      );
      expect(scored(videos)).toBe(expected ?? none);
      if (expected !== undefined) expect(oracle(videos)).toBe(expected);
    });
  }

  const score = fc.option(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true, noDefaultInfinity: true })), {
    nil: undefined,
    freq: 8,
  });
  const video = fc.array(fc.tuple(fc.constantFrom(0, 1), score), { maxLength: 30 });
  const videos = fc.array(video, { minLength: 1, maxLength: 30 }).map((some): Video[] => [
    [
      [1, 1],
      [0, 2],
    ],
    ...some,
  ]);

  it("is the share of pairs in the right order, ties counting half, on random scores", () => {
    fc.assert(
      fc.property(videos, (some) => {
        expect(scored(some)).toBeCloseTo(oracle(some), 12);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("weighted, is that of videos that stand as often as they weigh", () => {
    const weighted = videos.chain((some) =>
      fc.tuple(fc.constant(some), fc.array(fc.nat(3), { minLength: some.length - 1, maxLength: some.length - 1 })),
    );
    fc.assert(
      fc.property(weighted, ([some, others]) => {
        const weights = [1, ...others];
        expect(scored(some, weights)).toBeCloseTo(oracle(some, weights), 12);
        expect(scored(some, weights)).toBe(scored(some.flatMap((one, i) => new Array<Video>(weights[i] as number).fill(one))));
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it("stays in range, does not hang on the order of videos, and turns around with the scores", () => {
    fc.assert(
      fc.property(videos, (some) => {
        const value = scored(some) as number;
        expect(value >= 0 && value <= 1 + 1e-12).toBe(true);
        expect(scored(some.toReversed())).toBe(value);
        const rated = some.map((one) => one.map(([label, own]) => [label, own ?? -4] as const));
        const turned = rated.map((one) => one.map(([label, own]) => [label, -own] as const));
        expect(scored(turned)).toBeCloseTo(1 - (scored(rated) as number), 12);
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  it("counts the sentences of each video, those that are alignable and those with a score", () => {
    expect(
      matrixOf([
        [
          [1, 2],
          [0, undefined],
          [1, undefined],
        ],
        [],
      ]).rows,
    ).toEqual([
      [3, 2, 1],
      [0, 0, 0],
    ]);
  });
});
