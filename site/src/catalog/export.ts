import { href } from "../link.ts";
import { bibliography, type Work } from "./export-bibtex.ts";
import { toCsv, toJson, toLatex, toMarkdown } from "./export-formats.ts";
import { type ExportTable, exportTable } from "./export-table.ts";
import type { Download } from "./jsonld.ts";
import { type MetricGroup, metricGroups } from "./order.ts";
import { trackStandings } from "./packs.ts";
import { placing } from "./placing.ts";
import type { CatalogTrack } from "./tracks.ts";

/** Files that a table is written to, by the ending of their names. */
export const FORMATS = {
  csv: { title: "CSV", type: "text/csv; charset=utf-8", print: toCsv },
  json: { title: "JSON", type: "application/json", print: toJson },
  md: { title: "Markdown", type: "text/markdown; charset=utf-8", print: toMarkdown },
  tex: { title: "LaTeX", type: "application/x-tex; charset=utf-8", print: toLatex },
} as const;
/** Ending of a table's file. */
export type ExportFormat = keyof typeof FORMATS;

/** The tables of a board that can be had as files: the first group's is `board`, the others carry their group's id. */
export function exportsOf({
  info,
}: Pick<CatalogTrack, "info">): { readonly name: string; readonly title: string; readonly group: MetricGroup }[] {
  return metricGroups(info.metrics).map((group, i) => ({
    name: i === 0 ? "board" : `board-${group.id}`,
    title: group.title ?? "Scores",
    group,
  }));
}

/** Where a table's file is, below the site's root. */
export function exportHref(track: string, name: string, format: ExportFormat): string {
  return href(`data/${encodeURIComponent(track)}/${encodeURIComponent(name)}.${format}`);
}

/** The files that machines read. */
export function downloadsOf(listed: CatalogTrack): Download[] {
  return exportsOf(listed).flatMap(({ name }) =>
    (["csv", "json"] as const).map((format) => ({
      type: FORMATS[format].type.replace(/;.*/, ""),
      path: exportHref(listed.info.id, name, format),
    })),
  );
}

/** Where the BibTeX of a track is. */
export function citeHref(track: string): string {
  return href(`data/${encodeURIComponent(track)}/cite.bib`);
}

/** A group's table of a board, with the ranks of this build. */
export async function tableOf(listed: CatalogTrack, group: MetricGroup): Promise<ExportTable> {
  const [{ id }] = group.metrics;
  const standings = await trackStandings(listed, id);
  const title = group.title === undefined ? listed.info.title : `${listed.info.title}: ${group.title}`;
  return exportTable(title, group, listed.entries, (entry) => placing(entry, id, standings?.of.get(entry.id)));
}

/** What to cite of a track: its papers, and Stepladder. */
export function citationOf({ track, info }: CatalogTrack, site: URL): string {
  const board: Work = { title: `Stepladder: ${info.title}`, url: new URL(href(`tracks/${encodeURIComponent(info.id)}/`), site).href };
  return bibliography([...track.papers, board]);
}
