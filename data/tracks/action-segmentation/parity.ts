import type { Scorecard } from "@stepladder/schema";
import { Comparing, type GoldenFiles, type Parity, type ParityCase } from "@stepladder/wasm/host/parity.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import track from "./track.ts";

const EXPECTED = "expected.json";

/** Figures in the order of `fields`, in percent with four decimals, as eval.py prints them. */
interface Expected {
  readonly splits: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>;
  readonly mean: Readonly<Record<string, readonly unknown[]>>;
}

const FIELDS = ["frame-accuracy", "edit-score", "f1-at-10", "f1-at-25", "f1-at-50"] as const;

/** Figures of MS-TCN's eval.py for the released predictions of Self-Action: each split of each data set, and the mean over its splits. */
const parity: Parity = {
  track: "action-segmentation",
  folder: "tas-selfaction",
  metrics: FIELDS,
  async *cases(files, kernels) {
    const expected = files.get(EXPECTED);
    if (expected === undefined) {
      yield absent("Self-Action", `${EXPECTED} is not at hand`);
      return;
    }
    const { splits, mean } = await read(expected);
    for (const [dataset, figures] of Object.entries(splits)) {
      const name = `Self-Action on ${dataset}`;
      const gold = below(files, `data/${dataset}/`);
      const predictions = below(files, `results/${dataset}/`);
      if (gold.length === 0 || predictions.length === 0) {
        yield absent(name, `figures of ${Object.keys(figures).length} splits are named, its labels and predictions are not at hand`);
        continue;
      }
      const card = await scoreTrack({ track, gold, predictions, kernels });
      yield compared(name, dataset, card, figures, mean[dataset] ?? []);
    }
  },
};
export default parity;

function absent(name: string, reason: string): ParityCase {
  return { name, compared: 0, different: [], absent: reason };
}

function below(files: GoldenFiles, folder: string): Source[] {
  return [...files].filter(([name]) => name.startsWith(folder)).map(([, source]) => source);
}

async function read(source: Source): Promise<Expected> {
  const batches = await Array.fromAsync(readSource(source, { problem: () => {} }));
  return batches.flat()[0]?.value as Expected;
}

function compared(
  name: string,
  dataset: string,
  { scores, slices, coverage }: Scorecard,
  splits: Expected["splits"][string],
  mean: readonly unknown[],
): ParityCase {
  const comparing = new Comparing();
  comparing.same("videos without a prediction", coverage.items - coverage.scored, 0);
  const compare = (what: string, own: Scorecard["scores"] | undefined, official: readonly unknown[]): void => {
    for (const [at, id] of FIELDS.entries()) comparing.same(`${what} ${id}`, printed(own?.[id]?.value), official[at]);
  };
  for (const [split, figures] of Object.entries(splits)) compare(`split ${split}`, slices.split?.[`${dataset}/split${split}`], figures);
  compare("mean over splits", scores, mean);
  return comparing.result(name);
}

/** A value as eval.py prints it. */
function printed(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Number((100 * value).toFixed(4));
}
