import type { APIContext } from "astro";
import { changesFeed, FEEDS, type FeedName } from "../catalog/feed.ts";

/** The ledger as RSS, Atom and JSON Feed. */
export function getStaticPaths() {
  return Object.keys(FEEDS).map((feed) => ({ params: { feed } }));
}

/** One of them. */
export function GET({ params, site, url }: APIContext): Response {
  const { type, print } = FEEDS[params.feed as FeedName];
  return new Response(print(changesFeed(site ?? url)), { headers: { "content-type": `${type}; charset=utf-8` } });
}
