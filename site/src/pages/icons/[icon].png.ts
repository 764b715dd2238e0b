import type { APIContext } from "astro";
import { markSvg, PAPER } from "../../catalog/mark.ts";
import { pngOf } from "../../catalog/png.ts";
import { ICONS } from "../../pwa/manifest.ts";

/** The icons that the manifest names. */
export function getStaticPaths() {
  return ICONS.map((props) => ({ params: { icon: props.name }, props }));
}

/** The mark as a picture, with the room around it that its use asks for. */
export async function GET({ props }: APIContext<(typeof ICONS)[number]>): Promise<Response> {
  return new Response(await pngOf(markSvg({ ground: PAPER, room: props.room }), props.size), { headers: { "content-type": "image/png" } });
}
