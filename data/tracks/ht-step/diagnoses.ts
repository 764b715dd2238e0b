import type { HtStepPrediction } from "@stepladder/schema";
import type { Diagnose } from "@stepladder/wasm/host/track.ts";
import { latestPoint, pointsDivided, unitsOf } from "../times.ts";
import { type HtStepContext, lastEnd } from "./items.ts";

type HtStepDiagnose = Diagnose<HtStepPrediction, HtStepContext>;
type Segment = NonNullable<HtStepPrediction["segments"]>[number];

/** Mends the segments of a prediction where `isMade` says that the mistake is made; nothing of it may be right by chance. */
function mending(
  told: Omit<HtStepDiagnose, "mend">,
  isMade: (segments: readonly Segment[], context: HtStepContext) => boolean,
  mend: (segment: Segment, context: HtStepContext) => Segment,
): HtStepDiagnose {
  return {
    ...told,
    mend({ segments = [], ...others }, context) {
      if (segments.length === 0 || !isMade(segments, context)) return undefined;
      return { ...others, segments: segments.map((segment, order) => ({ order, ...mend(segment, context) })) };
    },
  };
}

const isTurned = ({ start, end }: Segment): boolean => end < start;

const turned = mending(
  {
    id: "turned-around",
    title: "Segments end before they start",
    explanation: "Start and end have changed places. Such a segment overlaps nothing.",
    fix: "write the start before the end",
  },
  (segments) => segments.some(isTurned),
  (segment) => (isTurned(segment) ? { ...segment, start: segment.end, end: segment.start } : segment),
);

const lengths = mending(
  {
    id: "lengths",
    title: "The end is the length of the segment",
    explanation: "Segments end before they start: what stands there as the end may be how long they are.",
    fix: "write start and end, both from the beginning of the video",
  },
  (segments) => segments.some(isTurned),
  (segment) => ({ ...segment, end: segment.start + segment.end }),
);

const units = unitsOf<HtStepPrediction, HtStepContext>({
  latest: (prediction) => Math.max(latestPoint(prediction), lastEnd({ segments: prediction.segments ?? [] })),
  divided(prediction, by) {
    const { segments, ...others } = pointsDivided(prediction, by);
    const divided = segments?.map((segment) => ({ ...segment, start: segment.start / by, end: segment.end / by }));
    return { ...others, ...(divided === undefined ? {} : { segments: divided }) };
  },
});

/** Whether no label is a step of the article, and all of them are places in the list `of` it. */
function areOthers(segments: readonly Segment[], { steps }: HtStepContext, of: (place: number) => number): boolean {
  const places = new Set(steps.map((_, place) => of(place)));
  return segments.every(({ label }) => places.has(label)) && !segments.some(({ label }) => steps.some((step) => step.label === label));
}

const rows = mending(
  {
    id: "taxonomy-rows",
    title: "Labels are rows of the taxonomy",
    explanation: "The taxonomy leaves out numbers, so that the row of a step, from 0, is not its number from some row on.",
    fix: "write the step's global_step_index",
  },
  (segments, context) => areOthers(segments, context, (place) => context.steps[place]?.row as number),
  (segment, { steps }) => ({ ...segment, label: steps.find(({ row }) => row === segment.label)?.label ?? segment.label }),
);

const places = mending(
  {
    id: "places",
    title: "Labels are places in the article",
    explanation: "Labels count the steps of the video's article from 0. A step's number is the one that it has among all articles.",
    fix: "write the step's global_step_index",
  },
  (segments, context) => areOthers(segments, context, (place) => place),
  (segment, { steps }) => ({ ...segment, label: steps[segment.label]?.label ?? segment.label }),
);

const ranks = mending(
  {
    id: "ranks",
    title: "The scores are ranks",
    explanation: "The scores of a video are different whole numbers from 0 or 1 on: if 1 is the best, the worst segments stand first.",
    fix: "write a score that is higher the surer a segment is",
  },
  (segments) => {
    const scores = segments.map(({ score }) => score).sort((a, b) => a - b);
    return scores.length > 1 && (scores[0] === 0 || scores[0] === 1) && scores.every((score, i) => score === (scores[0] as number) + i);
  },
  (segment) => ({ ...segment, score: -segment.score }),
);

export const diagnoses: readonly HtStepDiagnose[] = [turned, lengths, ...units, rows, places, ranks];
