import type { CompareTrack } from "../../catalog/compare.ts";
import { mineId, mineName } from "../../state/compare.ts";
import type { Mine } from "../../state/mine.ts";
import { StatsClient } from "../../workers/statistics.ts";

/** The statistics of some rows of a track, entries first; every one counts as a system here, for each is one of those compared. */
export function statisticsOf(
  base: string,
  { id: track }: Pick<CompareTrack, "id">,
  rows: readonly string[],
  mine: readonly Mine[],
): StatsClient {
  const folder = new URL(`${base}data/${track}/entries/`, location.href).href;
  const packs = rows
    .filter((id) => mineName(id) === undefined)
    .map((id) => ({ id, kind: "system" as const, url: `${folder}${encodeURIComponent(id)}.pack.gz` }));
  const own = mine.map(({ name, matrix }) => ({ id: mineId(name), kind: "system" as const, matrix }));
  // Rows of the reader's own alone may be of other items than the board's, and say which.
  const items = packs.length === 0 ? mine[0]?.index : undefined;
  return new StatsClient({ items: items ?? `${folder}items.json.gz`, packs }, own);
}
