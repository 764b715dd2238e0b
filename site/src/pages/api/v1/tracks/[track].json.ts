import type { APIContext } from "astro";
import { apiTrack } from "../../../../catalog/api.ts";
import { type CatalogTrack, catalog } from "../../../../catalog/tracks.ts";

interface Props {
  readonly listed: CatalogTrack;
}

/** One record for each track. */
export function getStaticPaths() {
  return catalog.map((listed) => ({ params: { track: listed.info.id }, props: { listed } satisfies Props }));
}

/** The board with its ranks. */
export async function GET({ props }: APIContext<Props>): Promise<Response> {
  return Response.json(await apiTrack(props.listed));
}
