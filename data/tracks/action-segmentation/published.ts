import type { EntrySource, Quoted } from "@stepladder/schema";

/** Figures on GTEA as papers print them, quoted by a table of another system; the papers themselves were not at hand. */
interface Printed extends Pick<EntrySource, "id" | "date"> {
  readonly name: string;
  readonly about: string;
  readonly url: string;
  /** F1@10, F1@25, F1@50, edit score and frame accuracy, in percent. */
  readonly percent: string;
}

// Days: the first of the month that the paper's arXiv number names.
const printed: readonly Printed[] = [
  {
    id: "sstda",
    name: "SSTDA",
    date: "2020-03-01",
    about: "MS-TCN with self-supervised temporal domain adaptation.",
    url: "https://arxiv.org/abs/2003.02824",
    percent: "90.0 89.1 78.0 86.2 79.8",
  },
  {
    id: "asrf",
    name: "ASRF",
    date: "2020-07-01",
    about: "A temporal convolutional network whose segments are refined by a second branch that predicts action boundaries.",
    url: "https://arxiv.org/abs/2007.06866",
    percent: "89.4 87.8 79.8 83.7 77.3",
  },
  {
    id: "asformer",
    name: "ASFormer",
    date: "2021-10-01",
    about: "A transformer with local attention that widens layer by layer, and decoders that refine.",
    url: "https://arxiv.org/abs/2110.08568",
    percent: "90.1 88.8 79.2 84.6 79.7",
  },
];

const METRICS = ["f1-at-10", "f1-at-25", "f1-at-50", "edit-score", "frame-accuracy"] as const;

/** Entries of printed figures. */
export const published: readonly (Pick<EntrySource, "id" | "system" | "date"> & {
  readonly quoted: Quoted;
  readonly evidence: "secondary";
})[] = printed.map(({ id, date, name, about, url, percent }) => ({
  id,
  date,
  system: { name, kind: "system", about, url },
  evidence: "secondary",
  quoted: {
    source: "https://github.com/r09921135/cfa",
    where: "README.md @2efb0bc, table of the GTEA dataset",
    decimals: 3,
    scores: Object.fromEntries(
      percent.split(" ").map((value, at) => [METRICS[at] as string, { value: Number((Number(value) / 100).toFixed(3)) }]),
    ),
    slices: {},
  },
}));
