import type { APIContext } from "astro";
import type { MetricInfo } from "../../catalog/describe.ts";
import { trackStandings } from "../../catalog/packs.ts";
import { boardPicture, plainPicture } from "../../catalog/picture.ts";
import { placing } from "../../catalog/placing.ts";
import { type CatalogTrack, catalog } from "../../catalog/tracks.ts";

interface Props {
  /** Absent: the picture of all other pages. */
  readonly listed?: CatalogTrack;
}

/** Lines that fit. */
const ROWS = 5;

/** One picture for each board, and one for the rest. */
export function getStaticPaths() {
  const boards = catalog.map((listed) => ({ params: { picture: listed.info.id }, props: { listed } satisfies Props as Props }));
  return [...boards, { params: { picture: "stepladder" }, props: {} }];
}

/** 1200 x 630 pixels, for where a page is linked to. */
export async function GET({ props }: APIContext<Props>): Promise<Response> {
  const png =
    props.listed === undefined
      ? await plainPicture("Score step-by-step benchmarks", "In your browser. Nothing leaves your machine.")
      : await pictureOf(props.listed);
  return new Response(png, { headers: { "content-type": "image/png" } });
}

async function pictureOf(listed: CatalogTrack): Promise<Uint8Array<ArrayBuffer>> {
  const { info, entries } = listed;
  const metric = info.metrics[0] as MetricInfo;
  const standings = await trackStandings(listed, metric.id);
  const rows = entries.map((entry) => ({
    name: entry.system.name,
    word: entry.system.kind === "baseline" ? "baseline" : entry.evidence.kind,
    placed: placing(entry, metric.id, standings?.of.get(entry.id)),
  }));
  return boardPicture({
    title: info.title,
    summary: info.summary,
    metric,
    items: entries.find(({ coverage }) => coverage !== undefined)?.coverage?.items,
    systems: entries.filter(({ system }) => system.kind === "system").length,
    rows: rows.filter(({ placed }) => placed.value !== undefined).slice(0, ROWS),
  });
}
