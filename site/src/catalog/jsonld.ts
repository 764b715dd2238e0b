import type { CatalogTrack } from "./tracks.ts";

/** A record of schema.org, for search engines: https://schema.org/Dataset */
export type JsonLd = Readonly<Record<string, unknown>>;

/** A step of the way to a page: its title and its path. */
export interface Crumb {
  readonly title: string;
  readonly path: string;
}

/** A file of a data set: its media type and its path. */
export interface Download {
  readonly type: string;
  readonly path: string;
}

/** The board of a track as a data set: only what is known of it, so no creator, and a licence only where the data are ours. */
export function datasetOf(
  { info, track }: Pick<CatalogTrack, "info" | "track">,
  page: string,
  downloads: readonly Download[],
  site: URL,
): JsonLd {
  const absolute = (path: string): string => new URL(path, site).href;
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: `${info.title}: results on the Stepladder board`,
    description: `${info.summary} Scores of systems with their evidence, 95 % intervals and rank ranges.`,
    url: absolute(page),
    version: info.version,
    isAccessibleForFree: true,
    ...(info.gold === "generated" ? { license: "https://spdx.org/licenses/MIT" } : {}),
    ...(track.papers.length === 0
      ? {}
      : { citation: track.papers.map(({ title, url }) => ({ "@type": "CreativeWork", name: title, url })) }),
    ...(track.sources.length === 0 ? {} : { isBasedOn: track.sources.map(({ url }) => url) }),
    distribution: downloads.map(({ type, path }) => ({ "@type": "DataDownload", encodingFormat: type, contentUrl: absolute(path) })),
  };
}

/** The way to a page, from home on. */
export function breadcrumbs(crumbs: readonly Crumb[], site: URL): JsonLd {
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: crumbs.map(({ title, path }, i) => ({
      "@type": "ListItem",
      position: i + 1,
      name: title,
      item: new URL(path, site).href,
    })),
  };
}

/** The record as text that may stand inside of a page's script element, whatever names it holds. */
export function jsonLdText(record: JsonLd): string {
  return JSON.stringify(record).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
