import type { APIContext } from "astro";
import { compareTrack } from "../../../catalog/compare-track.ts";
import { catalog } from "../../../catalog/tracks.ts";

/** What a result of the reader's own is put beside: the entries of each track, and what their packs share. */
export function getStaticPaths() {
  return catalog.map((listed) => ({ params: { track: listed.info.id }, props: { listed } }));
}

/** The track as `CompareTrack`. */
export async function GET({ props }: APIContext<{ listed: (typeof catalog)[number] }>): Promise<Response> {
  return Response.json(await compareTrack(props.listed));
}
