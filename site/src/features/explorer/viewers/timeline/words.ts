import type { Segment, TimelinePanel } from "@stepladder/wasm/host/panels.ts";
import { isPoint, type Judged, type TimelinePlan } from "./steps.ts";

type Unit = TimelinePanel["unit"];

/** A time as a person reads it: minutes and seconds, or the number of a frame. */
export function timeWords(time: number, unit: Unit): string {
  if (unit === "frames") return String(Math.round(time));
  const tenths = Math.round(Math.abs(time) * 10);
  const [minutes, seconds] = [Math.floor(tenths / 600), (tenths % 600) / 10];
  const padded = seconds < 10 ? `0${seconds}` : String(seconds);
  return `${time < 0 ? "−" : ""}${minutes}:${padded}`;
}

/** Where a segment is. */
export function spanWords(segment: Segment, unit: Unit): string {
  const start = timeWords(segment.start, unit);
  return isPoint(segment) ? `at ${start}` : `${start} to ${timeWords(segment.end, unit)}`;
}

/** How a pair compares. */
export function sharedWords({ shared }: Judged): string {
  return `tIoU ${shared.toFixed(2)}`;
}

/** What was said while a segment is shown. */
export function saidDuring({ narration = [] }: TimelinePanel, { start, end }: Segment): string[] {
  return narration.flatMap((said) => (said.start <= end && said.end >= start ? [said.text] : []));
}

/** What a step says: gold's segment, what was predicted for it, and what is said in the video meanwhile. */
export function stepWords(panel: TimelinePanel, plan: TimelinePlan, at: number): string[] {
  const one = plan.gold[at];
  if (one === undefined) return [];
  const { rows, unit } = panel;
  const { segment, row, other, isRight } = one;
  const said = saidDuring(panel, segment);
  return [
    `“${rows[row]?.name}”, gold ${spanWords(segment, unit)}${unit === "frames" ? " (frames)" : ""}.`,
    ...(plan.isPredicted ? [`${isRight ? "✓ Found" : "✗ Not found"}: ${nearWords(plan, one, unit, other)}.`] : []),
    ...(said.length === 0 ? [] : [`Said meanwhile: ${said.slice(0, 3).join(" · ")}${said.length > 3 ? " …" : ""}`]),
  ];
}

function nearWords(plan: TimelinePlan, one: Judged, unit: Unit, other: Segment | undefined): string {
  if (other !== undefined) return `predicted ${spanWords(other, unit)}, ${sharedWords(one)}${scoreWords(other)}`;
  const own = plan.predictedIn[one.row] ?? [];
  if (own.length === 0) return "nothing is predicted for it";
  const far = ({ start, end }: Segment): number => Math.max(one.segment.start - end, start - one.segment.end, 0);
  const nearest = own.reduce((best, next) => (far(next.segment) < far(best.segment) ? next : best)).segment;
  const away = far(nearest);
  const words = `predicted ${spanWords(nearest, unit)}${scoreWords(nearest)}`;
  if (away === 0) return words;
  return `the nearest is ${words}, ${unit === "frames" ? `${Math.round(away)} frames` : `${away.toFixed(1)} s`} away`;
}

function scoreWords({ score }: Segment): string {
  return score === undefined ? "" : `, score ${Number(score.toPrecision(3))}`;
}

/** What there is at one time: rows whose segments hold it, and what is said. */
export function timeLine(panel: TimelinePanel, time: number): string {
  const { rows, unit, narration = [] } = panel;
  const holds = ({ start, end }: Segment): boolean => start <= time && (time < end || start === end);
  const names = (kind: "gold" | "predicted"): string => {
    const own = rows.filter((row) => row[kind].some((segment) => !isPoint(segment) && holds(segment))).map(({ name }) => name);
    return own.length === 0 ? "nothing" : own.slice(0, 3).join(", ") + (own.length > 3 ? " …" : "");
  };
  const said = narration.filter(({ start, end }) => start <= time && time < end).map(({ text }) => text);
  const words = said.length === 0 ? "" : ` Said: ${said.slice(0, 2).join(" · ")}.`;
  return `At ${timeWords(time, unit)} gold has ${names("gold")}; predicted: ${names("predicted")}.${words}`;
}
