import type { Scorecard } from "@stepladder/schema";
import type { MetricInfo } from "../../../catalog/describe.ts";
import type { StepPoint, StepSeries } from "../../../charts/steps.ts";
import { formatScore, plural } from "../../../format.ts";

/** The statistic that holds an item's number of steps. */
const LENGTH = "gold-states";

/** Mean of each share-valued metric by procedure length; metrics whose items carry no such statistic are left out. */
export function byLength(scorecard: Scorecard, metrics: readonly MetricInfo[]): StepSeries[] {
  return metrics
    .filter(({ unit }) => unit === "fraction")
    .map(({ id, title }) => ({ title, points: means(scorecard, id) }))
    .filter(({ points }) => points.length > 1);
}

function means({ items }: Scorecard, statistic: string): StepPoint[] {
  const sums = new Map<number, { sum: number; count: number }>();
  for (const { statistics } of items) {
    const x = statistics[LENGTH];
    const value = statistics[statistic];
    if (x === undefined || value === undefined) continue;
    const held = sums.get(x) ?? { sum: 0, count: 0 };
    sums.set(x, { sum: held.sum + value, count: held.count + 1 });
  }
  return [...sums].sort(([a], [b]) => a - b).map(([x, { sum, count }]) => ({ x, value: sum / count, items: count }));
}

/** What to see in scores by length: where they start, where they end, and where half of the start is gone. */
export function lengthSentence({ title, points }: StepSeries): string {
  const [first, last] = [points[0] as StepPoint, points.at(-1) as StepPoint];
  const show = (value: number) => formatScore(value, "fraction");
  const change = last.value < first.value ? "falls" : last.value > first.value ? "rises" : "stays";
  const ends = `from ${show(first.value)} at ${plural(first.x, "step")} to ${show(last.value)} at ${last.x}`;
  const half = points.find(({ value }) => value < first.value / 2);
  const loss = change === "falls" && half !== undefined ? `; at ${half.x} steps it is below half of where it began` : "";
  return change === "stays"
    ? `${title} is ${show(first.value)} at both ends, ${first.x} and ${last.x} steps`
    : `${title} ${change} ${ends}${loss}`;
}

/** What to see in a curve of items still right after t steps. */
export function curveSentence(points: readonly StepPoint[]): string {
  const last = points.filter(({ value }) => value >= 0.5).at(-1);
  if (last === undefined) return "Fewer than half of the items get even their first step right";
  const next = points.find(({ x }) => x > last.x);
  const until = `Half or more of the items that have ${plural(last.x, "step")} are right so far at step ${last.x}`;
  return next === undefined ? `${until}, the longest there is` : `${until}; at ${next.x} it is ${formatScore(next.value, "fraction")}`;
}
