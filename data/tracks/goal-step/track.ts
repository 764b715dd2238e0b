import type { GroundingItem } from "@stepladder/schema";
import { asked } from "@stepladder/wasm/metrics/asked.ts";
import { detection } from "@stepladder/wasm/metrics/detection/measure.ts";
import { grounding } from "@stepladder/wasm/metrics/grounding/measure.ts";
import { STEP_DETECTION_THRESHOLDS } from "@stepladder/wasm/metrics/step-detection/metrics.ts";
import { together } from "@stepladder/wasm/metrics/together.ts";
import { defineTrack } from "../define.ts";
import { detectionCodec, groundingCodec } from "./codecs.ts";
import { diagnoses } from "./diagnoses.ts";
import { challengeResults, detectionResults, recordFormat } from "./formats.ts";
import { goldFormat, officialAnnotations } from "./gold.ts";
import { subtaskOf } from "./items.ts";
import { slices } from "./slices.ts";

export default defineTrack({
  id: "goal-step",
  title: "Ego4D Goal-Step",
  version: "1",
  date: "2026-11-23",
  summary: "Say where in a long first-person video each step is done, given its description; or find all steps and name them.",
  note: "Scored on the validation split: the labels of the test split, and the challenge's own scorer, are not public.",
  papers: [
    {
      title: "Ego4D Goal-Step: Toward Hierarchical Understanding of Procedural Activities",
      url: "https://openreview.net/forum?id=3BxYAaovKr",
    },
  ],
  sources: [
    {
      title: "facebookresearch/ego4d-goalstep, annotations of the validation split",
      url: "https://github.com/facebookresearch/ego4d-goalstep",
      licence: "MIT",
    },
  ],
  goldKind: "imported",
  owns: (id) => subtaskOf(id) !== undefined,
  itemId: ({ id }: GroundingItem) => id,
  goldFormats: [officialAnnotations, goldFormat],
  formats: [challengeResults, detectionResults, recordFormat],
  measure: together("goal-step", [asked(grounding, groundingCodec), detection(detectionCodec, STEP_DETECTION_THRESHOLDS)]),
  metrics: [
    "grounding-r1-at-30",
    "grounding-r1-at-50",
    "grounding-r5-at-30",
    "grounding-r5-at-50",
    "grounding-mean-r1",
    "grounding-iou",
    "grounding-own-r1-at-30",
    "grounding-own-r1-at-50",
    "grounding-own-r5-at-30",
    "grounding-own-r5-at-50",
    "grounding-own-iou",
    "detection-map",
    "detection-map-at-10",
    "detection-map-at-20",
    "detection-map-at-30",
    "detection-map-at-40",
    "detection-map-at-50",
    "step-recall-at-50",
    "step-precision-at-50",
  ],
  slices,
  cluster: { title: "video", of: ({ video }) => video },
  curves: [],
  unscored: {
    prediction: {},
    rule: "A query without a readable prediction is a miss, and a video without one has no detected step; metrics of a question that a submission leaves out altogether have no value.",
  },
  context: ({ annotation, span }) => ({ annotation, span }),
  diagnoses,
  vote: (prediction) => JSON.stringify(prediction),
  length: (item) => (item.subtask === "grounding" ? item.windows.length : item.segments.length),
});
