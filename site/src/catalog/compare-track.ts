import type { Entry } from "@stepladder/schema";
import { comparable } from "@stepladder/wasm/host/board.ts";
import type { Apart, CompareTrack } from "./compare.ts";
import { packsOf } from "./packs.ts";
import type { CatalogTrack } from "./tracks.ts";

/** A track for the compare page. */
export async function compareTrack(listed: CatalogTrack): Promise<CompareTrack> {
  const { info, track, entries } = listed;
  const index = (await packsOf(listed))?.index;
  const together = index === undefined ? [] : comparable(entries, index.items);
  const [first] = together;
  const shared = first?.evidence.kind === "recomputed" ? { items: first.evidence.items, kernels: first.evidence.kernels } : undefined;
  return {
    id: info.id,
    title: info.title,
    ...(shared === undefined ? {} : { shared }),
    metrics: info.metrics.map(({ id, title, unit, better }) => ({ id, title, unit, better })),
    slices: info.slices.flatMap(({ id, title }) => {
      const values = index?.slices.find((slice) => slice.id === id)?.values ?? [];
      return values.length > 1 ? [{ id, title, values }] : [];
    }),
    statistics: track.measure.statistics.map(({ id, title }) => ({ id, title })),
    rows: entries.map((entry) => {
      const apart = together.includes(entry) ? undefined : apartOf(entry, shared?.items);
      return {
        id: entry.id,
        name: entry.system.name,
        kind: entry.system.kind,
        ...(apart === undefined ? {} : { apart }),
        ...(entry.predictions === undefined ? {} : { predictions: entry.predictions.source }),
      };
    }),
  };
}

function apartOf({ evidence }: Entry, items: string | undefined): Apart {
  if (evidence.kind !== "recomputed") return "quoted";
  return evidence.items === items ? "kernels" : "items";
}
