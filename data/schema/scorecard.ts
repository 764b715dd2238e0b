import * as z from "zod/mini";
import { ProblemGroup } from "./problem.ts";

/** Lower-case hex. */
export const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Count = z.int().check(z.nonnegative());

/** Why an item was not measured. */
export const UnscoredReason = z.enum(["no-prediction", "unreadable"]);
export type UnscoredReason = z.infer<typeof UnscoredReason>;

/** One metric over one set of items. `value` is absent, with a `reason`, where nothing can be said; it is never NaN or null. */
export const Score = z.object({
  value: z.optional(z.number()),
  reason: z.optional(z.string()),
  /** Ends of the 95 % interval, in the metric's own unit. */
  low: z.optional(z.number()),
  high: z.optional(z.number()),
  /** Items with a readable prediction, and items without: what the latter cost is the track's rule. */
  scored: Count,
  unscored: Count,
});
export type Score = z.infer<typeof Score>;

/** Metric id to score. */
export const Scores = z.record(z.string(), Score);
export type Scores = z.infer<typeof Scores>;

/** One item's row: its statistics averaged over its samples, in gold order. */
export const ScoredItem = z.object({
  id: z.string(),
  unscored: z.optional(UnscoredReason),
  /** Number of samples, where the submission repeats items. */
  samples: z.optional(Count),
  /** What it is averaged with first, where figures are means over groups. */
  group: z.optional(z.string()),
  statistics: z.record(z.string(), z.number()),
});
export type ScoredItem = z.infer<typeof ScoredItem>;

const Places = z.array(Count);

/**
 * What was said of items with a score, ranked: by class, then by falling score, of equal scores the later in the submission first. Columns
 * side by side; `items` are places in `Scorecard.items`, `classes` are numbers of gold's classes.
 */
export const RankedEvents = z.object({
  items: Places,
  classes: Places,
  /** 1 where an event has the score of the one before it, in the same class. */
  ties: Places,
  /** Bit t tells whether it is right at threshold t of its list. */
  hits: Places,
  /** How many things of a class gold has in an item. */
  wanted: z.object({ items: Places, classes: Places, counts: Places }),
});
export type RankedEvents = z.infer<typeof RankedEvents>;

/** A known format mistake found in the predictions, with what the score would be without it. */
export const Diagnosis = z.object({
  id: z.string(),
  title: z.string(),
  explanation: z.string(),
  fix: z.string(),
  /** Items that show it, and the first of them. */
  items: Count,
  examples: z.array(z.string()),
  /** Scores of the same predictions with the mistake mended; shown beside, never instead. */
  mended: Scores,
});
export type Diagnosis = z.infer<typeof Diagnosis>;

/** Repeats of one metric: `pass@k` for 0/1 metrics, `majority@k` for all. */
export const Repeats = z.object({
  samples: z.object({ least: Count, most: Count }),
  /** k (as text) to metric id to value. */
  pass: z.record(z.string(), z.record(z.string(), z.number())),
  majority: z.record(z.string(), z.record(z.string(), z.number())),
});
export type Repeats = z.infer<typeof Repeats>;

/** A point of the curve "share of items with at least t steps whose prefix match is at least t". */
export const CurvePoint = z.object({ x: z.int(), value: z.number(), items: Count });
export type CurvePoint = z.infer<typeof CurvePoint>;

/** The result of scoring one submission. Same input, same bytes, on every host: it holds no clock and no path. */
export const Scorecard = z.object({
  schema: z.literal("stepladder/scorecard/1"),
  track: z.string(),
  scores: Scores,
  /** Slice id to slice value to scores. */
  slices: z.record(z.string(), z.record(z.string(), Scores)),
  /** Curve id to points. */
  curves: z.record(z.string(), z.array(CurvePoint)),
  coverage: z.object({
    items: Count,
    scored: Count,
    unscored: z.record(z.string(), Count),
    /** scored / items. */
    share: z.number(),
  }),
  /** Where predictions were model text: how many records, how many yielded a structured prediction, by which rule. */
  extraction: z.optional(z.object({ attempted: Count, extracted: Count, rules: z.record(z.string(), Count) })),
  repeats: z.optional(Repeats),
  diagnoses: z.array(Diagnosis),
  problems: z.array(ProblemGroup),
  versions: z.object({ stepladder: z.string(), track: z.string() }),
  seed: z.int(),
  hashes: z.object({
    /** Of the files of gold, and of predictions. */
    gold: Sha256,
    predictions: Sha256,
    /** Of gold's items as they are scored, whatever layout and files they came in: results on equal items can be compared. */
    items: Sha256,
    kernels: Sha256,
  }),
  items: z.array(ScoredItem),
  /** List id to its events, where metrics rank them. */
  events: z.optional(z.record(z.string(), RankedEvents)),
});
export type Scorecard = z.infer<typeof Scorecard>;
