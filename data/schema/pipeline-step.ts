import * as z from "zod/mini";

/** What one step of a recipe does, as a run records it: the name of the step, its options, and what came of its input. */
export const PipelineStep = z.object({
  step: z.string(),
  /** sha256 of step name, options, code version and inputs: the key its output is cached under. */
  key: z.string(),
  options: z.record(z.string(), z.unknown()),
  /** Records it passed on, where it counts them. */
  records: z.optional(z.int()),
  /** Reason to number of records dropped for it, where it drops any. */
  dropped: z.optional(z.record(z.string(), z.int())),
  /** Output file name to its sha256. */
  outputs: z.record(z.string(), z.string()),
});
export type PipelineStep = z.infer<typeof PipelineStep>;
