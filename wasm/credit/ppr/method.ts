import { column, outcomes } from "../columns.ts";
import { type Method, trajectoriesOf } from "../contract.ts";
import { renorm } from "./abi.ts";

export const pprRenorm: Method = {
  id: "ppr-renorm",
  name: "PPR, normalised reward",
  paper: "ppr",
  source: "code",
  from: "verl/trainer/main_ppo.py of the released code",
  about:
    "A judge's score of each step is shifted by the outcome, and the last step gets the outcome alone. A perfect step of a wrong trajectory earns 0 at most, and a poor step of a right one loses nothing.",
  formula: ["r_t = score_t + R - β", "r_T = R"],
  reads: ["score", "outcome"],
  settings: [{ id: "beta", name: "β", value: 1, low: 0, high: 2, step: 0.05 }],
  run(kernels, tree, { beta }) {
    const trajectories = trajectoriesOf(tree);
    const ends = outcomes(tree, trajectories);
    const values = trajectories.map((steps, t) => {
      const scores = column(tree, steps.slice(0, -1), "score");
      return renorm(kernels, { scores, maxima: scores.map(() => 1) }, ends[t] as number, beta as number);
    });
    return { values };
  },
};
