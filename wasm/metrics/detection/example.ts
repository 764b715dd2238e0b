import { type ExampleItem, exampleOf } from "../example.ts";
import { type DetectedSegment, detection, type GoldSegment } from "./measure.ts";
import { HT_STEP_THRESHOLDS } from "./metrics.ts";

interface Gold {
  readonly pool: string;
  readonly segments: readonly GoldSegment[];
}

const plain = detection<Gold, readonly DetectedSegment[]>({ gold: (gold) => gold, prediction: (told) => told }, HT_STEP_THRESHOLDS);

type Stretch = readonly [label: string, start: number, end: number];

function item(
  pool: string,
  gold: readonly Stretch[],
  detected: readonly (readonly [...Stretch, score: number])[],
): ExampleItem<Gold, readonly DetectedSegment[]> {
  const stretch = ([label, start, end]: Stretch | (typeof detected)[number]): string => `${label} ${start}–${end} s`;
  return {
    gold: { pool, segments: gold.map(([label, start, end]) => ({ label, start, end })) },
    prediction: detected.map(([label, start, end, score], order) => ({ label, start, end, score, order })),
    shown: {
      gold: `${pool}: ${gold.map(stretch).join(", ")}`,
      prediction: detected.map((own) => `${stretch(own)} (${own[3]})`).join(", ") || "nothing",
    },
  };
}

/** Videos of two activities: a segment met, one met under another step's name, one found twice, one that is nowhere. */
export const example = exampleOf(plain, [
  item(
    "Make tea",
    [
      ["boil", 0, 10],
      ["pour", 20, 30],
    ],
    [
      ["boil", 0, 9, 0.9],
      ["boil", 21, 29, 0.8],
    ],
  ),
  item(
    "Make tea",
    [["pour", 5, 15]],
    [
      ["pour", 5, 12, 0.7],
      ["pour", 6, 14, 0.6],
    ],
  ),
  item("Make toast", [["butter", 40, 50]], [["butter", 46, 60, 0.5]]),
]);
