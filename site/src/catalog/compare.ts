import type { Entry } from "@stepladder/schema";
import type { MetricInfo } from "./describe.ts";

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

/** Pairs of neighbours on a board that can be compared, at most `most`: systems, or all rows where fewer than two systems are. */
export function neighbourPairs({ rows }: Pick<CompareTrack, "rows">, most: number): (readonly [CompareRow, CompareRow])[] {
  const together = rows.filter(({ apart }) => apart === undefined);
  const systems = together.filter(({ kind }) => kind === "system");
  const order = systems.length > 1 ? systems : together;
  return order.slice(1, most + 1).map((next, i) => [order[i] as CompareRow, next] as const);
}

/** The rows beside an entry on its board that it can be compared with; none for an entry that cannot be compared. */
export function neighboursOf({ rows }: Pick<CompareTrack, "rows">, id: string): CompareRow[] {
  const together = rows.filter(({ apart }) => apart === undefined);
  const at = together.findIndex((row) => row.id === id);
  return at < 0 ? [] : [together[at - 1], together[at + 1]].filter((row) => row !== undefined);
}
