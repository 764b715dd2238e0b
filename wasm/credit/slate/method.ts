import { byTrajectory, column, depths, siblings } from "../columns.ts";
import { type Credit, type Method, type Tree, trajectoriesOf } from "../contract.ts";
import type { CreditKernels } from "../kernels.ts";
import { stepRewards, truncated, varianceOf } from "./abi.ts";

export const slate: Method = {
  id: "slate",
  name: "SLATE, truncated advantage",
  paper: "slate",
  source: "code",
  from: "slate/training/step_level_algos.py and slate/rewards/llm_judge.py of the released code; one judge's score from 0 to 1 stands in for its two of -1, 0 or 1",
  about:
    "A step is compared with the other candidates that follow the same beginning, and with nothing after them. A step without a rival gets no credit; among rivals the advantages add up to 0.",
  formula: [
    "r = 4 · score - 2, and λ · (B - t) / B more for an answer after t steps",
    "A = (r - mean) / (std + 10⁻⁶) over the candidates of one fork, std over n - 1",
    "p = softmax(A / η)",
  ],
  reads: ["score"],
  settings: [
    { id: "lambda", name: "λ", value: 0.1, low: 0, high: 1, step: 0.05 },
    { id: "budget", name: "B", value: 4, low: 1, high: 12, step: 1 },
    { id: "eta", name: "η", value: 0.7, low: 0.1, high: 2, step: 0.1 },
  ],
  run(kernels, tree, { lambda, budget, eta }) {
    const trajectories = trajectoriesOf(tree);
    const rewards = rewardsOf(kernels, tree, { lambda: lambda as number, budget: budget as number });
    const advantages = new Float64Array(tree.steps.length).fill(Number.NaN);
    const marks = new Map<number, string>();
    const forks = siblings(tree).filter(({ length }) => length > 1);
    for (const fork of forks) {
      const found = truncated(kernels, rewardsAt(rewards, fork), eta as number);
      fork.forEach((step, c) => {
        advantages[step] = found.advantages[c] as number;
        marks.set(step, `taken with probability ${found.probabilities[c]?.toFixed(2)}`);
      });
    }
    return { values: byTrajectory(advantages, trajectories), marks, facts: variances(kernels, rewards, forks, trajectories) };
  },
};

const rewardsAt = (rewards: Float64Array, steps: readonly number[]) => steps.map((step) => rewards[step] as number);

function rewardsOf(kernels: CreditKernels, tree: Tree, budget: { lambda: number; budget: number }): Float64Array {
  const rewards = new Float64Array(tree.steps.length);
  const before = depths(tree);
  for (const fork of siblings(tree)) {
    const judged = column(tree, fork, "score").map((score) => 4 * score - 2);
    const ends = fork.map((step) => Number(tree.steps[step]?.outcome !== undefined));
    const own = stepRewards(kernels, { judged, ends, turn: before[fork[0] as number] as number }, budget);
    fork.forEach((step, c) => {
      rewards[step] = own[c] as number;
    });
  }
  return rewards;
}

/** How much the same rewards vary among the candidates of a fork, and how much when whole trajectories are added up. */
function variances(
  kernels: CreditKernels,
  rewards: Float64Array,
  forks: readonly number[][],
  trajectories: readonly number[][],
): Credit["facts"] & {} {
  if (forks.length === 0) return [];
  const atForks = forks.map((fork) => varianceOf(kernels, rewardsAt(rewards, fork)));
  const sums = trajectories.map((steps) => rewardsAt(rewards, steps).reduce((sum, reward) => sum + reward, 0));
  return [
    { name: "Variance of the reward at a fork, mean over forks", value: atForks.reduce((sum, one) => sum + one, 0) / forks.length },
    { name: "Variance of the rewards of whole trajectories", value: varianceOf(kernels, sums) },
  ];
}
