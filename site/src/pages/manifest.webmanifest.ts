import { href } from "../link.ts";
import { manifest } from "../pwa/manifest.ts";

/** What a browser needs to install the site. */
export function GET(): Response {
  return new Response(`${JSON.stringify(manifest(href), null, 2)}\n`, { headers: { "content-type": "application/manifest+json" } });
}
