import type { Diagnose } from "@stepladder/wasm/host/track.ts";
import { plainNumbers } from "./records.ts";

/** How the times of a prediction are reached. */
interface Timed<Prediction> {
  latest(prediction: Prediction): number;
  /** The prediction with each time divided. */
  divided(prediction: Prediction, by: number): Prediction;
}

/** Predicted points in time, one for each query; null: none. */
interface Pointed {
  readonly seconds?: (number | null)[] | undefined;
}

/** The latest of its points; 0 without any. */
export const latestPoint = ({ seconds = [] }: Pointed): number =>
  seconds.reduce<number>((latest, second) => Math.max(latest, second ?? 0), 0);

/** The prediction with each of its points divided. */
export function pointsDivided<Prediction extends Pointed>(prediction: Prediction, by: number): Prediction {
  const { seconds } = prediction;
  return seconds === undefined ? prediction : { ...prediction, seconds: seconds.map((second) => (second === null ? null : second / by)) };
}

/** Times so many times later than all that gold knows of a video are in another unit: no video goes on for so long. */
const FAR = 5;

/** Units that times are given in by mistake. */
const UNITS = [
  {
    id: "frames-at-30",
    factor: 30,
    title: "The times are frames at 30 a second",
    fix: "divide the number of a frame by the frames a second",
  },
  {
    id: "frames-at-25",
    factor: 25,
    title: "The times are frames at 25 a second",
    fix: "divide the number of a frame by the frames a second",
  },
  { id: "milliseconds", factor: 1000, title: "The times are milliseconds", fix: "divide by 1,000" },
] as const;

/** Times that are no seconds, of which the unit that mends best is told; `end` is the last second that gold knows of an item. */
export function unitsOf<Prediction, Context extends { readonly end: number }>({
  latest,
  divided,
}: Timed<Prediction>): Diagnose<Prediction, Context>[] {
  return UNITS.map(({ id, factor, title, fix }) => ({
    id,
    group: "unit",
    title,
    explanation: `A time lies more than ${FAR} times later than the last time in gold. Times are seconds, whatever the features are.`,
    fix,
    mend: (prediction, { end }) => (end > 0 && latest(prediction) > FAR * end ? divided(prediction, factor) : undefined),
  }));
}

/** `unitsOf` predictions that are points. */
export function otherUnits<Prediction extends Pointed, Context extends { readonly end: number }>(): Diagnose<Prediction, Context>[] {
  return unitsOf<Prediction, Context>({ latest: latestPoint, divided: pointsDivided });
}

/** Whether this can be a list of points, or of rows of numbers, by its first of them. */
export function isPoints(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const first = plainNumbers(value[0]);
  const isPoint = (one: unknown): boolean => one === null || typeof one === "number";
  return first === undefined || isPoint(first) || (Array.isArray(first) && first.every(isPoint));
}
