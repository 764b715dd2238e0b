import { type DetectedSegment, detection, type GoldSegment } from "../detection/measure.ts";
import { type ExampleItem, exampleOf } from "../example.ts";
import { STEP_DETECTION_THRESHOLDS } from "./metrics.ts";

type Steps = readonly GoldSegment[];
type Detected = readonly DetectedSegment[];

const plain = detection<Steps, Detected>(
  { gold: (segments) => ({ segments, pool: "" }), prediction: (told) => told },
  STEP_DETECTION_THRESHOLDS,
);

const step = (label: string, start: number, end: number): GoldSegment => ({ label, start, end });

function item(gold: Steps, detected: readonly (readonly [GoldSegment, score: number])[]): ExampleItem<Steps, Detected> {
  const shown = ({ label, start, end }: GoldSegment): string => `${label} ${start}–${end} s`;
  return {
    gold,
    prediction: detected.map(([segment, score], order) => ({ ...segment, score, order })),
    shown: {
      gold: gold.map(shown).join(", "),
      prediction: detected.map(([segment, score]) => `${shown(segment)} (${score})`).join(", "),
    },
  };
}

/** Videos: steps met well, roughly and at the wrong place, and one under another category's name. */
export const example = exampleOf(plain, [
  item(
    [step("stir", 0, 10), step("pour", 20, 30)],
    [
      [step("stir", 0, 9), 0.9],
      [step("pour", 26, 40), 0.4],
    ],
  ),
  item(
    [step("stir", 5, 15)],
    [
      [step("stir", 40, 50), 0.8],
      [step("stir", 8, 24), 0.6],
      [step("pour", 5, 15), 0.3],
    ],
  ),
]);
