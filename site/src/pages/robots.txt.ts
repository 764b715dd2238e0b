import type { APIContext } from "astro";
import { href } from "../link.ts";

/** Everything may be read; frames for other pages say themselves that they are not to be listed. */
export function GET({ site, url }: APIContext): Response {
  const map = new URL(href("sitemap-index.xml"), site ?? url).href;
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${map}\n`, { headers: { "content-type": "text/plain; charset=utf-8" } });
}
