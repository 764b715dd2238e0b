import { askedExample, type ExampleItem } from "../example.ts";
import { grounding, type Query, type Segment } from "./measure.ts";

const shown = (segments: readonly Segment[]): string => segments.map(([start, end]) => `${start}–${end} s`).join(", ");

function item(windows: readonly Segment[], segments: readonly Segment[], once = true): ExampleItem<Query, readonly Segment[]> {
  return {
    gold: { windows, once },
    prediction: segments,
    shown: { gold: `${shown(windows)}${once ? "" : " (asked before)"}`, prediction: shown(segments) },
  };
}

/** Queries: one hit at once, one hit by the second segment, a step done twice that is found where it is done the second time, and missed. */
export const example = askedExample(grounding, [
  item([[10, 20]], [[11, 20]]),
  item(
    [[30, 50]],
    [
      [0, 10],
      [32, 44],
    ],
  ),
  item(
    [
      [60, 70],
      [90, 100],
    ],
    [[88, 100]],
  ),
  item(
    [
      [90, 100],
      [60, 70],
    ],
    [[88, 100]],
    false,
  ),
]);
