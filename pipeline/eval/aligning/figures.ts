import { crosstaskCodec } from "@stepladder/tracks/crosstask/segments.ts";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { ALIGNABLE, NEGATIVES, POSITIVES } from "@stepladder/wasm/metrics/alignability/measure.ts";
import { alignabilityAuc } from "@stepladder/wasm/metrics/alignability/metrics.ts";
import { additive, type Events, type Matrix, type Metric, quotient } from "@stepladder/wasm/metrics/contract.ts";
import { pointing } from "@stepladder/wasm/metrics/pointing/measure.ts";
import { averageRecall } from "@stepladder/wasm/metrics/pointing/metrics.ts";
import type { Answer } from "./systems.ts";
import type { GoldVideo } from "./video.ts";

/** F1 of segments: one that overlaps a free segment of its step by so much (tIoU) is right. */
function segmentF1(id: string, threshold: number): Metric {
  return additive({
    id,
    title: `Segment F1 at tIoU ${threshold}`,
    unit: "fraction",
    better: "higher",
    binary: false,
    family: "pointing",
    explains: "Twice the right segments over those predicted and those of gold.",
    source: "Ours",
    statistics: [id, "predicted", "gold"],
    finish: ([right = 0, predicted = 0, gold = 0]) => quotient(2 * right, predicted + gold, "no segments"),
  });
}

const THRESHOLDS = { "f1-30": 0.3, "f1-50": 0.5 } as const;

/** The figures of a set, by the heads of their columns. */
export const FIGURES: Readonly<Record<string, Metric>> = {
  "average recall": averageRecall,
  "F1 at .3": segmentF1("f1-30", THRESHOLDS["f1-30"]),
  "F1 at .5": segmentF1("f1-50", THRESHOLDS["f1-50"]),
  AUC: alignabilityAuc,
};

/** What a system said of all videos as the columns of our metrics: the points measured by the kernel that scores CrossTask. */
export function matrixOf(kernels: Kernels, videos: readonly GoldVideo[], answers: readonly Answer[]): Matrix {
  const points = pointsOf(kernels, videos, answers);
  const groups = [...new Set(videos.map(({ group }) => group))];
  const column = (value: (video: GoldVideo, answer: Answer) => number): Float64Array =>
    Float64Array.from(videos, (video, i) => value(video, answers[i] as Answer));
  return {
    items: videos.length,
    columns: {
      "pointing-queries": points.filter((_, i) => i % 3 === 0),
      "pointing-hits": points.filter((_, i) => i % 3 === 2),
      predicted: column((_, { segments }) => segments.length),
      gold: column(({ segments }) => segments.length),
      ...Object.fromEntries(
        Object.entries(THRESHOLDS).map(([id, threshold]) => [id, column((video, answer) => rightOf(video, answer, threshold))]),
      ),
    },
    groups: { of: Int32Array.from(videos, ({ group }) => groups.indexOf(group)), count: groups.length },
    ...(answers.every(({ telling }) => telling !== undefined) ? { events: { [ALIGNABLE]: tellingEvents(videos, answers) } } : {}),
  };
}

function pointsOf(kernels: Kernels, videos: readonly GoldVideo[], answers: readonly Answer[]): Float64Array {
  const mark = kernels.arena.mark();
  const gold = pointing(crosstaskCodec).gold();
  for (const { id, group, steps, segments } of videos)
    gold.add({ id, task: group, steps: steps.length, segments: segments.map(({ step, start, end }) => ({ step: step + 1, start, end })) });
  const measurer = gold.measurer(kernels);
  for (const [i, { seconds }] of answers.entries()) measurer.add(i, { seconds: seconds.map((second) => second ?? null) });
  const rows = measurer.flush();
  kernels.arena.release(mark);
  return rows;
}

/** Predicted segments, the surest first, that overlap a free one of gold. */
function rightOf({ segments: gold }: GoldVideo, { segments }: Answer, threshold: number): number {
  const taken = new Set<object>();
  for (const own of segments.toSorted((a, b) => b.confidence - a.confidence || a.start - b.start)) {
    const hit = gold.find((one) => one.step === own.step && !taken.has(one) && overlap(one, own) >= threshold);
    if (hit !== undefined) taken.add(hit);
  }
  return taken.size;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function overlap(a: Stretch, b: Stretch): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** Sentences ranked by how surely they tell of a step, as the metric reads them. */
function tellingEvents(videos: readonly GoldVideo[], answers: readonly Answer[]): Events {
  const all = videos.flatMap(({ sentences }, item) =>
    sentences.map(({ step }, m) => ({ item, score: answers[item]?.telling?.[m] as number, hit: Number(step !== undefined) })),
  );
  const ranked = all.sort((a, b) => b.score - a.score || a.item - b.item);
  const tells = videos.map(({ sentences }) => sentences.filter(({ step }) => step !== undefined).length);
  return {
    items: Int32Array.from(ranked, ({ item }) => item),
    classes: new Int32Array(ranked.length),
    ties: Int32Array.from(ranked, ({ score }, i) => Number(score === ranked[i - 1]?.score)),
    hits: Int32Array.from(ranked, ({ hit }) => hit),
    wanted: {
      items: Int32Array.from(videos.flatMap((_, i) => [i, i])),
      classes: Int32Array.from(videos.flatMap(() => [POSITIVES, NEGATIVES])),
      counts: Int32Array.from(videos.flatMap(({ sentences }, i) => [tells[i] as number, sentences.length - (tells[i] as number)])),
    },
  };
}
