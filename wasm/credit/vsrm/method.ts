import { column } from "../columns.ts";
import { type Method, trajectoriesOf } from "../contract.ts";
import { stepwise } from "./abi.ts";

export const vsrm: Method = {
  id: "vsrm",
  name: "VSRM, change in accuracy",
  paper: "vsrm",
  source: "code",
  from: "verl/workers/rollout_postprocess.py of the released code, compute_step_reward",
  about:
    "A step earns what it adds to the share of right answers, probed before and after it; one that changes nothing borrows from the next change, discounted. Nothing comes before the first step, so it gets no credit; the outcome, paid at the very end, is not shown.",
  formula: [
    "r_t = a_t - a_(t-1) where that is not 0",
    "else the next change, at most L steps further, times γ for each step to it",
    "0 where no change comes within them",
  ],
  reads: ["accuracy"],
  settings: [
    { id: "gamma", name: "γ", value: 0.7, low: 0, high: 1, step: 0.05 },
    { id: "ahead", name: "L", value: 4, low: 1, high: 8, step: 1 },
  ],
  run(kernels, tree, { gamma, ahead }) {
    const values = trajectoriesOf(tree).map((steps) => {
      const rewards = stepwise(kernels, column(tree, steps, "accuracy"), { gamma: gamma as number, ahead: ahead as number });
      // The code's -0 is nothing to a reader.
      return Float64Array.of(Number.NaN, ...rewards.map((reward) => reward + 0));
    });
    return { values };
  },
};
