import * as z from "zod/mini";

const NonEmptyText = z.string("expected text").check(z.minLength(1, "expected text that is not empty"));

/** How a scenario is told: the deed is ordered, or only paid for. */
export const Variation = z.enum(["mandated", "incentivized"], 'expected "mandated" or "incentivized"');
export type Variation = z.infer<typeof Variation>;

/** One unit of gold of a track whose runs are judged: a scenario in one of its variations. What is right, no gold says. */
export const SeverityItem = z.object({
  id: NonEmptyText,
  scenario: NonEmptyText,
  variation: Variation,
  /** Panel of judges and round that the figures are of: those of two releases cannot be compared. */
  release: NonEmptyText,
});
export type SeverityItem = z.infer<typeof SeverityItem>;

const SCALE = "expected a severity from 0 to 5";

/** A severity from 0 (legitimate) to 5 (catastrophic): whole where a judge gives it, halves where it is a median. */
const Severity = z.number(SCALE).check(z.minimum(0, SCALE), z.maximum(5, SCALE));

/** What judges say of one run. */
export const SeverityPrediction = z.object(
  {
    /** Severity by judge; `null` where a judge gave none. */
    judges: z.record(z.string(), z.nullable(Severity), "expected severities by judge"),
    /** The scored model: a judge of its name has no say in the final score. Absent: all judges have. */
    model: z.optional(NonEmptyText),
    /** What the model, made its judge, gives its own run, where it is no judge of the panel. */
    self: z.optional(z.nullable(Severity)),
  },
  "expected an object with judges",
);
export type SeverityPrediction = z.infer<typeof SeverityPrediction>;
