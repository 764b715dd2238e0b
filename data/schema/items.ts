import * as z from "zod/mini";
import { Sha256 } from "./scorecard.ts";

const Codes = z.array(z.int().check(z.nonnegative()));

/**
 * What a board must know of the items of gold to cut and resample packs: no text and no labels of theirs. It lies beside a track's
 * entries as `items.json.gz`; item i is row i of every pack whose entry names the same `items` hash.
 */
export const ItemsIndex = z.object({
  schema: z.literal("stepladder/items/1"),
  track: z.string(),
  /** sha256 of gold's items as they are scored, as in the evidence of entries. */
  items: Sha256,
  ids: z.array(z.string()),
  /** Steps of each item. */
  lengths: Codes,
  /** Cluster of each item, numbered from 0 in order of appearance; absent where every item is a draw of its own. */
  clusters: z.optional(Codes),
  /** Every slice of the track: its values, and for each item the place of its own among them. */
  slices: z.array(z.object({ id: z.string(), values: z.array(z.string()), of: Codes })),
});
export type ItemsIndex = z.infer<typeof ItemsIndex>;
