import { type AdditiveMetric, additive, meanOf, ratioOf, type SummedMetric, type Value } from "../contract.ts";

const OFFICIAL = "MS-TCN, eval.py";
const OURS = "Stepladder's own";

type Told = Omit<AdditiveMetric, "id" | "family" | "better" | "binary" | "unit" | "byGroup"> & Partial<Pick<AdditiveMetric, "better">>;

/** Every figure is that of a split, averaged over the splits at hand. */
function segmentMetric<Id extends string>(id: Id, told: Told): SummedMetric & { readonly id: Id } {
  return { ...additive({ unit: "fraction", better: "higher", binary: false, byGroup: true, ...told, id, family: "segments" }), id };
}

const official = { group: "As MS-TCN scores", source: OFFICIAL } as const;
const own = { group: "Segments, ours", source: OURS } as const;

/** F1 in the official order of operations; 0 where nothing is hit, as the official script turns 0/0 into it. */
function f1(hits: number, predicted: number, gold: number, videos: number): Value {
  if (videos === 0) return { kind: "none", reason: "no items" };
  if (hits === 0) return { kind: "value", value: 0 };
  const precision = hits / predicted;
  const recall = hits / gold;
  return { kind: "value", value: (2 * (precision * recall)) / (precision + recall) };
}

function f1At<Threshold extends 10 | 25 | 50>(threshold: Threshold): SummedMetric & { readonly id: `f1-at-${Threshold}` } {
  return segmentMetric(`f1-at-${threshold}`, {
    ...official,
    title: `Segment F1@${threshold}`,
    statistics: [`segment-hits-${threshold}`, "segments-predicted", "segments-gold"],
    finish: (sums, weight) => f1(sums[0] ?? 0, sums[1] ?? 0, sums[2] ?? 0, weight),
    explains: `F1 of the segments, all videos of a split taken together: a predicted segment is right if it has the label of the gold segment that it overlaps most, with an IoU of at least .${threshold}, and no earlier one took it. Mean over splits.`,
  });
}

/** Segment F1 at IoU .50. */
export const f1At50 = f1At(50);
/** Segment F1 at IoU .25. */
export const f1At25 = f1At(25);
/** Segment F1 at IoU .10. */
export const f1At10 = f1At(10);

/** How far the order of segments is gold's, whatever their times. */
export const editScore = segmentMetric("edit-score", {
  ...official,
  title: "Edit score",
  ...meanOf("edit-similarity"),
  explains:
    "1 minus the Levenshtein distance between the labels of predicted and gold segments, over the larger number of segments; mean over the videos of a split, then over splits.",
});

/** Share of frames with gold's label. */
export const frameAccuracy = segmentMetric("frame-accuracy", {
  ...official,
  title: "Frame accuracy",
  ...ratioOf("frames-right", "frames", "no frames"),
  explains: "Share of gold's frames that get their label, background among them, all videos of a split taken together; mean over splits.",
});

/** Of the predicted segments, the share that is right at IoU .50. */
export const segmentPrecisionAt50 = segmentMetric("segment-precision-at-50", {
  ...own,
  title: "Segment precision@50",
  ...ratioOf("segment-hits-50", "segments-predicted", "no segment is predicted"),
  explains: "Of the predicted segments of a split, the share that is right at IoU .50; mean over splits.",
});

/** Of gold's segments, the share that is found at IoU .50. */
export const segmentRecallAt50 = segmentMetric("segment-recall-at-50", {
  ...own,
  title: "Segment recall@50",
  ...ratioOf("segment-hits-50", "segments-gold", "no segment in gold"),
  explains: "Of gold's segments in a split, the share that is found at IoU .50; mean over splits.",
});

/** How far the number of segments is off. */
export const segmentCountError = segmentMetric("segment-count-error", {
  ...own,
  title: "Segment count error",
  better: "lower",
  ...ratioOf("segment-count-error", "segments-gold", "no segment in gold"),
  explains:
    "By how many segments each video has too many or too few, over gold's number of segments, all videos of a split taken together; mean over splits.",
});
