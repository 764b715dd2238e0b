import * as z from "zod/mini";

/** One publication and the figures it prints. */
export const Paper = z.object({
  schema: z.literal("stepladder/paper/1"),
  slug: z.string(),
  title: z.string(),
  date: z.iso.date(),
  /** arXiv number, DOI or venue page. */
  links: z.array(z.object({ title: z.string(), url: z.url() })),
  /** Our own two sentences. */
  about: z.string(),
  kind: z.enum(["benchmark", "data set", "method", "tool"]),
  /** Ids of the tracks it defines or is measured on. */
  tracks: z.array(z.string()),
  figures: z.array(
    z.object({
      benchmark: z.string(),
      setting: z.optional(z.string()),
      system: z.string(),
      metric: z.string(),
      value: z.number(),
      /** Page, table or file the figure was read from. */
      where: z.string(),
      evidence: z.enum(["published", "secondary", "self-reported"]),
    }),
  ),
  caveats: z.array(z.string()),
});
export type Paper = z.infer<typeof Paper>;
