import { column, outcomes } from "../columns.ts";
import { type Method, trajectoriesOf } from "../contract.ts";
import { dualAdvantages } from "./abi.ts";

export const prorag: Method = {
  id: "prorag",
  name: "ProRAG, two granularities",
  paper: "prorag",
  source: "code",
  from: "prorag/rl/trainer.py and reward.py of the released code; the reward for a right format, alike in all trajectories, is left out",
  about:
    "A trajectory's reward against those of its group is given to all its steps, and each step's score against those of all steps is added, long steps weighing more. A good step of a wrong trajectory loses less than its neighbours.",
  formula: [
    "A = (R - mean R) / (std R + 10⁻⁴) + β · (score - μ) / √(σ² + 10⁻⁸)",
    "R = 2 · F1, or 0 where F1 is below 0.2; std over n - 1",
    "μ and σ² over all tokens of the group",
  ],
  reads: ["score", "tokens", "outcome"],
  settings: [{ id: "beta", name: "β", value: 0.3, low: 0, high: 2, step: 0.05 }],
  run(kernels, tree, { beta }) {
    const trajectories = trajectoriesOf(tree);
    const ends = outcomes(tree, trajectories);
    const group = trajectories.map((steps, t) => {
      const f1 = ends[t] as number;
      return { reward: f1 < 0.2 ? 0 : 2 * f1, scores: column(tree, steps, "score"), tokens: column(tree, steps, "tokens") };
    });
    return { values: dualAdvantages(kernels, group, beta as number) };
  },
};
