import type { Anatomy, KindFound } from "@stepladder/wasm/host/anatomy.ts";
import { type StepPoint, stepsOf } from "../../../charts/steps.ts";
import { formatCount, formatScore, plural } from "../../../format.ts";
import { treads } from "./by-length.ts";

/** Steps that have a tread of their own; of longer procedures several share one. */
const MOST_STEPS = 40;
const JOINED_STEPS = 24;

/** Where a kind shows first: of the items that reach a step (1-based) the share in which it shows there and not before. */
export function firstPoints({ reach }: Anatomy, { first }: KindFound): StepPoint[] {
  const wide = reach.length > MOST_STEPS ? Math.ceil(reach.length / JOINED_STEPS) : 1;
  const starts = Array.from({ length: Math.ceil(reach.length / wide) }, (_, i) => i * wide);
  return starts.map((from) => {
    const to = Math.min(from + wide, reach.length);
    const items = reach[from] as number;
    const found = first.slice(from, to).reduce((sum, count) => sum + count, 0);
    return { x: from + 1, ...(to === from + 1 ? {} : { to }), value: found / items, items };
  });
}

/** The share of answered items of each length that shows a kind. */
export function lengthPoints({ lengths }: Anatomy, { byLength }: KindFound): StepPoint[] {
  return treads(lengths.map(({ steps, items }, i) => ({ x: steps, sum: byLength[i] as number, items })));
}

/** Tops of scales whose quarters are round in per cent. */
const TOPS = [0.1, 0.2, 0.4, 1];

/** The smallest scale that holds all points. */
export function topOf(points: readonly StepPoint[]): number {
  return TOPS.find((top) => points.every(({ value }) => value <= top)) ?? 1;
}

/** What to see of where a kind shows first. */
export function firstSentence({ title }: KindFound, points: readonly StepPoint[]): string {
  const top = points.reduce((best, point) => (point.value > best.value ? point : best));
  const [where, them] = top.to === undefined ? ["step", "it"] : ["steps", "them"];
  return `“${title}” begins most often at ${where} ${stepsOf(top)}: in ${formatScore(top.value, "fraction")} of the items that reach ${them}`;
}

/** What to see of a kind by length, of two points or more: in how many of the shorter half of the items, and of the longer; ends stand on few. */
export function lengthSentence({ title }: KindFound, points: readonly StepPoint[]): string {
  const half = sumOf(points, ({ items }) => items) / 2;
  let before = 0;
  const cut = points.slice(0, -1).findIndex(({ items }) => {
    before += items;
    return before >= half;
  });
  const end = cut < 0 ? points.length - 1 : cut + 1;
  const [short, long] = [points.slice(0, end), points.slice(end)].map((own) =>
    formatScore(sumOf(own, ({ value, items }) => value * items) / sumOf(own, ({ items }) => items), "fraction"),
  );
  const { x, to = x } = points[end - 1] as StepPoint;
  return `“${title}” shows in ${short} of the items of up to ${plural(to, "step")}, and in ${long} of longer ones`;
}

function sumOf(points: readonly StepPoint[], of: (point: StepPoint) => number): number {
  return points.reduce((sum, point) => sum + of(point), 0);
}

/** How a kind counts, in one sentence. */
export function countSentence({ items: all, unanswered }: Anatomy, { items, count, behind }: KindFound): string {
  const answered = all - unanswered.items;
  const late = behind === 0 ? "" : ` In ${formatCount(behind)} of them it begins behind the last step.`;
  const share = formatScore(items / answered, "fraction");
  return `It shows in ${formatCount(items)} of the ${plural(answered, "answered item")} (${share}), ${plural(count, "time")} in all.${late}`;
}
