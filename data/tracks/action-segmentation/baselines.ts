import type { Baseline, LabelRun, SegmentsItem, SegmentsPrediction } from "@stepladder/schema";
import { BACKGROUND, framesIn, joined, stretched } from "./runs.ts";
import { activityOf } from "./slices.ts";

type SegmentsBaseline = Baseline<SegmentsItem, SegmentsPrediction>;

/** Videos of the same data set that are in other test splits: what a system may learn from. */
function training(items: readonly SegmentsItem[], { dataset, split }: SegmentsItem): SegmentsItem[] {
  return items.filter((other) => other.dataset === dataset && other.split !== split);
}

/** The first training video of the same activity, else of any. */
function example(items: readonly SegmentsItem[], item: SegmentsItem): SegmentsItem | undefined {
  const others = training(items, item);
  return others.find((other) => activityOf(other) === activityOf(item)) ?? others[0];
}

const all = (label: string, { runs }: SegmentsItem): SegmentsPrediction => ({ runs: [[label, framesIn(runs)]] });

/** What scoring gives for seeing nothing. */
const backgroundOnly: SegmentsBaseline = {
  id: "background-only",
  title: "Background only",
  about: "Labels every frame as background: no segment at all.",
  fit: () => (item) => all(BACKGROUND, item),
};

/** What scoring gives for one action. */
const mostFrequent: SegmentsBaseline = {
  id: "most-frequent",
  title: "Most frequent action",
  about: "Labels every frame with the action that most frames of the other splits have.",
  fit: (items) => (item) => all(mostFrequentAction(training(items, item)) ?? BACKGROUND, item),
};

function mostFrequentAction(items: readonly SegmentsItem[]): string | undefined {
  const frames = new Map<string, number>();
  for (const [label, own] of items.flatMap(({ runs }) => runs)) if (label !== BACKGROUND) frames.set(label, (frames.get(label) ?? 0) + own);
  return [...frames].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
}

/** What scoring gives for knowing the usual order of actions, and no time of this video. */
const evenCuts: SegmentsBaseline = {
  id: "even-cuts",
  title: "Usual order, even cuts",
  about:
    "Cuts the video into equally long segments, labelled as those of the first video of the same activity in another split; without background.",
  fit: (items) => (item) => {
    const order = joined(example(items, item)?.runs ?? []).filter(([label]) => label !== BACKGROUND);
    const even = order.map(([label]): LabelRun => [label, 1]);
    return even.length === 0 ? all(BACKGROUND, item) : { runs: stretched(even, framesIn(item.runs)) };
  },
};

/** What scoring gives for another person's times. */
const otherVideo: SegmentsBaseline = {
  id: "another-video",
  title: "Another person's video",
  about: "The labels of the first video of the same activity in another split, stretched to the length of this one.",
  fit: (items) => (item) => {
    const other = example(items, item);
    return other === undefined ? all(BACKGROUND, item) : { runs: stretched(other.runs, framesIn(item.runs)) };
  },
};

export const baselines: readonly SegmentsBaseline[] = [backgroundOnly, mostFrequent, evenCuts, otherVideo];
