import { Comparing, type Parity } from "@stepladder/wasm/host/parity.ts";
import { readSource } from "@stepladder/wasm/intake/read.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import { measured } from "@stepladder/wasm/metrics/asked.ts";
import { stepFrames } from "@stepladder/wasm/metrics/frames/measure.ts";
import { setsOfCuts } from "@stepladder/wasm/metrics/frames/sets.ts";
import { split } from "@stepladder/wasm/metrics/frames/split.ts";
import { plainNumbers } from "../records.ts";

const GOLDEN = "golden/split_cases.json";

interface SplitCase {
  readonly n: number;
  readonly min_size: number;
  readonly features: readonly (readonly number[])[];
  readonly splits: readonly number[];
  readonly segment_std: readonly number[];
  readonly avg_std: number;
  readonly gt_cuts: readonly number[];
  readonly step_jaccard: readonly number[];
}

/** No official program exists; the golden values are of Algorithm 1 as it is printed, in plain Python. */
const parity: Parity = {
  track: "perceptual-rewards",
  folder: "perceptual-rewards",
  metrics: ["step-jaccard"],
  reconstructed: ["Algorithm 1 and Jaccard"],
  async *cases(files, kernels) {
    const name = "Algorithm 1 and Jaccard";
    const source = files.get(GOLDEN);
    if (source === undefined) {
      yield { name, compared: 0, different: [], absent: `not at hand: ${GOLDEN}` };
      return;
    }
    const comparing = new Comparing();
    for (const [i, golden] of (await cases(source)).entries()) {
      const { n, min_size, features, splits, segment_std, avg_std, gt_cuts, step_jaccard } = golden;
      const found = split(kernels, features, n, min_size);
      const at = (what: string): string => `case ${i + 1} ${what}`;
      comparing.same(at("splits"), found?.cuts.join(), splits.join());
      for (const [segment, std] of segment_std.entries()) comparing.same(at(`segment_std ${segment}`), found?.stds[segment], std);
      comparing.same(at("avg_std"), found?.mean, avg_std);
      // One step at a time: the kernel has a column of its own for the first three only.
      const [gold, told] = [gt_cuts, found?.cuts ?? []].map((cuts) => setsOfCuts(cuts, features.length));
      for (const [step, expected] of step_jaccard.entries()) {
        const [row] = measured(stepFrames, [{ gold: gold?.slice(step, step + 1), answer: told?.slice(step, step + 1) }], kernels);
        comparing.same(at(`step_jaccard ${step}`), row?.["step-jaccard-1"], expected);
      }
    }
    yield comparing.result(name);
  },
};
export default parity;

async function cases(source: Source): Promise<SplitCase[]> {
  const all: unknown[] = [];
  for await (const batch of readSource(source, { problem: () => {} })) for (const { value } of batch) all.push(plainNumbers(value));
  return all as SplitCase[];
}
