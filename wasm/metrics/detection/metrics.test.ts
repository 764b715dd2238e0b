import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EventCollector, type Place, rankEvents } from "../../host/events.ts";
import { loadKernels } from "../../host/node.ts";
import type { Events, Matrix, Metric } from "../contract.ts";
import { metrics } from "../index.ts";
import { invariantFaults, ROUNDING } from "../invariants.ts";
import { meanAveragePrecisions, pairwiseSum } from "./average.ts";
import cases from "./cases.json" with { type: "json" };
import { type DetectedSegment, detection, type GoldSegment, POOL, STEP } from "./measure.ts";
import { HT_STEP_THRESHOLDS } from "./metrics.ts";
import { averagePrecisionOracle, byScore, matchOracle } from "./oracle.ts";

interface Video {
  readonly pool: string;
  readonly segments: readonly GoldSegment[];
  readonly labels?: readonly string[];
  readonly detected: readonly DetectedSegment[];
}

const measure = detection<Video, Video["detected"]>({ gold: (video) => video, prediction: (told) => told }, HT_STEP_THRESHOLDS);
const kernels = await loadKernels();

/** Rows and events of videos, `batch` of them at a time. */
function measured(videos: readonly Video[], batch = videos.length): { rows: number[][]; matrix: Matrix } {
  const gold = measure.gold();
  for (const video of videos) gold.add(video);
  const mark = kernels.arena.mark();
  const measurer = gold.measurer(kernels);
  const collector = new EventCollector(measure.events);
  const width = measure.statistics.length;
  const rows: number[][] = [];
  for (let from = 0; from < videos.length; from += batch) {
    for (const [i, { detected }] of videos.slice(from, from + batch).entries()) measurer.add(from + i, detected);
    const { queued } = measurer;
    const told = measurer.flush(collector);
    collector.next(queued);
    for (let row = 0; row < queued; row++) rows.push([...told.subarray(row * width, (row + 1) * width)]);
  }
  kernels.arena.release(mark);
  const places = { lists: collector.lists(), itemOf: (row: number) => row, placeOf: (): Place => [0, 0, 0] };
  return {
    rows,
    matrix: {
      items: videos.length,
      columns: Object.fromEntries(measure.statistics.map(({ id }, s) => [id, Float64Array.from(rows, (row) => row[s] as number)])),
      events: { [POOL]: rankEvents(POOL, [places]), [STEP]: rankEvents(STEP, [places]) },
    },
  };
}

function valueIn(metric: Metric, matrix: Matrix, weights?: Float64Array): number | string {
  const value = metric.value(matrix, weights);
  return value.kind === "value" ? value.value : value.reason;
}

type Told = readonly (string | number)[];

function segment([label, start, end]: Told): GoldSegment {
  return { label: label as string, start: start as number, end: end as number };
}

function detectedOf(told: readonly Told[]): DetectedSegment[] {
  return told.map((one, order) => ({ ...segment(one), score: one[3] as number, order }));
}

/** The thresholds that each segment of the first video reaches, by the order of the submission; `null` where it was left out. */
function reached(list: string, [first, ...others]: readonly [Video, ...Video[]]): (number[] | null)[] {
  const gold = measure.gold();
  for (const one of [first, ...others]) gold.add(one);
  const mark = kernels.arena.mark();
  const measurer = gold.measurer(kernels);
  measurer.add(0, first.detected);
  const hits = new Map<number, number>();
  measurer.flush({ event: (of, _, event) => void (of === list && hits.set(event.order, event.hits)), wanted: () => {} });
  kernels.arena.release(mark);
  return first.detected.map(({ order }) => {
    const bits = hits.get(order);
    return bits === undefined ? null : HT_STEP_THRESHOLDS.flatMap((_, t) => ((bits >> t) & 1 ? [t] : []));
  });
}

describe("detection kernel", () => {
  for (const { name, gold, detected, pool, step, row, labels, others = [] } of cases) {
    it(`${name}: kernel and oracle`, () => {
      const told = detectedOf(detected);
      const video: Video = { pool: "a", segments: gold.map(segment), detected: told, ...(labels === undefined ? {} : { labels }) };
      // What another video has, so that its labels are known.
      const other: Video = { pool: "b", segments: others.map((label) => ({ label, start: 0, end: 1 })), detected: [] };
      const { rows } = measured([video, other]);
      expect(rows[0]).toEqual(measure.statistics.map(({ id }) => (row as Record<string, number>)[id] ?? 0));
      const isCounted = ({ label }: DetectedSegment): boolean => pool[told.findIndex((one) => one.label === label)] !== null;
      expect(reached(POOL, [video, other])).toEqual(pool);
      expect(oracleHits(video, isCounted, false)).toEqual(pool);
      expect(reached(STEP, [video, other])).toEqual(step);
      expect(oracleHits(video, isCounted, true)).toEqual(step);
    });
  }
});

/** The thresholds that each detected segment reaches, by the oracle. */
function oracleHits(
  { segments, detected }: Video,
  isCounted: (one: DetectedSegment) => boolean,
  comparesLabels: boolean,
): (number[] | null)[] {
  const ranked = detected.filter(isCounted).toSorted(byScore);
  const hits = new Map<DetectedSegment, number[]>(ranked.map((one) => [one, []]));
  const groups = Object.values(Object.groupBy(ranked, ({ label }) => (comparesLabels ? label : "")));
  for (const group of groups as DetectedSegment[][]) {
    const gold = segments.filter(({ label }) => !comparesLabels || label === group[0]?.label);
    for (const [t, threshold] of HT_STEP_THRESHOLDS.entries()) {
      for (const [i, isRight] of matchOracle(gold, group, threshold).entries()) if (isRight) hits.get(group[i] as DetectedSegment)?.push(t);
    }
  }
  return detected.map((one) => hits.get(one) ?? null);
}

const STEPS = ["boil", "pour", "stir", "soak"];
// Tenths of seconds, so that overlaps that are equal in truth may differ in their last bits, and few scores, so that many are equal.
const time = fc.integer({ min: 0, max: 300 }).map((tenths) => tenths / 10);
const stretch = fc.tuple(fc.constantFrom(...STEPS), time, fc.integer({ min: 1, max: 120 })).map(([label, start, length]) => ({
  label,
  start,
  end: start + length / 10,
}));
const score = fc.oneof(
  fc.integer({ min: 0, max: 5 }).map((n) => n / 5),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: 0, max: 1000 }).map((n) => 1 + n * 2 ** -50),
);
const video: fc.Arbitrary<Video> = fc
  .record({
    pool: fc.constantFrom("tea", "toast", "rice"),
    segments: fc.array(stretch, { maxLength: 6 }),
    told: fc.array(fc.tuple(stretch, score, fc.boolean(), fc.nat(5)), { maxLength: 12 }),
  })
  .map(({ pool, segments, told }) => ({
    pool,
    segments,
    detected: told.map(([own, value, isNear, of], order) => {
      const near = isNear ? segments[of % Math.max(1, segments.length)] : undefined;
      // Near to a segment of gold: a tenth of its own place, so that thresholds are met in part.
      return { ...(near === undefined ? own : { ...near, start: near.start + own.start / 100 }), score: value, order };
    }),
  }));
const videos = fc.array(video, { minLength: 1, maxLength: 8 });

/** Mean average precision of all videos at one threshold, by the oracle. */
function oracleMap(given: readonly Video[], threshold: number, classesOf: "pool" | "label"): number | string {
  const wantedLabels = new Set(given.flatMap(({ segments }) => segments.map(({ label }) => label)));
  const classes = classesOf === "pool" ? [...new Set(given.map(({ pool }) => pool))] : [...wantedLabels];
  const areas: number[] = [];
  // Videos one after the other in the submission.
  const told = given.flatMap((own, v) =>
    own.detected
      .filter(({ label }) => wantedLabels.has(label))
      .map((one) => ({ ...one, order: one.order + v * 1000, own, label: one.label })),
  );
  if (given.every(({ detected }) => detected.length === 0)) return "no segment was predicted";
  for (const ofClass of classes) {
    const isOwn = (pool: string, label: string): boolean => ofClass === (classesOf === "pool" ? pool : label);
    const gold = new Map(given.map((own) => [own, own.segments.filter(({ label }) => isOwn(own.pool, label))]));
    const toFind = [...gold.values()].reduce((sum, { length }) => sum + length, 0);
    if (toFind === 0) continue;
    const ranked = told.filter(({ own, label }) => isOwn(own.pool, label)).toSorted(byScore);
    const right = new Map(
      given.flatMap((own) => {
        const mine = ranked.filter((one) => one.own === own);
        return matchOracle(gold.get(own) ?? [], mine, threshold).map((isRight, i) => [mine[i], isRight] as const);
      }),
    );
    areas.push(
      averagePrecisionOracle(
        ranked.map((one) => right.get(one) === true),
        toFind,
      ),
    );
  }
  return areas.length === 0 ? "no segment in gold" : areas.reduce((a, b) => a + b, 0) / areas.length;
}

/** Puts all orders in one submission: video after video. */
const submitted = (given: readonly Video[]): Video[] =>
  given.map((own, v) => ({ ...own, detected: own.detected.map((one) => ({ ...one, order: one.order + v * 1000 })) }));

describe("mean average precision", () => {
  const ids = ["grounding-map-at-30", "grounding-map-at-40", "grounding-map-at-50", "grounding-map-at-60", "grounding-map-at-70"] as const;
  const near = (value: number | string) => (typeof value === "number" ? expect.closeTo(value, 12) : value);

  it("equals the oracle on random videos, at every threshold, by activity and by step", () => {
    let between = 0;
    fc.assert(
      fc.property(videos, (given) => {
        const { matrix } = measured(submitted(given));
        const byPool = HT_STEP_THRESHOLDS.map((threshold) => oracleMap(given, threshold, "pool"));
        expect(ids.map((id) => valueIn(metrics[id], matrix))).toEqual(byPool.map(near));
        const mean = (values: readonly (number | string)[]) =>
          typeof values[0] === "number" ? (values as number[]).reduce((a, b) => a + b) / values.length : (values[0] as string);
        const value = valueIn(metrics["grounding-map"], matrix);
        expect(value).toEqual(near(mean(byPool)));
        const byStep = HT_STEP_THRESHOLDS.map((threshold) => oracleMap(given, threshold, "label"));
        expect(valueIn(metrics["step-map"], matrix)).toEqual(near(mean(byStep)));
        if (typeof value === "number" && value > 0 && value < 1) between++;
      }),
      { seed: 1, numRuns: 300 },
    );
    expect(between).toBeGreaterThan(100);
  });

  it("rows equal the oracle's", () => {
    fc.assert(
      fc.property(videos, (given) => {
        const known = new Set(given.flatMap(({ segments }) => segments.map(({ label }) => label)));
        const rows = given.map((own) => {
          const isCounted = ({ label }: DetectedSegment): boolean => known.has(label);
          const counted = own.detected.filter(isCounted).length;
          const found = (comparesLabels: boolean) =>
            oracleHits(own, isCounted, comparesLabels).filter((reaches) => reaches?.includes(2)).length;
          return [own.segments.length, counted, own.detected.length - counted, found(false), found(true), Number(own.detected.length > 0)];
        });
        expect(measured(given).rows).toEqual(rows);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it("is the same however predictions are batched, and in whatever order items stand", () => {
    fc.assert(
      fc.property(videos, (given) => {
        const { rows, matrix } = measured(submitted(given));
        expect(measured(submitted(given), 1)).toEqual({ rows, matrix });
        const turned = measured(submitted(given).toReversed()).matrix;
        for (const id of [...ids, "grounding-map", "step-map"] as const) {
          expect(valueIn(metrics[id], turned)).toEqual(near(valueIn(metrics[id], matrix)));
        }
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it("counts an item as often as it is drawn: weights are copies", () => {
    const draws = fc.array(fc.nat(3), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(videos, draws, (given, counts) => {
        const weights = Float64Array.from(given, (_, i) => counts[i] as number);
        const { matrix } = measured(submitted(given));
        // Copies of an item stand beside it in the submission.
        const copied = submitted(given).flatMap((own, i) => Array.from({ length: counts[i] as number }, () => own));
        const known = new Set(given.flatMap(({ segments }) => segments.map(({ label }) => label)));
        const kept = copied.map((own) => ({ ...own, detected: own.detected.filter(({ label }) => known.has(label)) }));
        const again = withLabels(kept, [...known]);
        for (const id of [...ids, "step-map"] as const) {
          const weighted = valueIn(metrics[id], matrix, weights);
          if (typeof weighted === "string") continue;
          if (again.events?.[POOL]?.items.length === 0) expect(weighted).toBe(0);
          else expect(weighted).toEqual(near(valueIn(metrics[id], again)));
        }
        const ones = new Float64Array(given.length).fill(1);
        for (const id of ids) expect(valueIn(metrics[id], matrix, ones)).toBe(valueIn(metrics[id], matrix));
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it("is 1 for gold itself, and never raised by one more segment that is wrong", () => {
    fc.assert(
      fc.property(videos, (given) => {
        const perfect = given.map((own) => ({ ...own, detected: own.segments.map((one, order) => ({ ...one, score: 1, order })) }));
        const { matrix } = measured(submitted(perfect));
        if (perfect.some(({ segments }) => segments.length > 0)) {
          for (const id of ["grounding-map", "step-map", "segment-recall-at-50"] as const) expect(valueIn(metrics[id], matrix)).toBe(1);
        }
        const before = measured(submitted(given)).matrix;
        const [first, ...others] = given as [Video, ...Video[]];
        const wrong = { ...(first.segments[0] ?? { label: "boil" }), start: 900, end: 910, score: 0.5, order: 999 };
        const after = measured(submitted([{ ...first, detected: [...first.detected, wrong] }, ...others])).matrix;
        for (const id of [...ids, "step-map", "step-segment-precision-at-50"] as const) {
          const [given_, worse] = [before, after].map((one) => valueIn(metrics[id], one)) as [number | string, number | string];
          if (typeof given_ === "number" && typeof worse === "number") expect(worse).toBeLessThanOrEqual(given_ + 1e-12);
        }
      }),
      { seed: 5, numRuns: 150 },
    );
  });

  it("stays in range and keeps the invariants", () => {
    fc.assert(
      fc.property(videos, (given) => {
        const { matrix } = measured(submitted(given));
        const own = Object.entries(metrics).filter(([, { family }]) => family === "detection");
        const values = own.flatMap(([id, metric]) => {
          const value = valueIn(metric, matrix);
          return typeof value === "number" ? [[id, { value }] as const] : [];
        });
        for (const [, { value }] of values) expect(value >= 0 && value <= 1 + 1e-12).toBe(true);
        expect(invariantFaults(Object.fromEntries(values), ROUNDING)).toEqual([]);
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  it("sorts scores that agree in their upper bits, however many", () => {
    const count = 500;
    const detected = Array.from({ length: count }, (_, order) => ({
      label: "boil",
      start: 0,
      end: order === 250 ? 10 : 1,
      score: 1 + ((order * 37) % count) * 2 ** -52,
      order,
    }));
    const { matrix } = measured([{ pool: "a", segments: [{ label: "boil", start: 0, end: 10 }], detected }]);
    const before = detected.filter((one) => byScore(one, detected[250] as DetectedSegment) < 0).length;
    expect(before).toBeGreaterThan(50);
    expect(valueIn(metrics["grounding-map"], matrix)).toBe(1 / (before + 1));
  });

  it("says why there is no value, and has 0 where segments were named elsewhere only", () => {
    const gold = [{ label: "boil", start: 0, end: 10 }];
    const silent = measured([{ pool: "a", segments: gold, detected: [] }]).matrix;
    expect(valueIn(metrics["grounding-map"], silent)).toBe("no segment was predicted");
    expect(valueIn(metrics["segment-recall-at-50"], silent)).toBe("no segment was predicted");
    const told = [{ label: "boil", start: 0, end: 10, score: 1, order: 0 }];
    const half = measured([
      { pool: "a", segments: gold, detected: told },
      { pool: "b", segments: gold, detected: [] },
    ]).matrix;
    expect(valueIn(metrics["grounding-map"], half)).toBe(0.5);
    expect(valueIn(metrics["grounding-map"], half, Float64Array.of(0, 1))).toBe(0);
    expect(valueIn(metrics["grounding-map"], half, Float64Array.of(0, 0))).toBe("no segment in gold");
  });
});

/** A matrix of videos, among others that have the labels. */
function withLabels(given: readonly Video[], labels: readonly string[]): Matrix {
  const other: Video = { pool: "other", segments: labels.map((label) => ({ label, start: 0, end: 1 })), detected: [] };
  const { matrix } = measured([...given, other]);
  const events = Object.entries(matrix.events ?? {}).map(([list, own]) => {
    const kept = [...own.wanted.items.keys()].filter((i) => (own.wanted.items[i] as number) < given.length);
    const only = (column: Int32Array): Int32Array => Int32Array.from(kept, (i) => column[i] as number);
    const wanted = { items: only(own.wanted.items), classes: only(own.wanted.classes), counts: only(own.wanted.counts) };
    return [list, { ...own, wanted }];
  });
  return { ...matrix, events: Object.fromEntries(events) };
}

describe("numpy's sum", () => {
  it("adds in numpy's order", () => {
    const values = (n: number) => Float64Array.from({ length: n }, (_, i) => 1 / (i + 1));
    // np.sum(1 / np.arange(1, n + 1)) of numpy 2.
    expect([1, 7, 8, 9, 128, 129, 195, 1000].map((n) => pairwiseSum(values(n), 0, n))).toEqual([
      1, 2.5928571428571425, 2.7178571428571425, 2.8289682539682537, 5.433147092589173, 5.440899030573669, 5.8527771344944926,
      7.485470860550345,
    ]);
  });

  it("of no event of any class is an area of 0", () => {
    const none = new Int32Array(0);
    const wanted = { items: Int32Array.of(0, 0), classes: Int32Array.of(0, 2), counts: Int32Array.of(1, 1) };
    const events: Events = { items: none, classes: none, ties: none, hits: none, wanted };
    expect(meanAveragePrecisions(events, undefined, [0, 4])).toEqual(Float64Array.of(0, 0));
  });
});

it("thresholds have to ascend and hold 0.5", () => {
  const codec = { gold: (own: Video) => own, prediction: () => [] };
  for (const wrong of [[0.5, 0.4], [0.3, 0.4], [0, 0.5], Array.from({ length: 17 }, (_, i) => (i + 1) / 32)]) {
    expect(() => detection(codec, wrong)).toThrow(/^thresholds: expected up to 16 that ascend, 0.5 among them/);
  }
});
