import { backwards, badTime, type Place } from "./fault.ts";
import { clockSeconds } from "./timecode.ts";

const ARROW = "-->";
const EXPECTED = "times such as 00:01:02.500 --> 00:01:04.000";

/** Whether a line holds the times of a cue. */
export function hasArrow(line: string): boolean {
  return line.includes(ARROW);
}

/** Start and end of a cue in a line of WebVTT or SRT; what stands behind them says where the cue is shown. */
export function arrowTimes(line: string, place: Place): { start: number; end: number } {
  const [before = "", behind = ""] = line.split(ARROW, 2);
  const written = { start: before.trim(), end: behind.trim().split(/\s/, 1)[0] as string };
  const start = clockSeconds(written.start);
  const end = clockSeconds(written.end);
  if (start === undefined || end === undefined) throw badTime(place, line.trim(), EXPECTED);
  if (end < start) throw backwards(place, start, end);
  return { start, end };
}
