import type { EntrySource, Figures, Quoted } from "@stepladder/schema";

type Published = Pick<EntrySource, "id" | "system" | "date"> & { readonly quoted: Quoted };

/** Figures in percent, as a source prints them; AUC where it prints one. */
interface Row {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly recall: string;
  readonly auc?: string;
}

interface Source {
  readonly url: string;
  readonly where: string;
  /** Day of the commit. */
  readonly date: string;
  readonly rows: readonly Row[];
}

const CLIP = "CLIP ViT-B/32: similarity of each sentence and each second";
const NCE = "MIL-NCE: similarity of each sentence and each second";
const GLOBAL = "over the whole video at once";
const MOVING = "averaged over windows of 64 seconds";

// biome-ignore format: a table
const sources: readonly Source[] = [
  {
    url: "https://github.com/TengdaHan/TemporalAlignNet",
    where: "htm_align/readme.md @28b5e04",
    date: "2023-10-09",
    rows: [
      { id: "clip-global", name: "CLIP ViT-B/32 (global)", about: `${CLIP}, ${GLOBAL}.`, recall: "17.5", auc: "70.9" },
      { id: "clip-window", name: "CLIP ViT-B/32 (64 s window)", about: `${CLIP}, ${MOVING}.`, recall: "23.4", auc: "70.9" },
      { id: "mil-nce-global", name: "MIL-NCE (global)", about: `${NCE}, ${GLOBAL}.`, recall: "28.7", auc: "73.3" },
      { id: "mil-nce-window", name: "MIL-NCE (64 s window)", about: `${NCE}, ${MOVING}.`, recall: "34.2", auc: "73.4" },
      { id: "tan-exp-d", name: "TAN (HTM-370K, experiment D)", about: `A network trained to align narration and video, ${MOVING}.`, recall: "49.8", auc: "75.1" },
    ],
  },
  {
    url: "https://github.com/Lzq5/Video-Text-Alignment",
    where: "resources/results.png, branch page @5d5f0ff",
    date: "2025-04-24",
    rows: [
      { id: "tan-star", name: "TAN*", about: "TAN as printed by NaSVA's authors in their table, with an asterisk.", recall: "47.1" },
      { id: "vina", name: "VINA", about: "Steps of articles grounded in videos, directly and by way of the narration.", recall: "66.5" },
      { id: "nasva", name: "NaSVA", about: "Trained on narrations rewritten by a language model.", recall: "71.6" },
    ],
  },
  {
    url: "https://github.com/Lzq5/Video-Text-Alignment",
    where: "README.md @c3517ed, released checkpoints",
    date: "2025-04-24",
    rows: [{ id: "nsva-narration", name: "NSVA_narration.pth", about: "The checkpoint that NaSVA's authors released, as their readme has it.", recall: "69.8" }],
  },
];

/** Every quoted entry. */
export const published: readonly Published[] = sources.flatMap(({ url, where, date, rows }) =>
  rows.map(({ id, name, about, recall, auc }) => ({
    id,
    system: { name, kind: "system", about, url },
    date,
    quoted: { source: url, where, decimals: 3, scores: figures(recall, auc), slices: {} },
  })),
);

function figures(recall: string, auc: string | undefined): Figures {
  return {
    "pointing-recall": { value: fraction(recall) },
    ...(auc === undefined ? {} : { "alignability-auc": { value: fraction(auc) } }),
  };
}

/** Percent as printed, with one decimal, as a fraction. */
function fraction(percent: string): number {
  return Number((Number(percent) / 100).toFixed(3));
}
