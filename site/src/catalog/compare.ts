import type { Entry } from "@stepladder/schema";
import { comparable } from "@stepladder/wasm/host/board.ts";
import type { MetricInfo } from "./describe.ts";
import { packsOf } from "./packs.ts";
import type { CatalogTrack } from "./tracks.ts";

/** Why an entry cannot be compared item by item: nobody here has its items, or it was measured on others, or by other kernels. */
export type Apart = "quoted" | "items" | "kernels";

/** An entry as one chooses it. */
export interface CompareRow {
  readonly id: string;
  readonly name: string;
  readonly kind: Entry["system"]["kind"];
  /** Absent where its pack can be put beside the others'. */
  readonly apart?: Apart;
  /** Where its predictions lie, in the benchmark's own release. */
  readonly predictions?: string;
}

/** What is known of a track before anything is fetched: enough to choose from, and to tell what can be put side by side. */
export interface CompareTrack {
  readonly id: string;
  readonly title: string;
  /** sha256 of the items and of the wasm that the packs share; absent where no pack is here. */
  readonly shared?: { readonly items: string; readonly kernels: string };
  readonly metrics: readonly Pick<MetricInfo, "id" | "title" | "unit" | "better">[];
  /** Slices that cut the items in two or more. */
  readonly slices: readonly { readonly id: string; readonly title: string; readonly values: readonly string[] }[];
  readonly statistics: readonly { readonly id: string; readonly title: string }[];
  /** Best first by the ranking metric. */
  readonly rows: readonly CompareRow[];
}

/** A track for the compare page. */
export async function compareTrack(listed: CatalogTrack): Promise<CompareTrack> {
  const { info, track, entries } = listed;
  const packs = await packsOf(listed);
  const together = packs === undefined ? [] : comparable(entries, packs.index.items);
  const [first] = together;
  const shared = first?.evidence.kind === "recomputed" ? { items: first.evidence.items, kernels: first.evidence.kernels } : undefined;
  return {
    id: info.id,
    title: info.title,
    ...(shared === undefined ? {} : { shared }),
    metrics: info.metrics.map(({ id, title, unit, better }) => ({ id, title, unit, better })),
    slices: info.slices.flatMap(({ id, title }) => {
      const values = packs?.index.slices.find((slice) => slice.id === id)?.values ?? [];
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

/** Pairs of neighbours on a board that can be compared, at most `most`: systems, or all rows where fewer than two systems are. */
export function neighbourPairs({ rows }: Pick<CompareTrack, "rows">, most: number): (readonly [CompareRow, CompareRow])[] {
  const together = rows.filter(({ apart }) => apart === undefined);
  const systems = together.filter(({ kind }) => kind === "system");
  const order = systems.length > 1 ? systems : together;
  return order.slice(1, most + 1).map((next, i) => [order[i] as CompareRow, next] as const);
}
