import type { StripMark } from "../charts/strip.ts";
import { formatDifference, formatScore, inSentence, plural } from "../format.ts";
import { quotedApart } from "./board.ts";
import type { Listed, MetricInfo } from "./describe.ts";
import { compareValues, inBoardOrder, isRankedEntry } from "./order.ts";

/** A board's entries as marks of one metric; the leader, or the entry named, and the best baseline are set off. */
export function stripMarks(entries: readonly Listed[], metric: MetricInfo, mine?: string): StripMark[] {
  const known = knownOf(entries, metric);
  const leader = known.find(isRankedEntry) ?? known.find(({ system }) => system.kind === "system");
  const best = known.find(({ system }) => system.kind === "baseline");
  const named = new Set([mine ?? leader?.id, best?.id]);
  return known.map((entry) => ({
    name: entry.system.name,
    ...(entry.scores[metric.id] as { value: number; low?: number; high?: number }),
    kind: entry.system.kind === "baseline" ? "baseline" : isRankedEntry(entry) ? "scored" : "quoted",
    named: named.has(entry.id),
  }));
}

/** What to see of one entry among all values of a metric; `quotedOn` as the track tells it: figures of other items are set beside nothing. */
export function standingTitle(entry: Listed, entries: readonly Listed[], metric: MetricInfo, quotedOn?: string): string {
  if (quotedOn !== undefined && entry.system.kind === "system" && !isRankedEntry(entry)) return quotedApart(quotedOn);
  const known = knownOf(entries, metric).filter(({ id, system }) => id !== entry.id && system.kind === "system");
  const others = quotedOn === undefined ? known : known.filter(isRankedEntry);
  const value = entry.scores[metric.id]?.value;
  const behind = others.filter(({ scores }) => compareValues(value, scores[metric.id]?.value, metric) < 0).length;
  const which = others.some((other) => !isRankedEntry(other)) ? ", quoted ones included" : "";
  return others.length === 0 ? "No system stands beside it yet" : `Better than ${behind} of the ${others.length} other systems${which}`;
}

/** What to see among all values of a metric: who stays behind what needs no model, or how far the systems spread; `quotedOn` as for an entry. */
export function stripTitle(entries: readonly Listed[], metric: MetricInfo, quotedOn?: string): string {
  const known = knownOf(entries, metric);
  const baseline = known.find(({ system }) => system.kind === "baseline");
  const all = known.filter(({ system }) => system.kind === "system");
  const here = all.filter(isRankedEntry);
  if (quotedOn !== undefined && baseline !== undefined && here.length === 0 && all.length > 0) return quotedApart(quotedOn);
  const systems = quotedOn === undefined || here.length === 0 ? all : here;
  const scored = systems.length < all.length ? " scored here" : "";
  const value = ({ scores }: Listed) => scores[metric.id]?.value as number;
  const [first, last] = [systems[0], systems.at(-1)];
  if (first === undefined || last === undefined) return "What scoring gives without a model";
  const show = (entry: Listed) => formatScore(value(entry), metric.unit);
  if (baseline !== undefined) {
    const behind = systems.filter((entry) => compareValues(value(entry), value(baseline), metric) >= 0).length;
    if (behind === 1 && systems.length === 1)
      return `The only system${scored} does not beat the best baseline, ${inSentence(baseline.system.name)}`;
    if (behind > 0)
      return `${behind} of ${plural(systems.length, "system")}${scored} ${behind === 1 ? "does" : "do"} not beat the best baseline, ${inSentence(baseline.system.name)}`;
    const gap = formatDifference(value(last), value(baseline), metric.unit);
    return `${systems.length === 1 ? "The only system" : "Even the last of the systems"}${scored} is ${gap} better than the best baseline`;
  }
  return systems.length === 1 ? `One system${scored}, at ${show(first)}` : `Systems${scored} spread from ${show(last)} to ${show(first)}`;
}

function knownOf(entries: readonly Listed[], metric: MetricInfo): Listed[] {
  return inBoardOrder(entries, metric).filter(({ scores }) => scores[metric.id]?.value !== undefined);
}
