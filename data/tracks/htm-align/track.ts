import type { HtmAlignItem } from "@stepladder/schema";
import { alignability } from "@stepladder/wasm/metrics/alignability/measure.ts";
import { pointing } from "@stepladder/wasm/metrics/pointing/measure.ts";
import { together } from "@stepladder/wasm/metrics/together.ts";
import { defineTrack } from "../define.ts";
import { otherUnits } from "../times.ts";
import { type HtmAlignContext, recordFormat, run, videosObject } from "./formats.ts";
import { goldFormat, officialFile, owns } from "./gold.ts";
import { type Answer, pointsCodec, scoresCodec } from "./sentences.ts";

export default defineTrack({
  id: "htm-align",
  title: "HTM-Align",
  version: "1",
  date: "2026-11-23",
  summary: "Align the sentences of a narration to their video: say whether a sentence is shown at all, and at which second.",
  note: "The ROC-AUC figures that the paper prints are wrong, by a mistake mended in September 2022: those of its repository count.",
  papers: [{ title: "Temporal Alignment Networks for Long-term Video", url: "https://arxiv.org/abs/2204.02968" }],
  sources: [
    {
      title: "TengdaHan/TemporalAlignNet, htm_align.json",
      url: "https://github.com/TengdaHan/TemporalAlignNet",
      licence: "code MIT; none named for the annotations",
    },
  ],
  goldKind: "imported",
  owns,
  itemId: ({ id }: HtmAlignItem) => id,
  goldFormats: [officialFile, goldFormat],
  formats: [run, recordFormat, videosObject],
  measure: together("htm-align", [pointing(pointsCodec), alignability(scoresCodec)]),
  metrics: ["pointing-recall", "answered-pointing-recall", "alignability-auc"],
  slices: [
    {
      id: "sentences",
      title: "Sentences",
      values: ["up to 40", "41 to 80", "more than 80"],
      of: ({ sentences: { length } }) => (length <= 40 ? "up to 40" : length <= 80 ? "41 to 80" : "more than 80"),
    },
    {
      id: "alignable",
      title: "Alignable sentences",
      values: ["none", "up to a quarter", "up to a half", "more than a half"],
      of: (item) => band(alignableShare(item)),
    },
  ],
  curves: [],
  unscored: {
    prediction: { seconds: [] },
    rule: "A video without a readable prediction misses all its alignable sentences, and its sentences have no score: they stand last.",
  },
  context: (item) => ({ sentences: item.sentences.length, end: lastEnd(item) }),
  diagnoses: otherUnits<Answer, HtmAlignContext>(),
  vote: (prediction) => JSON.stringify(prediction),
  length: ({ sentences }) => sentences.length,
});

function alignableShare({ sentences }: HtmAlignItem): number {
  return sentences.filter(({ alignable }) => alignable).length / sentences.length;
}

function band(share: number): string {
  if (share === 0) return "none";
  return share <= 1 / 4 ? "up to a quarter" : share <= 1 / 2 ? "up to a half" : "more than a half";
}

/** Seconds up to the last end of a sentence. */
function lastEnd({ sentences }: HtmAlignItem): number {
  return sentences.reduce((last, { end }) => Math.max(last, end), 0);
}
