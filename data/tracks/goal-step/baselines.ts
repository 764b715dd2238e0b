import type { Baseline, GroundingItem, GroundingPrediction, GroundingQuery, StepVideo } from "@stepladder/schema";
import { blindStretches, type Share } from "./blind.ts";

type GroundingBaseline = Baseline<GroundingItem, GroundingPrediction>;

/** A share of the annotated stretch in seconds. */
function secondsOf([from, to]: Share, { span: [start = 0, end = 0] }: GroundingItem): number[] {
  return [start + from * (end - start), start + to * (end - start)];
}

const isQuery = (item: GroundingItem): item is GroundingQuery => item.subtask === "grounding";

/** The same stretches for every query of a video; of the video, each of them as each of its commonest categories. */
function everywhere(
  items: readonly GroundingItem[],
  categories: number,
  stretches: (item: GroundingItem) => readonly Share[],
): (item: GroundingItem) => GroundingPrediction {
  const commonest = commonestElsewhere(items.filter((item): item is StepVideo => !isQuery(item)));
  return (item) => {
    const segments = stretches(item).map((share) => secondsOf(share, item));
    if (isQuery(item)) return { segments };
    const labels = commonest(item).slice(0, categories);
    return { detections: labels.flatMap(({ label, share }) => segments.map((segment) => ({ segment, label, score: share }))) };
  };
}

/** Categories by how many of the steps of all other videos are of them, most first; of equal ones in order of their names. */
function commonestElsewhere(
  videos: readonly StepVideo[],
): (video: StepVideo) => readonly { readonly label: string; readonly share: number }[] {
  const counted = (of: readonly StepVideo[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const { label } of of.flatMap(({ segments }) => segments)) counts.set(label, (counts.get(label) ?? 0) + 1);
    return counts;
  };
  const all = counted(videos);
  const steps = videos.reduce((sum, { segments }) => sum + segments.length, 0);
  return (video) => {
    const own = counted([video]);
    const rest = Math.max(1, steps - video.segments.length);
    const shares = [...all].map(([label, count]) => ({ label, share: (count - (own.get(label) ?? 0)) / rest }));
    return shares.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share || (a.label < b.label ? -1 : 1));
  };
}

const DETECTIONS = "counted in the other videos";

/** What scoring gives for no choice at all. */
const whole: GroundingBaseline = {
  id: "whole-video",
  title: "Whole video",
  about: `Answers every query with the whole annotated stretch. For steps: that stretch as each of the 20 commonest categories, ${DETECTIONS}.`,
  fit: (items) => everywhere(items, 20, () => [[0, 1]]),
};

/** Fifths of the video, from its middle outwards. */
const FIFTHS = [2, 1, 3, 0, 4].map((i): Share => [i / 5, (i + 1) / 5]);

const uniform: GroundingBaseline = {
  id: "uniform-windows",
  title: "Five equal windows",
  about: `Answers every query with the fifths of the annotated stretch, the middle one first. For steps: each fifth as each of the 20 commonest categories, ${DETECTIONS}.`,
  fit: (items) => everywhere(items, 20, () => FIFTHS),
};

/** What place and length alone tell. */
const prior: GroundingBaseline = {
  id: "blind-prior",
  title: "Blind prior",
  about: `Answers every query with the five stretches, as shares of the video, that hit most windows of all other videos. For steps: each of them as each of the 20 commonest categories, ${DETECTIONS}.`,
  fit(items) {
    const videos = Map.groupBy(items, ({ video }) => video);
    const names = [...videos.keys()];
    const stretches = blindStretches([...videos.values()].map((own) => own.filter(isQuery).map(ownShare)));
    const learnt = new Map<string, readonly Share[]>();
    return everywhere(items, 20, ({ video }) => {
      const told = learnt.get(video) ?? stretches(names.indexOf(video));
      learnt.set(video, told);
      return told;
    });
  },
};

function ownShare({ windows: [own = []], span: [start = 0, end = 0] }: GroundingQuery): Share {
  const [from = 0, to = 0] = own;
  return [(from - start) / (end - start), (to - start) / (end - start)];
}

/** Lengths of the windows around a query's place, in shares of one query's part of the video. */
const WIDTHS = [1, 2, 4, 0.5, 8];

/** What the order in which queries are listed tells. */
const order: GroundingBaseline = {
  id: "listed-order",
  title: "Order of the queries",
  about: `Takes queries to be listed in the order in which they are done, which on this split they are: the window of query i of n lies around (i + ½)/n of the video. Reads no text. For steps: ten equal windows, each as each of the 5 commonest categories, ${DETECTIONS}.`,
  fit(items) {
    const queries = Map.groupBy(items.filter(isQuery), ({ video }) => video);
    return everywhere(items, 5, (item) => {
      const own = queries.get(item.video) ?? [];
      if (!isQuery(item)) return Array.from({ length: 10 }, (_, i): Share => [i / 10, (i + 1) / 10]);
      const middle = (own.indexOf(item) + 0.5) / own.length;
      return WIDTHS.map((width): Share => [middle - width / own.length / 2, middle + width / own.length / 2]);
    });
  },
};

export const baselines: readonly GroundingBaseline[] = [whole, uniform, prior, order];
