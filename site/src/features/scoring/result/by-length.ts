import type { Scorecard } from "@stepladder/schema";
import type { MetricInfo } from "../../../catalog/describe.ts";
import { type StepPoint, type StepSeries, stepsOf } from "../../../charts/steps.ts";
import { formatScore, plural } from "../../../format.ts";

/** The statistic that holds an item's number of steps. */
const LENGTH = "gold-states";

/** More treads than this are noise: lengths are then joined until each tread stands on its share of the items. */
const MOST_TREADS = 40;
const JOINED_TREADS = 24;

/** Mean of each share-valued metric by procedure length; metrics whose items carry no such statistic are left out. */
export function byLength(scorecard: Scorecard, metrics: readonly MetricInfo[]): StepSeries[] {
  return metrics
    .filter(({ unit }) => unit === "fraction")
    .map(({ id, title }) => ({ title, points: means(scorecard, id) }))
    .filter(({ points }) => points.length > 1);
}

/** Items of one number of steps, and the sum of their values. */
interface Tread {
  x: number;
  to: number;
  sum: number;
  items: number;
}

/** Means by number of steps, ascending; neighbouring numbers are brought together where there are many. */
export function treads(lengths: Iterable<{ readonly x: number; readonly sum: number; readonly items: number }>): StepPoint[] {
  const own = Array.from(lengths, (one): Tread => ({ ...one, to: one.x })).sort((a, b) => a.x - b.x);
  const items = own.reduce((all, one) => all + one.items, 0);
  const shown = own.length > MOST_TREADS ? joined(own, items / JOINED_TREADS) : own;
  return shown.map(({ x, to, sum, items: count }) => ({ x, ...(to === x ? {} : { to }), value: sum / count, items: count }));
}

function means({ items }: Scorecard, statistic: string): StepPoint[] {
  const lengths = new Map<number, { x: number; sum: number; items: number }>();
  for (const { statistics } of items) {
    const x = statistics[LENGTH];
    const value = statistics[statistic];
    if (x === undefined || value === undefined) continue;
    const tread = lengths.get(x) ?? { x, sum: 0, items: 0 };
    lengths.set(x, { x, sum: tread.sum + value, items: tread.items + 1 });
  }
  return treads(lengths.values());
}

/** Neighbouring lengths as one tread until it holds `least` items. */
function joined(own: readonly Tread[], least: number): Tread[] {
  const wide: Tread[] = [];
  for (const { x, to, sum, items } of own) {
    const last = wide.at(-1);
    if (last === undefined || last.items >= least) wide.push({ x, to, sum, items });
    else Object.assign(last, { to, sum: last.sum + sum, items: last.items + items });
  }
  return wide;
}

/** What to see in scores by length: where they start, where they end, and where half of the start is gone. */
export function lengthSentence({ title, points }: StepSeries): string {
  const [first, last] = [points[0] as StepPoint, points.at(-1) as StepPoint];
  const show = (value: number) => formatScore(value, "fraction");
  if (last.value === first.value) return `${title} is ${show(first.value)} at both ends, ${stepsOf(first)} and ${stepsOf(last)} steps`;
  const change = last.value < first.value ? "falls" : "rises";
  const half = points.find(({ value }) => value < first.value / 2);
  const loss = change === "falls" && half !== undefined ? `; at ${stepsOf(half)} it is below half of where it began` : "";
  return `${title} ${change} from ${show(first.value)} at ${stepsOf(first)} steps to ${show(last.value)} at ${stepsOf(last)}${loss}`;
}

/** What to see in a curve of items still right after t steps. */
export function curveSentence(points: readonly StepPoint[]): string {
  const last = points.filter(({ value }) => value >= 0.5).at(-1);
  if (last === undefined) return "Fewer than half of the items get even their first step right";
  const next = points.find(({ x }) => x > last.x);
  const until = `Half or more of the items that have ${plural(last.x, "step")} are right so far at step ${last.x}`;
  return next === undefined ? `${until}, the longest there is` : `${until}; at ${next.x} it is ${formatScore(next.value, "fraction")}`;
}
