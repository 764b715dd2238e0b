import type { EntrySource, Figures, Quoted } from "@stepladder/schema";

/** A row of the paper's tables in percent: for each setting its steps in order, then the average that is printed. */
interface Row {
  readonly id: string;
  readonly name: string;
  readonly kind: "system" | "baseline";
  readonly about: string;
  readonly metric: "step" | "reward";
  /** Setting to figures. */
  readonly figures: Readonly<Record<string, string>>;
}

const WHERE = {
  step: "Table 1 of the ICLR 2017 text: step discovery on training videos",
  reward: "Table 2 of the ICLR 2017 text: reward accuracy on test videos",
} as const;

export const rows: readonly Row[] = [
  {
    id: "paper-ordered-random-steps",
    name: "Ordered random steps (paper)",
    kind: "baseline",
    about: "The paper's baseline for step discovery, on its own videos.",
    metric: "step",
    figures: {
      "door, 2 steps": "59.4 45.6 52.5",
      "door, 3 steps": "48.0 58.1 60.1 55.4",
      "pouring, 2 steps": "65.2 66.6 65.9",
      "pouring, 3 steps": "46.2 46.3 66.3 52.9",
    },
  },
  {
    id: "paper-unsupervised-steps",
    name: "Unsupervised steps (paper)",
    kind: "system",
    about: "The paper's step discovery, Algorithm 1 on features of a network trained on ImageNet, on its own videos.",
    metric: "step",
    figures: {
      "door, 2 steps": "84.0 68.1 76.1",
      "door, 3 steps": "57.6 75.1 68.1 66.9",
      "pouring, 2 steps": "92.3 90.5 91.6",
      "pouring, 3 steps": "79.7 48.0 48.6 58.8",
    },
  },
  {
    id: "paper-random-rewards",
    name: "Random rewards (paper)",
    kind: "baseline",
    about: "The paper's baseline for rewards, true or false at random for each frame, on its own videos.",
    metric: "reward",
    figures: {
      "door, 2 steps": "41.5 23.4 32.4",
      "door, 3 steps": "21.5 32.9 25.4 26.6",
      "pouring, 2 steps": "40.9 25.1 33.0",
      "pouring, 3 steps": "22.0 39.4 14.0 25.2",
    },
  },
  {
    id: "paper-learned-rewards",
    name: "Learned rewards (paper)",
    kind: "system",
    about: "The paper's rewards of features chosen without labels, on its own videos.",
    metric: "reward",
    figures: {
      "door, 2 steps": "85.1 59.7 72.4",
      "door, 3 steps": "56.9 47.7 54.1 52.9",
      "pouring, 2 steps": "76.2 54.6 65.4",
      "pouring, 3 steps": "32.9 55.2 32.2 40.0",
    },
  },
];

/** Figures of the paper by setting. It prints none over all its videos, so none stands beside ours on the board. */
export const publishedFigures: readonly (Pick<EntrySource, "id" | "system" | "date"> & { readonly quoted: Quoted })[] = rows.map(
  ({ id, name, kind, about, metric, figures }) => ({
    id,
    system: { name, kind, about },
    // Day of the first version.
    date: "2016-12-20",
    quoted: {
      source: "https://arxiv.org/abs/1612.06699",
      where: WHERE[metric],
      decimals: 3,
      scores: {},
      slices: { setting: Object.fromEntries(Object.entries(figures).map(([setting, row]) => [setting, figuresOf(metric, row)])) },
    },
  }),
);

function figuresOf(metric: Row["metric"], row: string): Figures {
  const printed = row.split(" ").map((percent) => ({ value: Number((Number(percent) / 100).toFixed(3)) }));
  const steps = printed.slice(0, -1).map((figure, i) => [`${metric}-jaccard-${i + 1}`, figure] as const);
  return { [`${metric}-jaccard`]: printed.at(-1) ?? {}, ...Object.fromEntries(steps) };
}
