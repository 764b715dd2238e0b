import * as z from "zod/mini";
import { Sha256 } from "./scorecard.ts";

/**
 * One line of `data/ledger.jsonl`: what became of one entry on one day, and why. Lines are only ever added; the last line of an entry
 * tells the state in which its record stands.
 */
export const LedgerLine = z.object({
  schema: z.literal("stepladder/ledger/1"),
  date: z.iso.date(),
  track: z.string(),
  /** File name of the entry's record, without `.json`. */
  entry: z.string(),
  system: z.string(),
  /** `rescored`: a figure, an interval, a count or what they were computed from is another; `amended`: only what is said beside the figures. */
  kind: z.enum(["added", "removed", "rescored", "amended"]),
  why: z.string().check(z.minLength(1)),
  /** Value of the ranking metric before and after; absent where there was or is none. */
  ranking: z.object({ metric: z.string(), from: z.optional(z.number()), to: z.optional(z.number()) }),
  /** Hashes of the state after it (wasm/host/ledger.ts): of the figures, and of all that the record says. Absent for a removed entry. */
  sha256: z.optional(z.object({ figures: Sha256, record: Sha256 })),
});
export type LedgerLine = z.infer<typeof LedgerLine>;
