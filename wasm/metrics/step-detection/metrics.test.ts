import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKernels } from "../../host/node.ts";
import { type DetectedSegment, detection, type GoldSegment } from "../detection/measure.ts";
import { averagePrecisionOracle, byScore, matchOracle } from "../detection/oracle.ts";
import { exampleOf } from "../example.ts";
import { metrics } from "../index.ts";
import { invariantFaults, ROUNDING } from "../invariants.ts";
import { example } from "./example.ts";
import { STEP_DETECTION_THRESHOLDS } from "./metrics.ts";

const kernels = await loadKernels();

interface Video {
  readonly gold: readonly GoldSegment[];
  readonly detected: readonly DetectedSegment[];
}

const measure = detection<Video["gold"], Video["detected"]>(
  { gold: (segments) => ({ segments, pool: "" }), prediction: (told) => told },
  STEP_DETECTION_THRESHOLDS,
);

const PERCENTS = [10, 20, 30, 40, 50] as const;
const IDS = ["detection-map", ...PERCENTS.map((percent) => `detection-map-at-${percent}` as const)] as const;

/** The figures of videos; those without a value are left out. */
function scores(videos: readonly Video[]): Readonly<Record<string, number>> {
  const items = videos.map(({ gold, detected }) => ({ gold, prediction: detected, shown: { gold: "", prediction: "" } }));
  return scoresOf(exampleOf(measure, items).matrix(kernels));
}

function scoresOf(matrix: ReturnType<typeof example.matrix>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    IDS.flatMap((id) => {
      const told = metrics[id].value(matrix, undefined);
      return told.kind === "value" ? [[id, told.value]] : [];
    }),
  );
}

/** Mean over gold's categories of average precision at a threshold, the slow and obvious way. */
function oracle(videos: readonly Video[], threshold: number): number {
  const labels = [...new Set(videos.flatMap(({ gold }) => gold.map(({ label }) => label)))];
  const areas = labels.map((label) => {
    const events = videos.flatMap(({ gold, detected }, video) => {
      const ranked = detected.filter((one) => one.label === label).toSorted(byScore);
      const own = gold.filter((one) => one.label === label);
      const right = matchOracle(own, ranked, threshold);
      return ranked.map((one, i) => ({ one, video, right: right[i] as boolean }));
    });
    // Of equal scores the later video stands first.
    events.sort((a, b) => b.one.score - a.one.score || b.video - a.video || b.one.order - a.one.order);
    const toFind = videos.reduce((sum, { gold }) => sum + gold.filter((one) => one.label === label).length, 0);
    return averagePrecisionOracle(
      events.map(({ right }) => right),
      toFind,
    );
  });
  return areas.reduce((sum, area) => sum + area, 0) / labels.length;
}

const stretch = fc
  .tuple(fc.constantFrom("stir", "pour", "cut"), fc.nat(20), fc.integer({ min: 1, max: 9 }))
  .map(([label, start, long]): GoldSegment => ({ label, start, end: start + long }));
const told = fc
  .array(fc.tuple(stretch, fc.constantFrom(0.1, 0.5, 0.5, 0.9)), { minLength: 1, maxLength: 8 })
  .map((all): DetectedSegment[] => all.map(([one, score], order) => ({ ...one, score, order })));
const videos = fc.array(fc.record({ gold: fc.array(stretch, { minLength: 1, maxLength: 5 }), detected: told }), {
  minLength: 1,
  maxLength: 5,
});

describe("detection mAP", () => {
  it("of the example is as worked out by hand", () => {
    // Stirring: right, wrong, and right up to .3 (7 of 19 s): an area of 1/2 + 1/2 · 2/3. Pouring: 4 of 20 s up to .2, behind it a wrong one.
    const [low, high] = [1 / 2 + 1 / 3, 1 / 2];
    const found = scoresOf(example.matrix(kernels));
    const expected = [(low + 1) / 2, (low + 1) / 2, low / 2, high / 2, high / 2];
    for (const [t, value] of expected.entries()) expect(found[IDS[t + 1] as string]).toBeCloseTo(value, 12);
    expect(found["detection-map"]).toBeCloseTo(expected.reduce((sum, value) => sum + value, 0) / 5, 12);
  });

  it("equals the oracle on random videos, at every threshold", () => {
    fc.assert(
      fc.property(videos, (given) => {
        const found = scores(given);
        for (const [t, threshold] of STEP_DETECTION_THRESHOLDS.entries()) {
          const value = found[IDS[t + 1] as string];
          // A label that gold does not have is left out: without any other nothing was said.
          if (value !== undefined) expect(value).toBeCloseTo(oracle(given, threshold), 12);
          else expect(oracle(given, threshold)).toBe(0);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("stays in range and keeps the invariants", () => {
    fc.assert(
      fc.property(videos, (given) => {
        const found = Object.entries(scores(given));
        for (const [, value] of found) expect(value >= 0 && value <= 1).toBe(true);
        expect(invariantFaults(Object.fromEntries(found.map(([id, value]) => [id, { value }])), ROUNDING)).toEqual([]);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it("is 1 for gold itself", () => {
    const gold: readonly GoldSegment[] = [
      { label: "stir", start: 0, end: 9 },
      { label: "pour", start: 4, end: 7 },
    ];
    const found = scores([{ gold, detected: gold.map((one, order) => ({ ...one, score: 0.5, order })) }]);
    expect(Object.values(found)).toEqual(IDS.map(() => 1));
  });
});
