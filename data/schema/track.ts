import * as z from "zod/mini";

/** The part of a track's declaration that is data: what the site prints and `stepladder tracks --json` lists. */
export const TrackCard = z.object({
  id: z.string(),
  title: z.string(),
  /** One sentence: what a system is asked to do. */
  summary: z.string(),
  /** What a reader of its figures must know first, in one sentence. */
  note: z.optional(z.string()),
  /** Task family, which names the viewer and the kernel. */
  family: z.string(),
  version: z.string(),
  /** Metric ids; the first one ranks the board. */
  metrics: z.array(z.string()).check(z.minLength(1)),
  slices: z.array(z.object({ id: z.string(), title: z.string() })),
  /** What an item without a readable prediction costs, in one sentence. */
  unscored: z.string(),
  papers: z.array(z.object({ title: z.string(), url: z.url() })),
  sources: z.array(z.object({ title: z.string(), url: z.url(), licence: z.string(), sha256: z.optional(z.string()) })),
  formats: z.array(z.object({ id: z.string(), title: z.string() })),
  /** Whether gold is generated here, or must be imported or dropped by the person who holds it. */
  gold: z.enum(["generated", "imported"]),
});
export type TrackCard = z.infer<typeof TrackCard>;
