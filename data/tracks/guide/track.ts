import type { CaptionsItem } from "@stepladder/schema";
import { captions, guidedCaptions, guidelines, stepCaptions } from "@stepladder/wasm/metrics/captions/measure.ts";
import { together } from "@stepladder/wasm/metrics/together.ts";
import { defineTrack } from "../define.ts";
import { codecOf, type Told } from "./codecs.ts";
import { type Context, contextOf, diagnoses } from "./diagnoses.ts";
import { activityNetFormat, goldFormat, officialRecords, recordFormat } from "./formats.ts";
import { subtaskOf } from "./records.ts";

export default defineTrack<CaptionsItem, Told, Context>({
  id: "guide",
  title: "GUIDE",
  version: "1",
  date: "2026-11-23",
  summary:
    "Watch how-to videos of one task: caption the steps of each, find the guideline they share, caption again with the guideline at hand.",
  note: "GUIDE's annotations are handed out on request: gold here is nine videos that we made up, and scores say nothing of the data set.",
  papers: [
    {
      title: "GUIDE: A Guideline-Guided Dataset for Instructional Video Comprehension",
      url: "https://arxiv.org/abs/2406.18227",
    },
  ],
  sources: [{ title: "GUIDE, by a form; not used here", url: "https://guide-ijcai2024.github.io", licence: "not stated" }],
  goldKind: "generated",
  owns: (id) => subtaskOf(id) !== undefined,
  itemId: ({ id }) => id,
  goldFormats: [officialRecords, goldFormat],
  formats: [activityNetFormat, recordFormat],
  measure: together("captions", [
    captions(stepCaptions, codecOf("step-captioning")),
    captions(guidelines, codecOf("guideline-summarisation")),
    captions(guidedCaptions, codecOf("guided-captioning")),
  ]),
  metrics: [
    "cider-d",
    "bleu-4",
    "rouge-l",
    "meteor-exact-stem",
    "localisation-f1",
    "localisation-precision",
    "localisation-recall",
    "guideline-cider-d",
    "guideline-bleu-4",
    "guideline-rouge-l",
    "guideline-meteor-exact-stem",
    "guideline-length-f1",
    "guided-cider-d",
    "guided-bleu-4",
    "guided-rouge-l",
    "guided-meteor-exact-stem",
    "guided-pair-f1",
  ],
  slices: [
    {
      id: "subtask",
      title: "Subtask",
      values: ["step-captioning", "guideline-summarisation", "guided-captioning"],
      of: ({ subtask }) => subtask,
    },
    { id: "category", title: "Category", of: ({ category }) => category },
  ],
  cluster: { title: "task", of: ({ query }) => query },
  curves: [],
  unscored: {
    prediction: {},
    rule: "An item without a readable prediction is answered with no caption; metrics of a subtask that a submission leaves out altogether have no value.",
  },
  context: contextOf,
  diagnoses,
  vote: (prediction) => JSON.stringify(prediction),
  length: ({ steps }) => steps.length,
});
