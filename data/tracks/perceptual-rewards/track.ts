import type { FramesItem } from "@stepladder/schema";
import { asked } from "@stepladder/wasm/metrics/asked.ts";
import { rewardFrames, stepFrames } from "@stepladder/wasm/metrics/frames/measure.ts";
import { together } from "@stepladder/wasm/metrics/together.ts";
import { defineTrack } from "../define.ts";
import { rewardCodec, sequenceOf, stepCodec } from "./codecs.ts";
import { diagnoses } from "./diagnoses.ts";
import { goldFormat, owns, recordFormat } from "./formats.ts";

export default defineTrack({
  id: "perceptual-rewards",
  title: "Perceptual rewards",
  version: "1",
  date: "2026-11-23",
  summary: "Find the steps of an activity in its frames without labels, and reward each step where it is done.",
  note: "The paper's videos and labels are not released: gold here is 60 sequences of made-up features from a seed, and the paper's figures, about other videos, stand beside ours unranked.",
  quotedOn: "the paper's own videos, which are not released",
  papers: [{ title: "Unsupervised Perceptual Rewards for Imitation Learning", url: "https://arxiv.org/abs/1612.06699" }],
  sources: [],
  goldKind: "generated",
  owns,
  itemId: ({ id }: FramesItem) => id,
  decides: ({ id, activity, frames, cuts }) => ({ id, activity, frames, cuts }),
  goldFormats: [goldFormat],
  formats: [recordFormat],
  measure: together("frames", [asked(stepFrames, stepCodec), asked(rewardFrames, rewardCodec)]),
  metrics: [
    "step-jaccard",
    "step-jaccard-1",
    "step-jaccard-2",
    "step-jaccard-3",
    "reward-jaccard",
    "reward-jaccard-1",
    "reward-jaccard-2",
    "reward-jaccard-3",
  ],
  slices: [
    { id: "setting", title: "Activity and steps", of: (item) => `${item.activity}, ${steps(item)}` },
    { id: "activity", title: "Activity", of: ({ activity }) => activity },
    { id: "steps", title: "Number of steps", of: steps },
    { id: "length", title: "Frames", values: ["1-59", "60-119", "120-239", "240 or more"], of: ({ frames }) => band(frames) },
  ],
  curves: [],
  unscored: {
    prediction: {},
    rule: "A sequence without a readable prediction has no frame in any step; a question that a submission leaves out altogether, steps or rewards, has no value.",
  },
  context: sequenceOf,
  diagnoses,
  vote: (prediction) => JSON.stringify(prediction),
  length: ({ cuts }) => cuts.length + 1,
});

function steps({ cuts }: FramesItem): string {
  return cuts.length === 0 ? "1 step" : `${cuts.length + 1} steps`;
}

function band(frames: number): string {
  if (frames >= 240) return "240 or more";
  if (frames >= 120) return "120-239";
  return frames >= 60 ? "60-119" : "1-59";
}
