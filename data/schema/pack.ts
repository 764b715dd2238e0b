import * as z from "zod/mini";
import { UnscoredReason } from "./scorecard.ts";

/** How a column is stored: its distinct values (f64, ascending), then one index per row (u8, u16 or u32, little-endian). */
const Column = { distinct: z.int(), width: z.union([z.literal(1), z.literal(2), z.literal(4)]) };

/**
 * Header of a pack: the stored items x statistics matrix of one system. The file is this header as one line of JSON, then a column for
 * each statistic; one with the group of each item, where there are groups; then of each list of events its items, classes, ties and hits,
 * and items, classes and counts of what is wanted.
 */
export const PackHeader = z.object({
  schema: z.literal("stepladder/pack/1"),
  track: z.string(),
  /** sha256 of the gold whose item order the rows follow. */
  gold: z.string(),
  items: z.int(),
  /** Items without a readable prediction, by reason: rows that hold what the track's rule makes of nothing. */
  unscored: z.partialRecord(UnscoredReason, z.array(z.int())),
  statistics: z.array(z.object({ id: z.string(), ...Column })),
  groups: z.optional(z.object(Column)),
  events: z.optional(
    z.array(z.object({ id: z.string(), events: z.int(), wanted: z.int(), columns: z.array(z.object(Column)).check(z.length(7)) })),
  ),
});
export type PackHeader = z.infer<typeof PackHeader>;
