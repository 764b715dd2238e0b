import type { Entry } from "@stepladder/schema";
import type { AnyTrack, Curve } from "@stepladder/wasm/host/track.ts";
import { type Metric, type MetricId, metrics } from "@stepladder/wasm/metrics";
import { isRanked, type Unit } from "@stepladder/wasm/metrics/contract.ts";

/** An entry with its id: the name of its file, which is its address below the track's page. */
export type Listed = Entry & { readonly id: string };

/** A metric as a reader sees it. */
export interface MetricInfo {
  readonly id: string;
  readonly title: string;
  /** Heading it stands under. */
  readonly group?: string;
  readonly unit: Unit;
  readonly better: "higher" | "lower";
  readonly explains: string;
  /** Absent where scoring happens, which does not show it. */
  readonly source?: string;
}

/** One line of a board, as much as the scoring page needs to show where a result lands; a board's lines are best first. */
export interface BoardLine {
  /** Name of the entry's page below the track's. */
  readonly id: string;
  readonly system: string;
  readonly kind: Entry["system"]["kind"];
  readonly evidence: Entry["evidence"]["kind"];
  /** Value of the ranking metric. */
  readonly value: number;
  /** sha256 of the items of gold that it was computed on; absent where the number is quoted. */
  readonly items?: string;
}

/** What the pages know of a track without loading its code. */
export interface TrackInfo {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly summary: string;
  /** What a reader of its figures must know first. */
  readonly note?: string;
  readonly family: string;
  readonly gold: "generated" | "imported";
  /** Paths below the site's base, where the files were there at build time. */
  readonly goldPath?: string;
  readonly samplePath?: string;
  /** Gold of the sample, where the track's own is not served. */
  readonly sampleGoldPath?: string;
  readonly unscored: string;
  readonly metrics: readonly MetricInfo[];
  readonly slices: readonly { readonly id: string; readonly title: string }[];
  readonly curves: readonly Omit<Curve, "points">[];
  readonly formats: readonly { readonly id: string; readonly title: string }[];
  readonly goldFormats: readonly { readonly id: string; readonly title: string }[];
  /** What quoted figures are of, where that is not this gold. */
  readonly quotedOn?: string;
  readonly board: readonly BoardLine[];
  /** Systems that have other figures, but not that of the ranking metric. */
  readonly unplaced: number;
  /** The first metric that each of them has, and the lowest and highest value; absent where there is none. */
  readonly unplacedBy?: Pick<MetricInfo, "title" | "unit"> & { readonly low: number; readonly high: number };
  /** What items have in common that are no independent draws; absent where each is. */
  readonly cluster?: string;
  /** Titles of the metrics that are means over groups, and what groups are; absent where none is. */
  readonly grouped?: { readonly by: string; readonly metrics: readonly string[] };
}

function groupedMetrics(track: AnyTrack): readonly string[] {
  const own: readonly Metric[] = track.metrics.map((id) => metrics[id as MetricId]);
  return own.flatMap((metric) => (!isRanked(metric) && metric.byGroup ? [metric.title] : []));
}

/** Paths below the site's base of the files that it serves of a track. */
export interface Published {
  readonly gold?: string | undefined;
  readonly sample?: string | undefined;
  readonly sampleGold?: string | undefined;
}

/** A track's declaration as plain data, with its entries best first. */
export function describeTrack(track: AnyTrack, entries: readonly Listed[], published: Published): TrackInfo {
  const name = ({ id, title }: { id: string; title: string }) => ({ id, title });
  const unplaced = entries.filter(({ system, scores }) => system.kind === "system" && scores[track.metrics[0]]?.value === undefined);
  const unplacedBy = sharedFigure(track, unplaced);
  return {
    id: track.id,
    title: track.title,
    version: track.version,
    summary: track.summary,
    ...(track.note === undefined ? {} : { note: track.note }),
    family: track.measure.family,
    gold: track.goldKind,
    ...(published.gold === undefined ? {} : { goldPath: published.gold }),
    ...(published.sample === undefined ? {} : { samplePath: published.sample }),
    ...(published.sampleGold === undefined ? {} : { sampleGoldPath: published.sampleGold }),
    unscored: track.unscored.rule,
    ...(track.quotedOn === undefined ? {} : { quotedOn: track.quotedOn }),
    metrics: track.metrics.map((id) => describeMetric(id as MetricId)),
    slices: track.slices.map(name),
    curves: track.curves.map(({ points: _, ...curve }) => curve),
    formats: track.formats.map(name),
    goldFormats: track.goldFormats.map(name),
    board: boardLines(entries, track.metrics[0]),
    unplaced: unplaced.length,
    ...(unplacedBy === undefined ? {} : { unplacedBy }),
    ...(track.cluster === undefined ? {} : { cluster: track.cluster.title }),
    ...(track.group === undefined ? {} : { grouped: { by: track.group.title, metrics: groupedMetrics(track) } }),
  };
}

/** The first metric that all of these entries have a value of. */
function sharedFigure(track: AnyTrack, entries: readonly Listed[]): TrackInfo["unplacedBy"] {
  for (const id of track.metrics) {
    const values = entries.flatMap(({ scores }) => scores[id]?.value ?? []);
    const { title, unit }: Metric = metrics[id as MetricId];
    if (entries.length > 0 && values.length === entries.length) return { title, unit, low: Math.min(...values), high: Math.max(...values) };
  }
  return undefined;
}

/** A track as the scoring page needs it: what only the board tells is left out, for it is loaded before anything is scored. */
export function forScoring({ metrics, unplacedBy: _, ...info }: TrackInfo): TrackInfo {
  return { ...info, metrics: metrics.map(({ source: _, ...metric }) => metric) };
}

/** A metric of the registry as plain data. */
export function describeMetric(id: MetricId): MetricInfo {
  const { title, group, unit, better, explains, source }: Metric = metrics[id];
  return { id, title, ...(group === undefined ? {} : { group }), unit, better, explains, source };
}

function boardLines(entries: readonly Listed[], metric: string): BoardLine[] {
  return entries.flatMap(({ id, system, evidence, scores }) => {
    const value = scores[metric]?.value;
    const items = evidence.kind === "recomputed" ? { items: evidence.items } : {};
    return value === undefined ? [] : [{ id, system: system.name, kind: system.kind, evidence: evidence.kind, value, ...items }];
  });
}
