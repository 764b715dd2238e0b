import type { Diagnose } from "@stepladder/wasm/host/track.ts";
import { plainNumbers } from "./records.ts";

/** Predicted points in time, one for each query; null: none. */
interface Pointed {
  readonly seconds?: (number | null)[] | undefined;
}

/** Points so many times later than all that gold knows of a video are in another unit: no video goes on for so long. */
const FAR = 5;

/** Units that points are given in by mistake. */
const UNITS = [
  {
    id: "frames-at-30",
    factor: 30,
    title: "The points are frames at 30 a second",
    fix: "divide the number of a frame by the frames a second",
  },
  {
    id: "frames-at-25",
    factor: 25,
    title: "The points are frames at 25 a second",
    fix: "divide the number of a frame by the frames a second",
  },
  { id: "milliseconds", factor: 1000, title: "The points are milliseconds", fix: "divide by 1,000" },
] as const;

/** Points that are no seconds; `end` is the last second that gold knows of an item. */
export function otherUnits<Prediction extends Pointed, Context extends { readonly end: number }>(): Diagnose<Prediction, Context>[] {
  return UNITS.map(({ id, factor, title, fix }) => ({
    id,
    title,
    explanation: `A point lies more than ${FAR} times later than the last time in gold. Points are seconds, whatever the features are.`,
    fix,
    mend(prediction, { end }) {
      const { seconds = [] } = prediction;
      if (!seconds.some((second) => second !== null && second > FAR * end)) return undefined;
      return { ...prediction, seconds: seconds.map((second) => (second === null ? null : second / factor)) };
    },
  }));
}

/** Whether this can be a list of points, or of rows of numbers, by its first of them. */
export function isPoints(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const first = plainNumbers(value[0]);
  const isPoint = (one: unknown): boolean => one === null || typeof one === "number";
  return first === undefined || isPoint(first) || (Array.isArray(first) && first.every(isPoint));
}
