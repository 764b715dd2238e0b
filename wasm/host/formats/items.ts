import type { Scorecard } from "@stepladder/schema";
import { csvCell } from "../print.ts";

/** A column of the table of items; undefined where an item has no such thing. */
export interface ItemColumn {
  readonly name: string;
  readonly kind: "text" | "count" | "number";
  readonly cells: readonly (string | number | undefined)[];
}

/** The items side by side, in gold order: what is known of each, then its statistics, which are averaged over its samples. */
export function itemColumns({ items }: Scorecard): readonly ItemColumn[] {
  const statistics = Object.keys(items[0]?.statistics ?? {});
  return [
    { name: "id", kind: "text", cells: items.map(({ id }) => id) },
    { name: "unscored", kind: "text", cells: items.map(({ unscored }) => unscored) },
    ...(items.some(({ samples }) => samples !== undefined)
      ? [{ name: "samples", kind: "count", cells: items.map(({ samples }) => samples) } as const]
      : []),
    ...(items.some(({ group }) => group !== undefined)
      ? [{ name: "group", kind: "text", cells: items.map(({ group }) => group) } as const]
      : []),
    ...statistics.map((name) => ({ name, kind: "number", cells: items.map((item) => item.statistics[name]) }) as const),
  ];
}

/** One row per item, for a spreadsheet. */
export function printItems(scorecard: Scorecard): string {
  const columns = itemColumns(scorecard);
  const rows = scorecard.items.map((_, i) => columns.map(({ cells }) => csvCell(cells[i] ?? "")).join(","));
  return `${[columns.map(({ name }) => csvCell(name)).join(","), ...rows].join("\n")}\n`;
}
