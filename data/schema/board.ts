import * as z from "zod/mini";
import { Sha256 } from "./scorecard.ts";

const Place = z.int().check(z.minimum(1));
const Share = z.number().check(z.minimum(0), z.maximum(1));

/** How one entry stands by one metric. `value` is absent, with a `reason`, where nothing can be said. */
export const BoardFigure = z.object({
  value: z.optional(z.number()),
  reason: z.optional(z.string()),
  /** Ends of the 95 % interval, in the metric's own unit. */
  low: z.optional(z.number()),
  high: z.optional(z.number()),
  /** Place among the systems scored here, 1 is the best, equal values share the better one. Absent with all that follows where an entry is not ranked. */
  rank: z.optional(Place),
  /** Rank range: the places that it takes in the middle 95 % of paired draws. */
  rankLow: z.optional(Place),
  rankHigh: z.optional(Place),
  /** Share of draws in which no system is better. */
  pFirst: z.optional(Share),
  /** Its places in 95 % simultaneous rank sets. */
  setLow: z.optional(Place),
  setHigh: z.optional(Place),
  /** Systems that share a letter cannot be told apart. */
  letters: z.optional(z.string()),
});
export type BoardFigure = z.infer<typeof BoardFigure>;

/** A board as it stands: every entry by every metric asked for, over the items of a cut. Same packs, same bytes. */
export const BoardReport = z.object({
  schema: z.literal("stepladder/board/1"),
  track: z.string(),
  /** sha256 of the items that the ranked entries were measured on. */
  items: Sha256,
  /** Slice id to the values that count; empty: all items. */
  cut: z.record(z.string(), z.array(z.string())),
  /** Items of the cut, and the clusters that they are drawn in. */
  counts: z.object({ items: z.int(), clusters: z.int() }),
  seed: z.int(),
  draws: z.int(),
  /** `gap`: the smallest difference between neighbours that a test at 5 % would just find. `draws`: those of a metric that is given fewer. */
  metrics: z.array(
    z.object({
      id: z.string(),
      unit: z.string(),
      better: z.enum(["higher", "lower"]),
      gap: z.optional(z.number()),
      draws: z.optional(z.int()),
    }),
  ),
  /** Best first by the first of the metrics. */
  entries: z.array(
    z.object({
      id: z.string(),
      system: z.string(),
      kind: z.enum(["system", "baseline"]),
      evidence: z.enum(["recomputed", "published", "secondary", "self-reported"]),
      /** Items with a readable prediction, of all. Absent where the source does not tell. */
      coverage: z.optional(z.object({ items: z.int(), scored: z.int() })),
      metrics: z.record(z.string(), BoardFigure),
    }),
  ),
});
export type BoardReport = z.infer<typeof BoardReport>;

/** Systems of a board held against each other, pair by pair. */
export const ComparisonReport = z.object({
  schema: z.literal("stepladder/comparison/1"),
  track: z.string(),
  items: Sha256,
  cut: z.record(z.string(), z.array(z.string())),
  metric: z.object({ id: z.string(), unit: z.string(), better: z.enum(["higher", "lower"]) }),
  seed: z.int(),
  draws: z.int(),
  pairs: z.array(
    z.object({
      /** Ids of the two entries. */
      a: z.string(),
      b: z.string(),
      /** Value of `a` minus that of `b`, with its 95 % interval. Absent where one has no value. */
      difference: z.optional(z.number()),
      low: z.optional(z.number()),
      high: z.optional(z.number()),
      /** Two-sided p of the paired test, and the same after Holm's correction over all pairs. */
      p: Share,
      adjusted: Share,
      test: z.enum(["mcnemar", "permutation", "bootstrap"]),
      /** Items on which `a` is better, `b` is better, and neither. */
      won: z.int(),
      lost: z.int(),
      tied: z.int(),
    }),
  ),
});
export type ComparisonReport = z.infer<typeof ComparisonReport>;
