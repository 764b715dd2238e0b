import * as z from "zod/mini";
import { UnscoredReason } from "./scorecard.ts";

/**
 * Header of a pack: the stored items x statistics matrix of one system. The file is this header as one line of JSON,
 * then for each statistic its distinct values (f64, ascending) and one index per item (u8, u16 or u32, little-endian).
 */
export const PackHeader = z.object({
  schema: z.literal("stepladder/pack/1"),
  track: z.string(),
  /** sha256 of the gold whose item order the rows follow. */
  gold: z.string(),
  items: z.int(),
  /** Items without a readable prediction, by reason: rows that hold what the track's rule makes of nothing. */
  unscored: z.partialRecord(UnscoredReason, z.array(z.int())),
  statistics: z.array(z.object({ id: z.string(), distinct: z.int(), width: z.union([z.literal(1), z.literal(2), z.literal(4)]) })),
});
export type PackHeader = z.infer<typeof PackHeader>;
