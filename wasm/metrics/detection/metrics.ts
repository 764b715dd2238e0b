import { type AdditiveMetric, additive, answeredOr, quotient, type RankedMetric, ranked, type SummedMetric } from "../contract.ts";
import { meanOverThresholds } from "./average.ts";
import { POOL, STEP } from "./measure.ts";

const OFFICIAL = "HT-Step, evaluation/eval_article_grounding.py";
const OURS = "Stepladder's own";
const none = "no segment in gold";

/** Thresholds of HT-Step by the bits of their hits: numpy's linspace(0.3, 0.7, 5). */
export const HT_STEP_THRESHOLDS = [0.3, 0.39999999999999997, 0.5, 0.6, 0.7] as const;
const ALL = [...HT_STEP_THRESHOLDS.keys()];

type Told = Pick<RankedMetric, "title" | "group" | "explains" | "source"> & { readonly at: readonly number[]; readonly events: string };

function averaged<Id extends string>(id: Id, { at, ...told }: Told): RankedMetric & { readonly id: Id } {
  const metric = ranked({
    ...told,
    id,
    unit: "fraction",
    better: "higher",
    family: "detection",
    thresholds: HT_STEP_THRESHOLDS,
    of: (events, weights) => meanOverThresholds(events, weights, at),
  });
  return { ...metric, id };
}

/** Official grounding mAP, over all thresholds. */
export const groundingMap = averaged("grounding-map", {
  group: "Grounding, official",
  title: "Grounding mAP",
  explains:
    "Average precision of detected segments, activity by activity, averaged over activities and over tIoU 0.3 to 0.7; which step a segment is of is not compared.",
  source: OFFICIAL,
  events: POOL,
  at: ALL,
});

function groundingAt<Percent extends 30 | 40 | 50 | 60 | 70>(percent: Percent) {
  return averaged(`grounding-map-at-${percent}`, {
    group: "Grounding, official",
    title: `Grounding mAP at ${percent / 100}`,
    explains: `Grounding mAP at the one threshold of tIoU ${percent / 100}.`,
    source: OFFICIAL,
    events: POOL,
    at: [percent / 10 - 3],
  });
}

export const groundingMapAt30 = groundingAt(30);
export const groundingMapAt40 = groundingAt(40);
export const groundingMapAt50 = groundingAt(50);
export const groundingMapAt60 = groundingAt(60);
export const groundingMapAt70 = groundingAt(70);

/** The same with steps compared. */
export const stepMap = averaged("step-map", {
  group: "Grounding of the right step",
  title: "Step mAP",
  explains:
    "Average precision of detected segments, step by step, averaged over the steps that gold has and over tIoU 0.3 to 0.7: a segment of another step is wrong.",
  source: OURS,
  events: STEP,
  at: ALL,
});

type Summed = Pick<AdditiveMetric, "title" | "explains" | "group" | "source"> & {
  readonly found: string;
  readonly of: string;
  readonly none: string;
};

function shareOf<Id extends string>(id: Id, { found, of, none: missing, ...told }: Summed): SummedMetric & { readonly id: Id } {
  return {
    ...additive({
      ...told,
      id,
      unit: "fraction",
      better: "higher",
      binary: false,
      family: "detection",
      statistics: [found, of, "detection-answered"],
      finish: (sums, weight) => answeredOr(quotient(sums[0] ?? 0, sums[1] ?? 0, missing), sums[2] ?? 0, weight, "segment"),
    }),
    id,
  };
}

/** How much of gold is found at all, however many other segments are named. */
export const groundingRecall = shareOf("grounding-recall-at-50", {
  group: "Segments found at tIoU 0.5",
  title: "Grounding recall",
  explains: "Share of gold's segments that a detected one overlaps with a tIoU of 0.5 or more, whatever step it is said to be of.",
  source: OURS,
  found: "segments-found",
  of: "segments-gold",
  none,
});

/** The same with steps compared. */
export const stepRecall = shareOf("step-recall-at-50", {
  group: "Segments found at tIoU 0.5",
  title: "Step recall",
  explains: "Share of gold's segments that a detected one of their step overlaps with a tIoU of 0.5 or more.",
  source: OURS,
  found: "step-segments-found",
  of: "segments-gold",
  none,
});

/** How much of what is named is right. */
export const stepPrecision = shareOf("step-precision-at-50", {
  group: "Segments found at tIoU 0.5",
  title: "Step precision",
  explains: "Share of the detected segments that overlap a segment of their step, one each, with a tIoU of 0.5 or more.",
  source: OURS,
  found: "step-segments-found",
  of: "segments-predicted",
  none: "no segment was predicted",
});
