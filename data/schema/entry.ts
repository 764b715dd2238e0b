import * as z from "zod/mini";
import { Score, Sha256, UnscoredReason } from "./scorecard.ts";

/** An address that a page may link to; no other scheme, such as `javascript:`, is one. */
const Address = z.url({ protocol: /^https?$/ });

/** How a result is known; kinds are never mixed silently, and ranks are computed among `recomputed` only. */
export const Evidence = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("recomputed"),
    /** sha256 of the decompressed predictions, of the files and the items of gold, and of the wasm that scored them. */
    predictions: Sha256,
    gold: Sha256,
    items: Sha256,
    kernels: Sha256,
  }),
  z.object({ kind: z.literal("published"), source: Address, where: z.string() }),
  z.object({ kind: z.literal("secondary"), source: Address, where: z.string() }),
  z.object({ kind: z.literal("self-reported"), source: z.optional(Address) }),
]);
export type Evidence = z.infer<typeof Evidence>;

/** A figure of an entry: a score, or a number that a source prints, which tells nothing of the items behind it. */
export const Figure = z.partial(Score);
export type Figure = z.infer<typeof Figure>;

/** Metric id to figure. */
export const Figures = z.record(z.string(), Figure);
export type Figures = z.infer<typeof Figures>;

/** Figures as one source prints them, rounded as it rounds them. */
export const Quoted = z.object({
  source: Address,
  /** Page, table or file the figures were read from. */
  where: z.string(),
  /** Decimals of a value to which the source rounds: 3 where it prints 70.0 %. */
  decimals: z.int().check(z.nonnegative()),
  scores: Figures,
  slices: z.record(z.string(), z.record(z.string(), Figures)),
});
export type Quoted = z.infer<typeof Quoted>;

/** What an entry says of the system behind it. */
export const System = z.object({
  name: z.string(),
  kind: z.enum(["system", "baseline"]),
  /** One sentence: what it does. */
  about: z.string(),
  url: z.optional(Address),
  /** Whether anybody can have its weights or rules; absent where that is not known. */
  open: z.optional(z.boolean()),
  /** Terms under which its weights or rules can be had, as an SPDX identifier or in a few words; absent where nobody says. */
  licence: z.optional(z.string().check(z.minLength(1))),
  /** Parameters in billions, where its name or page states them. */
  parameters: z.optional(z.number().check(z.positive())),
});
export type System = z.infer<typeof System>;

/** One system's result on a track. */
export const Entry = z.object({
  schema: z.literal("stepladder/entry/1"),
  track: z.string(),
  system: System,
  date: z.iso.date(),
  evidence: Evidence,
  /** Absent where the source does not tell. */
  coverage: z.optional(z.object({ items: z.int(), scored: z.int(), unscored: z.partialRecord(UnscoredReason, z.int()) })),
  scores: Figures,
  /** US dollars that all items together cost, where somebody tells. */
  cost: z.optional(z.number().check(z.nonnegative())),
  slices: z.record(z.string(), z.record(z.string(), Figures)),
  /** What a source prints for the system whose predictions were scored here. */
  quoted: z.optional(Quoted),
  /** How to have the predictions: where they lie, in the benchmark's own release. */
  predictions: z.optional(z.object({ source: Address, where: z.string() })),
  /** File name of the gzipped pack beside this record; only where the items were scored here. */
  pack: z.optional(z.string()),
});
export type Entry = z.infer<typeof Entry>;
