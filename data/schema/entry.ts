import * as z from "zod/mini";
import { Scores } from "./scorecard.ts";

/** How a result is known; kinds are never mixed silently, and ranks are computed among `recomputed` only. */
export const Evidence = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("recomputed"),
    /** sha256 of the decompressed predictions, the gold and the wasm that scored them. */
    predictions: z.string(),
    gold: z.string(),
    kernels: z.string(),
  }),
  z.object({ kind: z.literal("published"), source: z.url(), where: z.string() }),
  z.object({ kind: z.literal("secondary"), source: z.url(), where: z.string() }),
  z.object({ kind: z.literal("self-reported"), source: z.optional(z.url()) }),
]);
export type Evidence = z.infer<typeof Evidence>;

/** One system's result on a track. */
export const Entry = z.object({
  schema: z.literal("stepladder/entry/1"),
  track: z.string(),
  system: z.object({
    name: z.string(),
    kind: z.enum(["system", "baseline"]),
    /** One sentence: what it does. */
    about: z.string(),
    url: z.optional(z.url()),
  }),
  date: z.iso.date(),
  evidence: Evidence,
  coverage: z.object({ items: z.int(), scored: z.int() }),
  scores: Scores,
  slices: z.record(z.string(), z.record(z.string(), Scores)),
  /** File name of the pack beside this record; only where the items were scored here. */
  pack: z.optional(z.string()),
});
export type Entry = z.infer<typeof Entry>;
