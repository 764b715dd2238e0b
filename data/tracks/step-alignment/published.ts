import type { EntrySource, Quoted } from "@stepladder/schema";

/** A system with its accuracy, in percent as printed. */
interface Row {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly percent: string;
}

// biome-ignore format: a table
export const rows: readonly Row[] = [
  { id: "ara-sequential", name: "Sequential order", percent: "16.5", about: "Actions aligned in the order of the text, as printed with ARA." },
  { id: "ara-cosine", name: "Cosine similarity", percent: "41.5", about: "The action whose embedding is the most similar one." },
  { id: "ara-naive", name: "Naive model", percent: "52.1", about: "Common pairs of actions by heuristics." },
  { id: "ara-base", name: "Alignment model (base)", percent: "66.3", about: "A trained model of the actions' embeddings." },
  { id: "ara-extended", name: "Alignment model (extended)", percent: "72.4", about: "A trained model that also reads the actions before and after in both action graphs." },
];

const SOURCE = "https://github.com/interactive-cookbook/ara";

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
    // First day of EMNLP 2021, for the page tells no day.
    date: "2021-11-07",
    quoted: {
      source: SOURCE,
      where: "Alignment_Model/README.md @1339920, Results, column Accuracy",
      decimals: 3,
      scores: { "plan-accuracy": { value: Number((Number(percent) / 100).toFixed(3)) } },
      slices: {},
    },
  };
}
