import { type RankedMetric, ranked } from "../contract.ts";
import { meanOverThresholds } from "../detection/average.ts";
import { STEP } from "../detection/measure.ts";

/** Thresholds of step detection by the bits of their hits: numpy's linspace(0.1, 0.5, 5). */
export const STEP_DETECTION_THRESHOLDS = [0.1, 0.2, 0.30000000000000004, 0.4, 0.5] as const;

const SOURCE =
  "Ego4D Goal-Step reports mAP at tIoU .1 to .5 (ActionFormer); no code of it is released. Read here as ActivityNet's evaluation, over the step categories that gold has";

type Told = Pick<RankedMetric, "title" | "explains"> & { readonly at: readonly number[] };

function averaged<Id extends string>(id: Id, { at, ...told }: Told): RankedMetric & { readonly id: Id } {
  const metric = ranked({
    ...told,
    id,
    group: "Step detection",
    unit: "fraction",
    better: "higher",
    source: SOURCE,
    family: "step-detection",
    events: STEP,
    thresholds: STEP_DETECTION_THRESHOLDS,
    of: (events, weights) => meanOverThresholds(events, weights, at),
  });
  return { ...metric, id };
}

/** Step detection, over all thresholds. */
export const detectionMap = averaged("detection-map", {
  title: "Detection mAP",
  explains: "Average precision of detected steps, category by category, averaged over the categories that gold has and over tIoU .1 to .5.",
  at: [...STEP_DETECTION_THRESHOLDS.keys()],
});

function detectionAt<Percent extends 10 | 20 | 30 | 40 | 50>(percent: Percent) {
  return averaged(`detection-map-at-${percent}`, {
    title: `Detection mAP at .${percent / 10}`,
    explains: `Detection mAP at the one threshold of tIoU .${percent / 10}.`,
    at: [percent / 10 - 1],
  });
}

export const detectionMapAt10 = detectionAt(10);
export const detectionMapAt20 = detectionAt(20);
export const detectionMapAt30 = detectionAt(30);
export const detectionMapAt40 = detectionAt(40);
export const detectionMapAt50 = detectionAt(50);
