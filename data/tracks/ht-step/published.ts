import type { EntrySource, Quoted } from "@stepladder/schema";

/** A system with its R@1 on HT-Step, in percent as printed. */
interface Row {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly percent: string;
  readonly where: string;
  readonly open?: boolean;
}

const TABLE = "resources/results.png, branch page @5d5f0ff, column HT-Step";

// biome-ignore format: a table
export const rows: readonly Row[] = [
  { id: "tan", name: "TAN*", percent: "31.2", where: TABLE, about: "The Temporal Alignment Network, which aligns sentences with video, as NaSVA's table lists it; the page does not say what the star stands for." },
  { id: "vina", name: "VINA", percent: "37.4", where: TABLE, about: "Steps of articles grounded in videos, directly and by way of the narration." },
  { id: "nasva", name: "NaSVA", percent: "46.4", where: TABLE, about: "Steps aligned to videos after training on narrations rewritten by a language model as steps." },
  { id: "nsva-step", name: "NSVA_step.pth", percent: "47.0", where: "README @c3517ed, released checkpoints", about: "The released checkpoint of NaSVA for steps.", open: true },
];

const SOURCE = "https://github.com/Lzq5/Video-Text-Alignment";

/** What the recipe needs of a row. */
export function publishedSource({
  id,
  name,
  about,
  percent,
  where,
  open,
}: Row): Pick<EntrySource, "id" | "system" | "date"> & { readonly quoted: Quoted } {
  return {
    id,
    system: { name, kind: "system", about, url: SOURCE, ...(open === undefined ? {} : { open }) },
    // Day of the repository's commit c3517ed.
    date: "2025-04-24",
    quoted: {
      source: SOURCE,
      where,
      decimals: 3,
      scores: { "pointing-recall": { value: Number((Number(percent) / 100).toFixed(3)) } },
      slices: {},
    },
  };
}
