import type { Scorecard } from "@stepladder/schema";
import { parquetWriteBuffer } from "hyparquet-writer";
import { itemColumns } from "./items.ts";

const TYPES = { text: "STRING", count: "INT32", number: "DOUBLE" } as const;

/** One row per item, with numbers as they were measured. */
export function itemsParquet(scorecard: Scorecard): Uint8Array<ArrayBuffer> {
  const columnData = itemColumns(scorecard).map(({ name, kind, cells }) => ({
    name,
    type: TYPES[kind],
    data: cells.map((cell) => cell ?? null),
    nullable: kind !== "number" && name !== "id",
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}
