import { Feed } from "feed";
import { href } from "../link.ts";
import { type Change, changeHref, ledger, rankingChange, trackTitle } from "./ledger.ts";

/** The feeds of changes, by the end of their file's name. */
export const FEEDS = {
  rss: { title: "RSS", type: "application/rss+xml", print: (feed: Feed) => feed.rss2() },
  atom: { title: "Atom", type: "application/atom+xml", print: (feed: Feed) => feed.atom1() },
  json: { title: "JSON Feed", type: "application/feed+json", print: (feed: Feed) => feed.json1() },
} as const;

/** Name of a feed. */
export type FeedName = keyof typeof FEEDS;

/** Address of a feed. */
export function feedHref(name: FeedName): string {
  return href(`changes.${name}`);
}

/** The ledger as a feed, newest first. `site` is the origin that it is served from; the last line's day is the day of the feed. */
export function changesFeed(site: URL, changes: readonly Change[] = ledger): Feed {
  const absolute = (path: string): string => new URL(path, site).href;
  const page = absolute(href("changes/"));
  const feed = new Feed({
    id: page,
    link: page,
    title: "Stepladder: changes of the boards",
    description: "Every entry that was added, removed, rescored or amended, and why.",
    language: "en",
    updated: noon(changes.at(-1)?.date ?? "1970-01-01"),
    generator: "Stepladder",
    feedLinks: Object.fromEntries(Object.keys(FEEDS).map((name) => [name, absolute(feedHref(name as FeedName))])),
  });
  for (const change of changes.toReversed()) {
    feed.addItem({
      id: `${page}#line-${change.line}`,
      guid: `${page}#line-${change.line}`,
      link: absolute(changeHref(change)),
      title: `${change.system} on ${trackTitle(change.track)}: ${change.kind}`,
      description: [change.why, rankingChange(change)].filter(Boolean).join(" "),
      date: noon(change.date),
      published: noon(change.date),
    });
  }
  return feed;
}

/** A day as a moment: the ledger knows days only. */
function noon(date: string): Date {
  return new Date(`${date}T12:00:00Z`);
}
