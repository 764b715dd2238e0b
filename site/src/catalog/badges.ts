import { href } from "../link.ts";
import type { Badge } from "./badge.ts";
import type { Listed, MetricInfo } from "./describe.ts";
import { trackStandings } from "./packs.ts";
import { placing, placingText } from "./placing.ts";
import { type CatalogTrack, catalog } from "./tracks.ts";

/** What an entry's badge is made from. */
export interface BadgeProps {
  readonly listed: CatalogTrack;
  readonly entry: Listed;
}

/** Every entry of every board. */
export function badgePaths() {
  return catalog.flatMap((listed) =>
    listed.entries.map((entry) => ({ params: { track: listed.info.id, entry: entry.id }, props: { listed, entry } satisfies BadgeProps })),
  );
}

/** What an entry's badge says, with the rank range of this build. */
export async function badgeOf({ listed, entry }: BadgeProps): Promise<Badge> {
  const metric = listed.info.metrics[0] as MetricInfo;
  const standings = await trackStandings(listed, metric.id);
  const placed = placing(entry, metric.id, standings?.of.get(entry.id));
  return { label: listed.info.title, message: placingText(entry, placed, metric), ranked: placed.rank !== undefined };
}

/** Where an entry's badge is. */
export function badgeHref(track: string, entry: string, format: "svg" | "json"): string {
  return href(`badges/${encodeURIComponent(track)}/${encodeURIComponent(entry)}.${format}`);
}
