import type { GroundingPrediction } from "@stepladder/schema";
import type { Diagnose } from "@stepladder/wasm/host/track.ts";
import type { Told } from "./formats.ts";

type GroundingDiagnose = Diagnose<GroundingPrediction, Told>;

function timesOf({ segments = [], detections = [] }: GroundingPrediction): number[] {
  return [...segments, ...detections.map(({ segment }) => segment)].flatMap(([start = 0, end = 0]) => [start, end]);
}

/** The prediction with each stretch changed. */
function stretched(prediction: GroundingPrediction, change: (start: number, end: number) => [number, number]): GroundingPrediction {
  const { segments, detections } = prediction;
  const changed = ([start = 0, end = 0]: readonly number[]): [number, number] => change(start, end);
  return {
    ...(segments === undefined ? {} : { segments: segments.map((segment) => [...changed(segment), ...segment.slice(2)]) }),
    ...(detections === undefined ? {} : { detections: detections.map((one) => ({ ...one, segment: changed(one.segment) })) }),
  };
}

const scaled = (prediction: GroundingPrediction, by: number, from = 0): GroundingPrediction =>
  stretched(prediction, (start, end) => [from + start * by, from + end * by]);

/** Ego4D's canonical videos have 30 frames a second. */
const FRAMES = 30;
/** Times somewhat behind the end of the annotated stretch are no mistake of units. */
const SLACK = 1.05;

/** The latest time over the end of the annotated stretch. */
function beyond(prediction: GroundingPrediction, { span: [, end = 0] }: Told): number {
  return timesOf(prediction).reduce((latest, time) => Math.max(latest, time), 0) / end;
}

/** The end before the start. */
const swapped: GroundingDiagnose = {
  id: "swapped",
  title: "Segments end before they start",
  explanation: "The second time of a segment is the smaller one. Such a segment has no length, and overlaps nothing.",
  fix: "write [start, end]",
  mend(prediction) {
    const times = timesOf(prediction);
    if (!times.some((time, i) => i % 2 === 1 && time < (times[i - 1] as number))) return undefined;
    return stretched(prediction, (start, end) => [Math.min(start, end), Math.max(start, end)]);
  },
};

/** Frames for seconds. */
const frames: GroundingDiagnose = {
  id: "frames",
  title: "Times are frames, not seconds",
  explanation: "Times lie behind the end of the video, and within it when taken as frames at 30 a second.",
  fix: "divide times by the frame rate",
  mend(prediction, told) {
    const far = beyond(prediction, told);
    return far > SLACK && far <= FRAMES * SLACK ? scaled(prediction, 1 / FRAMES) : undefined;
  },
};

/** Milliseconds for seconds. */
const milliseconds: GroundingDiagnose = {
  id: "milliseconds",
  title: "Times are milliseconds, not seconds",
  explanation: "Times lie behind the end of the video, and within it when taken as milliseconds.",
  fix: "divide times by 1000",
  mend(prediction, told) {
    const far = beyond(prediction, told);
    // What could be frames is frames to the diagnosis above.
    return far > FRAMES * SLACK && far <= 1000 * SLACK ? scaled(prediction, 1 / 1000) : undefined;
  },
};

/** Shares of the video for seconds. */
const normalised: GroundingDiagnose = {
  id: "normalised",
  title: "Times are shares of the video, not seconds",
  explanation: "All times lie between 0 and 1, in a video of more than ten seconds.",
  fix: "multiply times by the length of the video",
  mend(prediction, { span: [start = 0, end = 0] }) {
    const times = timesOf(prediction);
    const isShare = times.length > 0 && end > 10 && times.every((time) => time >= 0 && time <= 1) && times.some((time) => time > 0);
    return isShare ? scaled(prediction, end - start, start) : undefined;
  },
};

/** Seconds from where the annotation begins. */
const clipRelative: GroundingDiagnose = {
  id: "clip-relative",
  title: "Times count from the start of the annotated stretch",
  explanation: "A segment lies before the stretch that was annotated. Times are those of the whole video.",
  fix: "add the start of the clip to every time",
  mend(prediction, { span: [start = 0] }) {
    // In most videos the stretch starts with the first frame.
    const isEarly = start >= 1 && timesOf(prediction).some((time, i) => i % 2 === 1 && time < start);
    return isEarly ? scaled(prediction, 1, start) : undefined;
  },
};

/** Scores that the order of the list does not follow. */
const unsorted: GroundingDiagnose = {
  id: "unsorted",
  title: "Segments are not in the order of their scores",
  explanation: "Segments count in the order in which they are listed, best first. Scores behind their times are not read.",
  fix: "sort the segments of each query by score, highest first",
  mend({ segments = [] }) {
    const score = (segment: readonly number[]): number => segment[2] as number;
    if (segments.some(({ length }) => length < 3)) return undefined;
    if (segments.every((segment, i) => i === 0 || score(segment) <= score(segments[i - 1] as number[]))) return undefined;
    return { segments: segments.toSorted((a, b) => score(b) - score(a)) };
  },
};

export const diagnoses: readonly GroundingDiagnose[] = [swapped, frames, milliseconds, normalised, clipRelative, unsorted];
