import type { Entry } from "@stepladder/schema";
import type { CompareTrack } from "../../catalog/compare.ts";
import type { MetricInfo } from "../../catalog/describe.ts";
import type { BoardFiles } from "../../workers/stats.worker.ts";
import type { ToldRows } from "./told.ts";

/** A metric as far as a table's cells need it. */
export type BoardMetric = Pick<MetricInfo, "id" | "title" | "unit" | "better">;

/** What a board's script needs beside the table itself: written into the page at build, as JSON. */
export interface BoardFacts {
  readonly track: string;
  /** Hashes of items and kernels that the ranked rows share: a result of the reader's own is ranked beside them where it has them too. */
  readonly shared: CompareTrack["shared"];
  /** Absent where no row can be resampled: then nothing can be cut. */
  readonly files?: BoardFiles;
  /** Number of items behind the figures as built. */
  readonly items: number;
  readonly metrics: readonly BoardMetric[];
  /** Values of each slice that the items can be cut by. */
  readonly slices: Readonly<Record<string, readonly string[]>>;
  /** Columns that can be picked. */
  readonly columns: readonly string[];
  /** How the rows stand over all items, by metric. */
  readonly standings: Readonly<Record<string, ToldRows>>;
  /** What a source prints of one value of a slice, for rows that were not measured here: entry, slice, value, metric. */
  readonly quoted: Readonly<Record<string, Entry["slices"]>>;
}

/** The facts of the board on this page; `undefined` where it has none. */
export function boardFacts(): BoardFacts | undefined {
  const text = document.querySelector("script[data-board-facts]")?.textContent;
  return text ? (JSON.parse(text) as BoardFacts) : undefined;
}
