import type { Golden } from "../golden.ts";
import { renorm } from "./abi.ts";

interface Official {
  readonly renorm: readonly {
    readonly turn_scores: readonly (readonly [score: number, maximum: number] | null)[];
    readonly orm: number;
    readonly beta: number;
    readonly rewards: readonly number[];
  }[];
}

export const ppr: Golden = {
  unit: "ppr",
  file: "ppr/golden/ppr.json",
  tolerance: 0,
  cases: (official, kernels) =>
    (official as Official).renorm.map(({ turn_scores, orm, beta, rewards }, i) => {
      const part = (at: 0 | 1) => turn_scores.map((turn) => turn?.[at] ?? Number.NaN);
      return { name: `renorm ${i}`, expected: rewards, actual: renorm(kernels, { scores: part(0), maxima: part(1) }, orm, beta) };
    }),
};
