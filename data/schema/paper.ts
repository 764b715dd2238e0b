import * as z from "zod/mini";

/** An address that a page may link to. */
const Address = z.url({ protocol: /^https?$/ });

/** A lower-case name that can be part of an address, such as `gpt-4o` or `qwen2.5-7b`. */
const Id = z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]*$/));

/** A day, or the month where no source tells the day. */
const Day = z.string().check(z.regex(/^\d{4}-\d{2}(-\d{2})?$/));

/**
 * How a printed figure is known: `published` by those who measured it, `secondary` by somebody who quotes them, `self-reported` without a
 * source, `rescored` outside this site from released outputs with the benchmark's own code, `derived` from printed figures and printed nowhere.
 */
export const FIGURE_EVIDENCE = ["published", "secondary", "self-reported", "rescored", "derived"] as const;
export type FigureEvidence = (typeof FIGURE_EVIDENCE)[number];

/** A figure as its source prints it, digit by digit: a number, a count such as `29/334`, or a range such as `39-42`. */
export const PrintedValue = z.string().check(z.regex(/^(-?\d*\.?\d+|\d+\/\d+|\d+(\.\d+)?-\d+(\.\d+)?)$/));

/** What one system reached in one setting: a figure per metric of the table, `null` where the source has none. */
export const FigureRow = z.object({
  system: Id,
  /** How it was measured, where the source tells: the model behind a method, a subset, a way of decoding. */
  setting: z.optional(z.string()),
  values: z.array(z.nullable(PrintedValue)),
  /** Items or runs behind the figures, where the source tells. */
  items: z.optional(z.int().check(z.positive())),
});
export type FigureRow = z.infer<typeof FigureRow>;

/** Figures of one benchmark from one document. */
export const FigureTable = z.object({
  benchmark: Id,
  /** Which version of the benchmark's items; figures of different versions are not comparable. Absent: the one that all know, or not told. */
  version: z.optional(z.string()),
  evidence: z.enum(FIGURE_EVIDENCE),
  /** The address of the document, or what it is where it has none. */
  source: z.string(),
  /** Table, page or file. */
  where: z.optional(z.string()),
  /** Columns, with the unit that the source prints. */
  metrics: z.array(z.object({ metric: Id, unit: z.string() })).check(z.minLength(1)),
  rows: z.array(FigureRow).check(z.minLength(1)),
});
export type FigureTable = z.infer<typeof FigureTable>;

/** One publication, and the figures that it or others print of what it is about. */
export const Paper = z.object({
  schema: z.literal("stepladder/paper/1"),
  slug: Id,
  /** One of the thirty-four that the project starts from, or a neighbour whose benchmark is a track here. */
  shelf: z.enum(["starting", "neighbour"]),
  /** The name of its system or benchmark. */
  name: z.string(),
  title: z.string(),
  date: Day,
  authors: z.optional(z.object({ count: z.optional(z.int().check(z.positive())), affiliation: z.optional(z.string()) })),
  identifiers: z.object({ arxiv: z.optional(z.string().check(z.regex(/^\d{4}\.\d{5}$/))), venue: z.optional(z.string()) }),
  links: z.array(z.object({ title: z.string(), url: Address })),
  /** Our own two sentences: what it contributes. */
  about: z.string(),
  kinds: z.array(z.enum(["benchmark", "data set", "method", "tool"])).check(z.minLength(1)),
  /** Task families. */
  families: z.array(z.string()).check(z.minLength(1)),
  /** What tells right from wrong in training or scoring: rows of the map of the field. */
  supervision: z.array(
    z.enum(["reference states", "step labels", "final answer", "execution", "model judge", "human judge", "demonstrations", "constraints"]),
  ),
  /** Tracks here, and how they stand to the paper. */
  tracks: z.array(z.object({ track: Id, relation: z.enum(["defines", "measured on", "related"]) })),
  code: z.optional(z.object({ url: z.optional(Address), /** Absent where none is named. */ licence: z.optional(z.string()) })),
  data: z.optional(z.object({ url: z.optional(Address), licence: z.optional(z.string()) })),
  /** What a reader of the figures has to know: contradicting sources, errors in tables, other versions of a set, what was not found. */
  caveats: z.array(z.string()),
  /** Why there are none, where `figures` is empty. */
  withoutFigures: z.optional(z.string()),
  /** Why something of it is not here, where no other record says so: a sentence each. */
  missing: z.optional(
    z.object({
      kernel: z.optional(z.string()),
      predictions: z.optional(z.string()),
      /** A live illustration of its way of giving steps credit. */
      illustration: z.optional(z.string()),
    }),
  ),
  /** Written by `stepladder import-figures`, in the order of its file. */
  figures: z.array(FigureTable),
});
export type Paper = z.infer<typeof Paper>;

const Named = {
  name: z.string(),
  /** Other spellings; case, blanks, hyphens and underscores make no difference. */ aliases: z.optional(z.array(z.string())),
};

export const BenchmarkName = z.object({
  ...Named,
  family: z.string(),
  /** Where it is no benchmark that others run: a mean over several, or a study of one paper. */
  of: z.optional(z.enum(["mean", "study"])),
  /** The track that scores it here. */
  track: z.optional(Id),
  /** What it lacks to be scored here; absent where it has a track. */
  missing: z.optional(z.string()),
});
export type BenchmarkName = z.infer<typeof BenchmarkName>;

export const MetricName = z.object({
  ...Named,
  /** What a figure of it counts where its source does not say. */
  unit: z.string(),
  better: z.enum(["higher", "lower", "neither"]),
  /** What is unclear about every figure of it. */
  unclear: z.optional(z.string()),
});
export type MetricName = z.infer<typeof MetricName>;

export const SystemName = z.object({
  ...Named,
  /** `part`: a part played in one study, such as its base model, a comparison or a group; it has no results of its own elsewhere. */
  kind: z.enum(["model", "method", "baseline", "people", "part"]),
  /** Id of the model that it is a dated version of. */
  variantOf: z.optional(Id),
});
export type SystemName = z.infer<typeof SystemName>;

/** The one table of names: id to the name that is shown, and the spellings that mean it. */
export const Names = z.object({
  schema: z.literal("stepladder/names/1"),
  benchmarks: z.record(Id, BenchmarkName),
  metrics: z.record(Id, MetricName),
  systems: z.record(Id, SystemName),
});
export type Names = z.infer<typeof Names>;
