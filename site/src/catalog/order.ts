import type { Entry } from "@stepladder/schema";
import type { Listed, MetricInfo } from "./describe.ts";

/** What ordering needs of a metric. */
type Direction = Pick<MetricInfo, "better">;

/** Negative where `a` is the better value, positive where it is the worse; a missing one is worse than any. */
export function compareValues(a: number | undefined, b: number | undefined, { better }: Direction): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return better === "higher" ? b - a : a - b;
}

/** Best first by one metric; entries without a value come last, equal ones in name order. */
export function inBoardOrder<T extends Entry>(entries: readonly T[], metric: Pick<MetricInfo, "id" | "better">): T[] {
  return entries.toSorted(
    (a, b) =>
      compareValues(a.scores[metric.id]?.value, b.scores[metric.id]?.value, metric) ||
      (a.system.name < b.system.name ? -1 : a.system.name > b.system.name ? 1 : 0),
  );
}

/** Whether an entry takes part in ranks: a system whose predictions were scored here. Quoted figures and baselines stand in place by value. */
export function isRanked({ kind, evidence }: { readonly kind: string; readonly evidence: string }): boolean {
  return kind === "system" && evidence === "recomputed";
}

/** The same of a whole entry. */
export function isRankedEntry({ system, evidence }: Entry): boolean {
  return isRanked({ kind: system.kind, evidence: evidence.kind });
}

/** Whether a figure over all items would be misread where so few of them were answered: fewer than nine of ten. */
export function isNotablyLess(answered: number, items: number): boolean {
  return answered < 0.9 * items;
}

/** Whether an entry was scored here, yet not on the items or by the kernels of the rows that are `measured` together: it stands below the others. */
export function isApart({ id, evidence }: Listed, measured: ReadonlyMap<string, unknown> | undefined): boolean {
  return evidence.kind === "recomputed" && measured !== undefined && !measured.has(id);
}

/** Whether anybody can have a system: one word, also where it is not known. */
export function opennessOf({ system: { open } }: Pick<Entry, "system">): "open" | "closed" | "unknown" {
  return open === undefined ? "unknown" : open ? "open" : "closed";
}

/** Heading of metrics that name none, where others of the track do. */
const UNNAMED = "Scores";

/** Neighbouring metrics under one heading; a single one without a title where the track has no headings. */
export interface MetricGroup {
  /** Unlike that of any other group of the track, in words of the title. */
  readonly id: string;
  readonly title?: string;
  /** The first one orders the group's table. */
  readonly metrics: readonly [MetricInfo, ...MetricInfo[]];
}

/** A track's metrics as groups, in the track's order. */
export function metricGroups(metrics: readonly MetricInfo[]): MetricGroup[] {
  const groups: { title: string | undefined; metrics: [MetricInfo, ...MetricInfo[]] }[] = [];
  for (const metric of metrics) {
    const last = groups.at(-1);
    if (last !== undefined && last.title === metric.group) last.metrics.push(metric);
    else groups.push({ title: metric.group, metrics: [metric] });
  }
  const ids = groups.map(({ title = UNNAMED }) => slug(title));
  return groups.map(({ title: named, metrics: own }, index) => {
    const title = named ?? (groups.length > 1 ? UNNAMED : undefined);
    const id = ids[index] as string;
    return { id: ids.indexOf(id) === index ? id : `${id}-${index + 1}`, ...(title === undefined ? {} : { title }), metrics: own };
  });
}

/** The entries that a group's table shows: those with a value of any of its metrics, best first. */
export function entriesOfGroup(entries: readonly Listed[], { metrics }: MetricGroup): Listed[] {
  const shown = entries.filter(({ scores }) => metrics.some(({ id }) => scores[id]?.value !== undefined));
  return inBoardOrder(shown, metrics[0]);
}

/** Values of a slice over all entries, in the order of the first entry that has them. */
export function sliceValues(entries: readonly Entry[], slice: string): string[] {
  return [...new Set(entries.flatMap(({ slices }) => Object.keys(slices[slice] ?? {})))];
}

/** The values of a slice for which some entry has a figure of a metric, each with its place among all of them. */
export function slicePlaces(
  entries: readonly Entry[],
  slice: string,
  metric: string,
): { readonly value: string; readonly index: number }[] {
  return sliceValues(entries, slice)
    .map((value, index) => ({ value, index }))
    .filter(({ value }) => entries.some(({ slices }) => slices[slice]?.[value]?.[metric]?.value !== undefined));
}

/** The entries that a table by slice shows: those with a figure of the metric for any of its values. */
export function entriesOfSlice(entries: readonly Listed[], slice: string, metric: string): Listed[] {
  const places = slicePlaces(entries, slice, metric);
  return entries.filter(({ slices }) => places.some(({ value }) => slices[slice]?.[value]?.[metric] !== undefined));
}

/** The entries that no group's table shows, for their figures are of slices alone. */
export function ofSlicesOnly(entries: readonly Listed[], groups: readonly MetricGroup[]): Listed[] {
  const shown = new Set(groups.flatMap((group) => entriesOfGroup(entries, group)));
  return entries.filter((entry) => !shown.has(entry) && Object.keys(entry.slices).length > 0);
}

/** The entries that have a row in any table of a board: its groups' or those by the slices given, which are of one metric. */
export function entriesWithRows(
  entries: readonly Listed[],
  groups: readonly MetricGroup[],
  slices: readonly { readonly id: string }[],
  metric: string,
): Listed[] {
  const shown = new Set([
    ...groups.flatMap((group) => entriesOfGroup(entries, group)),
    ...slices.flatMap(({ id }) => entriesOfSlice(entries, id, metric)),
  ]);
  return entries.filter((entry) => shown.has(entry));
}

/** Text as part of an id or an address: lower case, words joined by hyphens. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** Where an entry's page tells of one value of a slice: `index` among all values of the board, which may hold any text. */
export function sliceAnchor(slice: string, index: number): string {
  return `by-${slice}-${index + 1}`;
}
