import * as z from "zod/mini";

/** A prediction record in Stepladder's own JSONL layout; a track's `formats` say which others it reads. */
export const Prediction = z.object({
  id: z.string().check(z.minLength(1)),
  /** 0-based repeat of the same item; repeats are averaged, they never count as items. */
  sample: z.optional(z.int().check(z.nonnegative())),
  /** The structured prediction of the track's task family ... */
  prediction: z.optional(z.unknown()),
  /** ... or the model's raw text, from which the track's extractor makes one. */
  output: z.optional(z.string()),
});
export type Prediction = z.infer<typeof Prediction>;

/** A file or files of predictions for one track, as a scorecard or an entry refers to it. */
export const Submission = z.object({
  track: z.string(),
  /** Names as given, without folders above the one dropped, with the format that read them. */
  files: z.array(z.object({ name: z.string(), format: z.string(), records: z.int(), sha256: z.string() })),
});
export type Submission = z.infer<typeof Submission>;
