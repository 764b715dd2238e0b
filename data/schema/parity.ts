import * as z from "zod/mini";

const Count = z.int().check(z.nonnegative());

/**
 * What `stepladder parity --record` found of a track in Node: `data/tracks/<track>/parity.json`. Golden files are not ours to give, so that
 * pages tell of a comparison by its record; tests hold the record against the comparison wherever the files are at hand.
 */
export const ParityRecord = z.object({
  schema: z.literal("stepladder/parity/1"),
  track: z.string(),
  cases: z
    .array(
      z.object({
        name: z.string(),
        /** Values that were compared; 0 where absent. */
        compared: Count,
        /** Those of them that are equal to the last bit. */
        equal: Count,
        /** Where no official program gives the golden values: they are of a plain program of what is printed. */
        reconstructed: z.optional(z.literal(true)),
        /** Why nothing was compared. */
        absent: z.optional(z.string()),
      }),
    )
    .check(z.minLength(1)),
});
export type ParityRecord = z.infer<typeof ParityRecord>;
