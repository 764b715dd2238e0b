import { allSteps, byTrajectory, column, parents, siblings } from "../columns.ts";
import { type Method, type Setting, type Tree, trajectoriesOf } from "../contract.ts";
import type { CreditKernels } from "../kernels.ts";
import { relative, stepRewards, trajectoryReward } from "./abi.ts";

const shared = {
  paper: "portool",
  source: "our reading",
  from: "The paper tells the parts in words; its formulas were not found. Here format is whether the action was carried out, and a trajectory's reward is the mean of its steps'",
  reads: ["outcome", "executed"],
} as const;

const REWARD = "r(s) = mean of γ^(steps to the end) · R over the trajectories through s, and w_f where its action was carried out";
const FORK = "A_fork(s) = (r(s) - mean) / (std + 10⁻⁶) over what follows the same step, std over n - 1; 0 without a rival";
const TRAJECTORY = "A_traj(τ) = (mean of r over τ - mean) / (std + 10⁻⁶) over all trajectories";

const settings: readonly Setting[] = [
  { id: "gamma", name: "γ", value: 0.95, low: 0, high: 1, step: 0.05 },
  { id: "format", name: "w_f", value: 1, low: 0, high: 2, step: 0.05 },
];

export const portoolFork: Method = {
  ...shared,
  id: "portool-fork",
  name: "PORTool, relative to the fork",
  about: "A step is compared with those that were tried in its place. Only choices earn or lose; a step without a rival gets 0.",
  formula: [REWARD, FORK],
  settings,
  run(kernels, tree, { gamma, format }) {
    const { fork } = advantages(kernels, tree, { gamma: gamma as number, weight: format as number });
    return { values: byTrajectory(fork, trajectoriesOf(tree)) };
  },
};

export const portoolTrajectory: Method = {
  ...shared,
  id: "portool-trajectory",
  name: "PORTool, relative to the trajectories",
  about: "Every step gets what its whole trajectory is worth against the others, so a step that several share has another credit in each.",
  formula: [REWARD, TRAJECTORY],
  settings,
  run(kernels, tree, { gamma, format }) {
    const { trajectory } = advantages(kernels, tree, { gamma: gamma as number, weight: format as number });
    return { values: trajectoriesOf(tree).map((steps, t) => new Float64Array(steps.length).fill(trajectory[t] as number)) };
  },
};

export const portoolBoth: Method = {
  ...shared,
  id: "portool-both",
  name: "PORTool, both together",
  about: "What a step's trajectory is worth against the others and what the step is worth at its fork, added up with two weights.",
  formula: [REWARD, FORK, TRAJECTORY, "A = w₁ · A_traj + w₂ · A_fork"],
  settings: [
    ...settings,
    { id: "whole", name: "w₁", value: 1, low: 0, high: 2, step: 0.05 },
    { id: "own", name: "w₂", value: 1, low: 0, high: 2, step: 0.05 },
  ],
  run(kernels, tree, { gamma, format, whole, own }) {
    const { fork, trajectory } = advantages(kernels, tree, { gamma: gamma as number, weight: format as number });
    const values = byTrajectory(fork, trajectoriesOf(tree)).map((steps, t) =>
      steps.map((at) => (whole as number) * (trajectory[t] as number) + (own as number) * at),
    );
    return { values };
  },
};

/** Both advantages: of each step at its fork, and of each trajectory. */
function advantages(
  kernels: CreditKernels,
  tree: Tree,
  weights: { gamma: number; weight: number },
): { fork: number[]; trajectory: Float64Array } {
  const steps = allSteps(tree);
  const rolled = { parents: parents(tree), outcomes: column(tree, steps, "outcome"), executed: column(tree, steps, "executed") };
  const rewards = stepRewards(kernels, rolled, weights);
  const at = (list: readonly number[]) => list.map((step) => rewards[step] as number);
  const fork: number[] = [];
  for (const list of siblings(tree)) {
    const own = relative(kernels, at(list));
    for (const [i, step] of list.entries()) fork[step] = own[i] as number;
  }
  return {
    fork,
    trajectory: relative(
      kernels,
      trajectoriesOf(tree).map((list) => trajectoryReward(kernels, at(list))),
    ),
  };
}
