import type { Baseline, HtmAlignItem, HtmAlignPrediction } from "@stepladder/schema";

type HtmAlignBaseline = Baseline<HtmAlignItem, HtmAlignPrediction>;

const empty: HtmAlignBaseline = {
  id: "empty",
  title: "No answer",
  about: "Points at nothing and gives no score.",
  fit: () => () => ({ seconds: [] }),
};

const spaced: HtmAlignBaseline = {
  id: "evenly-spaced",
  title: "Evenly spaced",
  about:
    "Spaces the sentences evenly over the video, in their order, and calls all alike. How long a video is, gold does not say: it is taken to end with its last sentence.",
  fit:
    () =>
    ({ sentences }) => {
      const length = sentences.reduce((last, { end }) => Math.max(last, end), 0);
      return {
        seconds: sentences.map((_, sentence) => Math.floor((length / sentences.length) * (sentence + 0.5))),
        alignable: sentences.map(() => 0),
      };
    },
};

export const baselines: readonly HtmAlignBaseline[] = [empty, spaced];
