import type { SegmentsItem } from "@stepladder/schema";
import { segments } from "@stepladder/wasm/metrics/segments/measure.ts";
import { defineTrack } from "../define.ts";
import { diagnoses } from "./diagnoses.ts";
import { officialFiles, plainFiles, recordFormat } from "./formats.ts";
import { goldFormat, officialFolder } from "./gold.ts";
import { joined, segmentsCodec, segmentsIn, vacant } from "./runs.ts";
import { performanceOf, slices, splitOf } from "./slices.ts";
import { owns, videoContext } from "./videos.ts";

export default defineTrack({
  id: "action-segmentation",
  title: "Action segmentation",
  version: "1",
  date: "2026-11-23",
  summary: "Say for every frame of a video which action is done in it; the board is GTEA, other data sets are scored with their own gold.",
  note: "Figures are means over the four splits of GTEA, as papers print them; the edit score alone says little here, as another person's video of the same activity has 88.8 %.",
  papers: [
    {
      title: "MS-TCN: Multi-Stage Temporal Convolutional Network for Action Segmentation",
      url: "https://arxiv.org/abs/1903.01945",
    },
    {
      title: "Temporal Convolutional Networks for Action Segmentation and Detection",
      url: "https://arxiv.org/abs/1611.05267",
    },
  ],
  sources: [
    { title: "yabufarha/ms-tcn, the evaluation", url: "https://github.com/yabufarha/ms-tcn", licence: "MIT" },
    {
      title: "Nshwei/Self-Action, frame labels, splits and predictions",
      url: "https://github.com/Nshwei/Self-Action",
      licence: "MIT; GTEA itself for research",
    },
  ],
  goldKind: "imported",
  owns,
  itemId: ({ id }: SegmentsItem) => id,
  goldFormats: [officialFolder, goldFormat],
  formats: [officialFiles, plainFiles, recordFormat],
  measure: segments(segmentsCodec),
  metrics: [
    "f1-at-50",
    "f1-at-25",
    "f1-at-10",
    "edit-score",
    "frame-accuracy",
    "segment-precision-at-50",
    "segment-recall-at-50",
    "segment-count-error",
  ],
  slices,
  cluster: { title: "performance", of: performanceOf },
  group: { title: "test split", of: splitOf },
  curves: [],
  unscored: {
    prediction: vacant,
    rule: "A video without a readable prediction scores as one in which no frame is labelled: all its frames are wrong and all its segments missed.",
  },
  context: videoContext,
  diagnoses,
  vote: ({ runs }) => JSON.stringify(joined(runs)),
  length: segmentsIn,
});
