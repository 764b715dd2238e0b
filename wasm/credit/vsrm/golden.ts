import type { Golden } from "../golden.ts";
import { stepwise } from "./abi.ts";

interface Official {
  readonly gamma: number;
  readonly max_lookahead: number;
  readonly cases: readonly { readonly acc: readonly number[]; readonly rewards: readonly number[] }[];
}

export const vsrm: Golden = {
  unit: "vsrm",
  file: "vsrm/golden_step_reward.json",
  tolerance: 0,
  cases(official, kernels) {
    const { gamma, max_lookahead: ahead, cases } = official as Official;
    return cases.map(({ acc, rewards }) => {
      // Whole accuracies were Python ints when the file was made, and no int is -0; the code itself only sees floats.
      const actual = stepwise(kernels, acc, { gamma, ahead }).map((reward, s) => (Number.isInteger(acc[s]) ? reward + 0 : reward));
      return { name: acc.join(" "), expected: rewards, actual };
    });
  },
};
