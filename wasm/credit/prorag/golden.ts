import type { Golden } from "../golden.ts";
import { dualAdvantages } from "./abi.ts";

interface Official {
  readonly dual_granularity: readonly {
    readonly beta: number;
    readonly rewards: readonly number[];
    readonly prm: readonly (readonly number[])[];
    readonly mask: readonly (readonly number[])[];
    readonly advantages: readonly (readonly number[])[];
  }[];
}

export const prorag: Golden = {
  unit: "prorag",
  file: "prorag/golden/prorag.json",
  // The official sums run over tokens in another order.
  tolerance: 1e-12,
  cases: (official, kernels) =>
    (official as Official).dual_granularity.map(({ beta, rewards, prm, mask, advantages }, i) => {
      // Here every token is a step of its own, of one generated token or none.
      const group = rewards.map((reward, t) => ({ reward, scores: prm[t] as readonly number[], tokens: mask[t] as readonly number[] }));
      const actual = dualAdvantages(kernels, group, beta).flatMap((steps) => [...steps]);
      return { name: `group ${i}`, expected: advantages.flat(), actual };
    }),
};
