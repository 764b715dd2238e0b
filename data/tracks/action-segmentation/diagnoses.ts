import type { LabelRun, SegmentsPrediction } from "@stepladder/schema";
import type { Diagnose } from "@stepladder/wasm/host/track.ts";
import { BACKGROUND, framesIn, joined, stretched } from "./runs.ts";
import type { VideoContext } from "./videos.ts";

type SegmentsDiagnose = Diagnose<SegmentsPrediction, VideoContext>;

/** Features are often had at half of a video's rate or less, and labels are at the whole one: 15 and 30 frames per second in 50Salads. */
const otherRate: SegmentsDiagnose = {
  id: "other-rate",
  title: "The frames are those of another frame rate",
  explanation:
    "Gold has about a whole multiple of the predicted frames, or the prediction one of gold's: labels were written for sampled frames, and every segment lies at another time than gold's.",
  fix: "repeat each label until there are as many as gold has frames, as eval.py expects",
  mend({ runs }, { frames }) {
    const own = framesIn(runs);
    const multiple = Math.round(Math.max(own, frames) / Math.max(1, Math.min(own, frames)));
    // Sampling leaves a rest of less than one frame of the slower rate; a network may pad by some.
    if (own === 0 || multiple < 2 || Math.abs(Math.max(own, frames) - multiple * Math.min(own, frames)) > 4 * multiple) return undefined;
    return { runs: stretched(runs, frames) };
  },
};

/** What others call the frames in which nothing is done. */
const OTHER_BACKGROUNDS: ReadonlySet<string> = new Set(["bg", "null", "none", "no_action", "noaction", "sil", "other", "void"]);

const otherBackground: SegmentsDiagnose = {
  id: "other-background",
  title: "Background has another name than gold's",
  explanation: `Frames in which nothing is done are labelled ${BACKGROUND} in gold, and eval.py makes no segment of that label only: under another name each stretch of them is a wrong segment.`,
  fix: `write ${BACKGROUND} for frames in which nothing is done`,
  mend({ runs }, { labels }) {
    if (!labels.includes(BACKGROUND) || runs.some(([label]) => label === BACKGROUND)) return undefined;
    const isOther = (label: string): boolean => OTHER_BACKGROUNDS.has(label.toLowerCase()) && !labels.includes(label);
    if (!runs.some(([label]) => isOther(label))) return undefined;
    return renamed(runs, (label) => (isOther(label) ? BACKGROUND : label));
  },
};

/** `Cut Tomato`, `cut-tomato` and `cut_tomato` are one label to a reader, and three to eval.py. */
const spelling: SegmentsDiagnose = {
  id: "label-spelling",
  title: "Labels are spelled otherwise than gold's",
  explanation: "Labels are compared as they are written: capitals, blanks, hyphens and underscores make them differ.",
  fix: "write the labels as mapping.txt of the data set has them",
  mend({ runs }, { labels }) {
    const own = new Set(labels);
    const plain = new Map(labels.map((label) => [bare(label), label]));
    const meant = (label: string): string => (own.has(label) ? label : (plain.get(bare(label)) ?? label));
    return runs.some(([label]) => meant(label) !== label) ? renamed(runs, meant) : undefined;
  },
};

function bare(label: string): string {
  return label.toLowerCase().replace(/[\s_-]+/g, "");
}

function renamed(runs: readonly LabelRun[], name: (label: string) => string): SegmentsPrediction {
  return { runs: joined(runs.map(([label, frames]) => [name(label), frames])) };
}

export const diagnoses: readonly SegmentsDiagnose[] = [otherRate, otherBackground, spelling];
