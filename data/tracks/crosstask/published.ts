import type { EntrySource, Quoted } from "@stepladder/schema";

/** A system with its cell of the table's column CrossTask, in percent. */
interface Row {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly percent: string;
}

// biome-ignore format: a table
export const rows: readonly Row[] = [
  { id: "zhukov", name: "Zhukov et al.", percent: "40.5", about: "Components shared among the steps of tasks, learnt from narrated videos; printed as the first row of NaSVA's table." },
  { id: "univl", name: "UniVL", percent: "42.0", about: "A video and language model trained on narrated videos." },
  { id: "vina", name: "VINA", percent: "44.8", about: "Steps of articles grounded in videos, directly and by way of the narration; never trained on CrossTask." },
  { id: "nasva", name: "NaSVA", percent: "46.7", about: "Steps aligned to videos after training on narrations rewritten by a language model; never trained on CrossTask." },
];

const SOURCE = "https://github.com/Lzq5/Video-Text-Alignment";

/** What the recipe needs of a row. */
export function publishedSource({
  id,
  name,
  about,
  percent,
}: Row): Pick<EntrySource, "id" | "system" | "date"> & { readonly quoted: Quoted } {
  return {
    id,
    system: { name, kind: "system", about, url: SOURCE },
    // Day of the repository's commit c3517ed.
    date: "2025-04-24",
    quoted: {
      source: SOURCE,
      where: "resources/results.png, branch page @5d5f0ff, column CrossTask, zero-shot",
      decimals: 3,
      scores: { "average-recall": { value: Number((Number(percent) / 100).toFixed(3)) } },
      slices: {},
    },
  };
}
