import type { TimelinePanel } from "@stepladder/wasm/host/panels.ts";
import { ticks } from "d3";
import { isPoint, type Judged } from "./steps.ts";

/** What is in sight of the axis. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** One mark of a row in pixels, which may stand for several segments that are too small to tell apart. */
export interface Bar {
  readonly x: number;
  readonly width: number;
  readonly first: Judged;
  readonly count: number;
  /** Whether all of them are; a mistake among them shows. */
  readonly isRight: boolean | undefined;
  readonly isPoint: boolean;
}

/** A mark is no narrower. */
const NARROW = 2;

/** The segments of a row that are in sight: each its bar, but what is narrower than two pixels joins the bar that it touches. */
export function barsOf(segments: readonly Judged[], { from, to }: Range, width: number): Bar[] {
  const scale = width / (to - from);
  const bars: Bar[] = [];
  for (const one of segments) {
    const { segment } = one;
    if (segment.start > to) break;
    if (segment.end < from) continue;
    const start = Math.max(0, (segment.start - from) * scale);
    const end = Math.min(width, (segment.end - from) * scale);
    const own = isPoint(segment);
    const last = bars.at(-1);
    const isNarrow = end - start < NARROW;
    if (last !== undefined && isNarrow && last.width <= 2 * NARROW && start <= last.x + NARROW && last.isPoint === own) {
      bars[bars.length - 1] = {
        ...last,
        width: Math.max(last.width, end - last.x),
        count: last.count + 1,
        isRight: last.isRight === undefined ? undefined : last.isRight && one.isRight === true,
      };
    } else bars.push({ x: start, width: Math.max(NARROW, end - start), first: one, count: 1, isRight: one.isRight, isPoint: own });
  }
  return bars;
}

/** The range so many times as wide around a place, within the axis. */
export function zoomed({ from, to }: Range, by: number, around: number, end: number): Range {
  const width = Math.min(end, Math.max(end / 20_000, (to - from) * by));
  const share = to === from ? 0.5 : (around - from) / (to - from);
  return moved({ from: around - share * width, to: around + (1 - share) * width }, end);
}

/** The range pushed back into the axis. */
export function moved({ from, to }: Range, end: number): Range {
  const start = Math.min(Math.max(0, from), Math.max(0, end - (to - from)));
  return { from: start, to: Math.min(end, start + (to - from)) };
}

/** The range that shows a segment: as it is where that does, else moved. */
export function showing(range: Range, { start, end: until }: { readonly start: number; readonly end: number }, end: number): Range {
  if (start >= range.from && until <= range.to) return range;
  const width = Math.min(end, Math.max(range.to - range.from, (until - start) * 1.5));
  const middle = (start + until) / 2;
  return moved({ from: middle - width / 2, to: middle + width / 2 }, end);
}

/** Seconds between ticks that minutes are made of; below, tens will do. */
const MINUTELY = [15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];

/** Round places of the axis in sight, at most about so many: frames in tens, seconds in parts of minutes. */
export function ticksOf({ from, to }: Range, unit: TimelinePanel["unit"], count: number): number[] {
  const apart = (to - from) / count;
  const step = unit === "seconds" && apart > 10 ? MINUTELY.find((one) => one >= apart) : undefined;
  if (step === undefined) return ticks(from, to, count);
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, i) => (first + i) * step);
}
