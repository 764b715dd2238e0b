import { column, outcomes } from "../columns.ts";
import { type Method, trajectoriesOf } from "../contract.ts";
import { baselined, codeRewards, paperRewards } from "./abi.ts";

export const spaRlPaper: Method = {
  id: "spa-rl-paper",
  name: "SPA-RL, as the paper says",
  paper: "spa-rl",
  source: "paper",
  from: "The paper's step reward; the weights are those of the released script, and the judge's scores, scaled to the outcome, stand in for the trained estimator",
  about:
    "The outcome is shared out among the steps by how much each brought the task forward, and an action that was carried out earns a little more. The shares of a trajectory add up to its outcome.",
  formula: ["r_t = α · ĉ_t + β · g_t", "Σ ĉ_t = R, here ĉ_t = R · score_t / Σ score", "g_t = 1 where the action was carried out, else 0"],
  reads: ["score", "executed", "outcome"],
  settings: [
    { id: "alpha", name: "α", value: 1, low: 0, high: 2, step: 0.05 },
    { id: "beta", name: "β", value: 0.5, low: 0, high: 2, step: 0.05 },
  ],
  run(kernels, tree, { alpha, beta }) {
    const trajectories = trajectoriesOf(tree);
    const ends = outcomes(tree, trajectories);
    const values = trajectories.map((steps, t) => {
      const judged = { scores: column(tree, steps, "score"), executed: column(tree, steps, "executed") };
      return paperRewards(kernels, judged, ends[t] as number, { alpha: alpha as number, beta: beta as number });
    });
    return { values };
  },
};

export const spaRlCode: Method = {
  id: "spa-rl-code",
  name: "SPA-RL, as the code does",
  paper: "spa-rl",
  source: "code",
  from: "prm/rl_data_org.py and ppo/step_ppotrainer.py of the released code",
  about:
    "The script replaces every step's estimate by one number, the outcome less the mean of the other trajectories, and adds the reward for actions that were carried out. The trainer then multiplies by the steps that follow, so early steps weigh most and the last one nothing.",
  formula: ["r_t = R - mean of the other R + β · g_t, and g_T = 1", "s_t = r_t · (T - 1 - t), t from 0, where weighted"],
  reads: ["executed", "outcome"],
  settings: [
    { id: "beta", name: "β", value: 0.5, low: 0, high: 2, step: 0.05 },
    { id: "weighted", name: "weighted by the steps that follow (1: yes, 0: no)", value: 1, low: 0, high: 1, step: 1 },
  ],
  run(kernels, tree, { beta, weighted }) {
    const trajectories = trajectoriesOf(tree);
    const ends = outcomes(tree, trajectories);
    const values = trajectories.map((steps, t) => {
      const value = baselined(kernels, ends, ends[t] as number);
      return codeRewards(kernels, column(tree, steps, "executed"), value, { beta: beta as number, weighted: weighted === 1 });
    });
    return { values };
  },
};
