import type { Golden } from "../golden.ts";
import { stepRewards, truncated } from "./abi.ts";

interface Official {
  readonly step_cases: readonly {
    readonly turn: number;
    readonly budget: number;
    readonly lambda: number;
    readonly eta: number;
    readonly candidates: readonly {
      readonly r_think?: number;
      readonly r_action?: number;
      readonly action?: string;
      readonly reward: number;
    }[];
    readonly advantages: readonly number[];
    readonly select_probs: readonly number[];
  }[];
}

export const slate: Golden = {
  unit: "slate",
  file: "slate/golden/slate.json",
  tolerance: 1e-15,
  cases: (official, kernels) =>
    (official as Official).step_cases.map(({ turn, budget, lambda, eta, candidates, advantages, select_probs }, i) => {
      const rewards = candidates.map(({ reward }) => reward);
      // One case gives rewards alone.
      const judged = candidates.map(({ r_think, r_action, reward }) => (r_think === undefined ? reward : r_think + (r_action as number)));
      const ends = candidates.map(({ action }) => Number(action === "answer"));
      const found = truncated(kernels, rewards, eta);
      return {
        name: `step case ${i}`,
        expected: [...rewards, ...advantages, ...select_probs],
        actual: [...stepRewards(kernels, { judged, ends, turn }, { budget, lambda }), ...found.advantages, ...found.probabilities],
      };
    }),
};
