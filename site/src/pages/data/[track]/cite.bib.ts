import type { APIContext } from "astro";
import { citationOf } from "../../../catalog/export.ts";
import { type CatalogTrack, catalog } from "../../../catalog/tracks.ts";

interface Props {
  readonly listed: CatalogTrack;
}

/** What to cite, for every track. */
export function getStaticPaths() {
  return catalog.map((listed) => ({ params: { track: listed.info.id }, props: { listed } satisfies Props }));
}

/** BibTeX of the track's papers and of its board. */
export function GET({ props, site, url }: APIContext<Props>): Response {
  return new Response(citationOf(props.listed, site ?? url), { headers: { "content-type": "application/x-bibtex; charset=utf-8" } });
}
