import * as z from "zod/mini";

/** How much a problem costs: an `error` means input was not used as given, a `warning` that it was used but deserves a look. */
export const Severity = z.enum(["error", "warning"]);
export type Severity = z.infer<typeof Severity>;

/** One thing wrong with the input, told to a person: where, what was expected, what was found, how to mend it. */
export const Problem = z.object({
  /** Stable kebab-case name of the kind, e.g. `not-json`, `missing-prediction`. */
  kind: z.string(),
  severity: Severity,
  file: z.optional(z.string()),
  /** 1-based line of a line-based file, or 1-based record of any other. */
  line: z.optional(z.int()),
  /** Id of the item, where known. */
  id: z.optional(z.string()),
  /** Path inside the record, e.g. `prediction.intermediate[3]`. */
  field: z.optional(z.string()),
  expected: z.string(),
  found: z.string(),
  fix: z.string(),
});
export type Problem = z.infer<typeof Problem>;

/** All problems of one kind: how many, and the first hundred. */
export const ProblemGroup = z.object({ kind: z.string(), severity: Severity, count: z.int(), examples: z.array(Problem) });
export type ProblemGroup = z.infer<typeof ProblemGroup>;

/** How many examples of each kind are kept. */
export const PROBLEM_EXAMPLES = 100;
