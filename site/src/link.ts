import { writeExplorePlace } from "./state/explore.ts";

/** Address of a page or file of this site, under whatever base path it is served: `href("score/")`. */
export function href(path: string): string {
  const base = import.meta.env.BASE_URL;
  return (base.endsWith("/") ? base : `${base}/`) + path.replace(/^\//, "");
}

/** Page of an entry, or the place of one metric on it. */
export function entryHref(track: string, id: string, metric?: string): string {
  const place = metric === undefined ? "" : `#${encodeURIComponent(metric)}`;
  return `${trackHref(track)}${encodeURIComponent(id)}/${place}`;
}

/** Page of a metric. */
export function metricHref(id: string): string {
  return href(`metrics/${encodeURIComponent(id)}/`);
}

/** Page of a track. */
export function trackHref(id: string): string {
  return href(`tracks/${encodeURIComponent(id)}/`);
}

/** A board alone, for a frame on another page. */
export function embedHref(id: string): string {
  return href(`embed/${encodeURIComponent(id)}/`);
}

/** Picture that stands for a board where it is linked to. */
export function pictureHref(id: string): string {
  return href(`og/${encodeURIComponent(id)}.png`);
}

/** The items of a track, or of an entry of its board. */
export function exploreHref(track: string, entry?: string): string {
  return href(`explore/${writeExplorePlace({ track, entry })}`);
}

/** The compare page with rows of a track chosen: entries by id. */
export function compareHref(track: string, rows: readonly string[] = []): string {
  const query = new URLSearchParams([["track", track], ...rows.map((row, i) => [String.fromCharCode(97 + i), row])]);
  return href(`compare/?${query}`);
}

/** The credit lab, or the page of one of its methods. */
export function creditHref(method?: string): string {
  return href(method === undefined ? "credit/" : `credit/${encodeURIComponent(method)}/`);
}
