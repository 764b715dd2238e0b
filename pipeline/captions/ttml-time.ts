import { rounded } from "./timecode.ts";

/** What the root of a TTML file says of times. */
export interface TimeBase {
  /** Frames in a second, the multiplier in. */
  readonly frameRate: number;
  readonly subFrameRate: number;
  readonly tickRate: number;
}

type Attributes = Readonly<Record<string, string>>;

/** Times as the attributes of `tt` have them; TTML 2, sections 7.2.5 to 7.2.15, tells what holds where they are absent. */
export function timeBaseOf(attributes: Attributes): TimeBase {
  const [numerator = 1, denominator = 1] = (attributes.frameRateMultiplier ?? "1 1")
    .trim()
    .split(/[\s:]+/)
    .map(Number);
  const multiplier = numerator / denominator;
  const frameRate = positive(attributes.frameRate, 30) * (Number.isFinite(multiplier) && multiplier > 0 ? multiplier : 1);
  const subFrameRate = positive(attributes.subFrameRate, 1);
  const ticks = attributes.frameRate === undefined ? 1 : frameRate * subFrameRate;
  return { frameRate, subFrameRate, tickRate: positive(attributes.tickRate, ticks) };
}

function positive(text: string | undefined, otherwise: number): number {
  const number = Number(text ?? otherwise);
  return Number.isFinite(number) && number > 0 ? number : otherwise;
}

const CLOCK = /^(\d{2,4}):([0-5]\d):([0-5]\d|60)(?:(\.\d{1,9})|:(\d{1,4})(?:\.(\d{1,4}))?)?$/;
const OFFSET = /^(\d{1,15}(?:\.\d{1,9})?)(h|ms|m|s|f|t)$/;

/** Seconds of a time expression (TTML 2, 12.3.1): a clock time with a fraction or frames, or an offset with its metric; `undefined` where it is none. */
export function ttmlSeconds(text: string, base: TimeBase): number | undefined {
  const [, hours, minutes, seconds, fraction = "0", frames = "0", subFrames = "0"] = CLOCK.exec(text) ?? [];
  if (hours !== undefined) {
    const frame = (Number(frames) + Number(subFrames) / base.subFrameRate) / base.frameRate;
    return rounded(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0${fraction === "0" ? "" : fraction}`) + frame);
  }
  const [, count, metric] = OFFSET.exec(text) ?? [];
  if (count === undefined) return undefined;
  const units: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 1 / 1000, f: 1 / base.frameRate, t: 1 / base.tickRate };
  return rounded(Number(count) * (units[metric as string] as number));
}
