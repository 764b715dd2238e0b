import * as z from "zod/mini";

const Count = z.int("expected a whole number").check(z.minimum(0, "expected a whole number from 0"));
const Counts = z.record(z.string(), Count);

/** What a mining run read, kept and dropped. No clock and no place in it: the same pages give the same report. */
export const MiningReport = z.object({
  schema: z.literal("stepladder/mining-report/1"),
  /** Which filters judged: a profile of `stepladder mine --filters`. */
  profile: z.string(),
  /** Pages that were read. */
  pages: Count,
  /** Pages that hold a procedure which was kept. */
  pagesWithProcedures: Count,
  /** Pages and inputs that could not be read or mined, by kind. */
  failures: Counts,
  /** Files in the folders that no reader knows, by extension; `other` where that is none. */
  passedOver: Counts,
  /** Procedures that were kept, and their steps. */
  procedures: Count,
  steps: Count,
  /** Kept procedures by the miner that found them, by language (without region) and by topic. */
  miners: Counts,
  languages: Counts,
  topics: Counts,
  /** Dropped procedures by `filter/reason`. */
  dropped: Counts,
  /** Where the run was cut: pages it looked at, at most. */
  limit: z.optional(Count),
  /** sha256 of each file beside the report. */
  sha256: z.record(z.string(), z.string()),
});
export type MiningReport = z.infer<typeof MiningReport>;
