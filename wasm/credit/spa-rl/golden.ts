import type { Golden } from "../golden.ts";
import { baselined, codeRewards } from "./abi.ts";

interface Official {
  readonly rows: readonly {
    readonly id: string;
    readonly iteration: number;
    readonly agent_final_reward: number;
    readonly observations: readonly string[];
    readonly official_step_rewards: readonly number[];
    readonly ppo_step_scores_weighted: readonly number[];
  }[];
  readonly all_final_rewards_by_id: Readonly<Record<string, readonly number[]>>;
}

export const spaRl: Golden = {
  unit: "spa-rl",
  file: "sparl/golden/spa_rewards_golden.json",
  tolerance: 0,
  cases(official, kernels) {
    const { rows, all_final_rewards_by_id } = official as Official;
    return rows.flatMap(({ id, iteration, agent_final_reward, observations, official_step_rewards, ppo_step_scores_weighted }) => {
      const value = baselined(kernels, all_final_rewards_by_id[id] as readonly number[], agent_final_reward);
      // The observation after an action tells whether it was carried out; after the last there is none.
      const executed = observations.map((_, t) => Number(!observations[t + 1]?.includes("Nothing happens")));
      const rewards = (weighted: boolean) => codeRewards(kernels, executed, value, { beta: 0.5, weighted });
      return [
        { name: `${id} ${iteration}: script`, expected: official_step_rewards, actual: rewards(false) },
        { name: `${id} ${iteration}: trainer`, expected: ppo_step_scores_weighted, actual: rewards(true) },
      ];
    });
  },
};
