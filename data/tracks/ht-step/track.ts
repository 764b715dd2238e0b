import type { HtStepItem } from "@stepladder/schema";
import { detection } from "@stepladder/wasm/metrics/detection/measure.ts";
import { HT_STEP_THRESHOLDS } from "@stepladder/wasm/metrics/detection/metrics.ts";
import { pointing } from "@stepladder/wasm/metrics/pointing/measure.ts";
import { together } from "@stepladder/wasm/metrics/together.ts";
import { defineTrack } from "../define.ts";
import { secondsCodec, segmentsCodec } from "./codecs.ts";
import { diagnoses } from "./diagnoses.ts";
import { recordFormat, secondObject, segmentObject, segmentTable } from "./formats.ts";
import { goldFormat, officialFiles } from "./gold.ts";
import { contextOf, lastEnd, owns } from "./items.ts";

export default defineTrack({
  id: "ht-step",
  title: "HT-Step",
  version: "1",
  date: "2026-11-23",
  summary: "Find in a cooking video when it shows which steps of a wikiHow article: as segments with scores, or as one second per step.",
  note: "The official mAP does not compare steps: a segment that is found under another step's name counts as right. Step mAP beside it does.",
  papers: [
    { title: "HT-Step: Aligning Instructional Articles with How-To Videos", url: "https://openreview.net/forum?id=vv3cocNsEK" },
    { title: "Learning to Ground Instructional Articles in Videos through Narrations", url: "https://arxiv.org/abs/2306.03802" },
  ],
  sources: [
    {
      title: "facebookresearch/htstep, taxonomy, splits and example predictions; annotations on request",
      url: "https://github.com/facebookresearch/htstep",
      licence: "data CC-BY-NC-4.0; evaluation code MIT",
    },
  ],
  goldKind: "imported",
  owns,
  itemId: ({ id }: HtStepItem) => id,
  goldFormats: [officialFiles, goldFormat],
  formats: [segmentTable, segmentObject, secondObject, recordFormat],
  measure: together("ht-step", [detection(segmentsCodec, HT_STEP_THRESHOLDS), pointing(secondsCodec)]),
  metrics: [
    "grounding-map",
    "grounding-map-at-30",
    "grounding-map-at-40",
    "grounding-map-at-50",
    "grounding-map-at-60",
    "grounding-map-at-70",
    "step-map",
    "segment-recall-at-50",
    "step-segment-recall-at-50",
    "step-segment-precision-at-50",
    "pointing-recall",
    "answered-pointing-recall",
  ],
  slices: [
    {
      id: "segments",
      title: "Segments annotated",
      values: ["1", "2", "3", "4 or more"],
      of: ({ segments: { length } }) => (length >= 4 ? "4 or more" : String(length)),
    },
    {
      id: "steps",
      title: "Steps of the article",
      values: ["up to 5", "6 to 9", "10 or more"],
      of: ({ steps: { length } }) => (length <= 5 ? "up to 5" : length <= 9 ? "6 to 9" : "10 or more"),
    },
    {
      id: "end",
      title: "End of the last segment",
      values: ["within 3 min", "3 to 6 min", "after 6 min"],
      of: (item) => (lastEnd(item) < 180 ? "within 3 min" : lastEnd(item) < 360 ? "3 to 6 min" : "after 6 min"),
    },
  ],
  curves: [],
  unscored: {
    prediction: {},
    rule: "A video without a readable prediction has no segment and no point; metrics of what a submission does not give at all have no value.",
  },
  context: contextOf,
  diagnoses,
  vote: (prediction) => JSON.stringify(prediction),
  length: ({ segments }) => segments.length,
});
