import { existsSync } from "node:fs";
import type { ApiIndex, ApiMetrics, ApiTrack, ApiTracks, MetricCard } from "@stepladder/schema";
import { trackCard } from "@stepladder/wasm/host/track.ts";
import { DRAWING } from "@stepladder/wasm/stats/contract.ts";
import { entryHref, href, trackHref } from "../link.ts";
import type { MetricInfo } from "./describe.ts";
import { citeHref, exportHref, exportsOf } from "./export.ts";
import { trackStandings } from "./packs.ts";
import { placing } from "./placing.ts";
import { type CatalogTrack, catalog, entryFile } from "./tracks.ts";

/** Address of a record of the API: `api("tracks.json")`. A breaking change of any record makes a new version beside this one. */
export const api = (path: string): string => href(`api/v1/${path}`);

const RECORDS = ["api-index", "api-tracks", "api-track", "api-metrics", "entry", "items", "pack-header"];

/** Where the API starts. */
export function apiIndex(): ApiIndex {
  return {
    schema: "stepladder/api-index/1",
    tracks: api("tracks.json"),
    metrics: api("metrics.json"),
    schemas: Object.fromEntries(RECORDS.map((record) => [record, href(`schema/1/${record}.json`)])),
    page: href("api/"),
  };
}

/** All tracks. */
export function apiTracks(): ApiTracks {
  return {
    schema: "stepladder/api-tracks/1",
    tracks: catalog.map(({ info, entries }) => ({
      id: info.id,
      title: info.title,
      summary: info.summary,
      version: info.version,
      ranking: rankingOf(info).id,
      systems: entries.filter(({ system }) => system.kind === "system").length,
      baselines: entries.filter(({ system }) => system.kind === "baseline").length,
      api: trackApi(info.id),
      page: trackHref(info.id),
    })),
  };
}

/** All metrics, each once. */
export function apiMetrics(): ApiMetrics {
  const all = new Map(catalog.flatMap(({ info }) => info.metrics).map((metric) => [metric.id, metric]));
  const users = (id: string): string[] =>
    catalog.filter(({ info }) => info.metrics.some((metric) => metric.id === id)).map(({ info }) => info.id);
  return {
    schema: "stepladder/api-metrics/1",
    metrics: Array.from(all.values(), (metric) => ({ ...metricCard(metric), tracks: users(metric.id) })),
  };
}

/** One board, with the ranks of this build. */
export async function apiTrack(listed: CatalogTrack): Promise<ApiTrack> {
  const { info, track, entries } = listed;
  const { id: metric } = rankingOf(info);
  const standings = await trackStandings(listed, metric);
  const file = (name: string): string => href(`data/${encodeURIComponent(info.id)}/entries/${encodeURIComponent(name)}`);
  return {
    schema: "stepladder/api-track/1",
    declaration: trackCard(track),
    metrics: info.metrics.map(metricCard),
    ranking: { metric, ...DRAWING },
    entries: entries.map((entry) => ({
      id: entry.id,
      system: entry.system,
      date: entry.date,
      evidence: entry.evidence,
      ...(entry.coverage === undefined ? {} : { coverage: { items: entry.coverage.items, scored: entry.coverage.scored } }),
      standing: placing(entry, metric, standings?.of.get(entry.id)),
      page: entryHref(info.id, entry.id),
      record: file(`${entry.id}.json`),
      ...(entry.pack === undefined ? {} : { pack: file(entry.pack) }),
    })),
    page: trackHref(info.id),
    ...(existsSync(entryFile(info.id, "items.json.gz")) ? { items: file("items.json.gz") } : {}),
    tables: exportsOf(listed).map(({ name, title }) => ({
      title,
      csv: exportHref(info.id, name, "csv"),
      markdown: exportHref(info.id, name, "md"),
      latex: exportHref(info.id, name, "tex"),
      json: exportHref(info.id, name, "json"),
    })),
    cite: citeHref(info.id),
  };
}

/** Address of a track's record. */
export function trackApi(id: string): string {
  return api(`tracks/${encodeURIComponent(id)}.json`);
}

function rankingOf({ metrics }: CatalogTrack["info"]): MetricInfo {
  return metrics[0] as MetricInfo;
}

function metricCard({ id, title, group, unit, better, explains, source }: MetricInfo): MetricCard {
  return { id, title, ...(group === undefined ? {} : { group }), unit, better, explains, ...(source === undefined ? {} : { source }) };
}
