import { expect, it } from "vitest";
import { loadCreditKernels } from "../../host/node.ts";
import { stepwise } from "./abi.ts";

const kernels = await loadCreditKernels();
const rewards = (accuracies: number[], ahead = 4) => [...stepwise(kernels, accuracies, { gamma: 0.5, ahead })];

it("a step earns the change that it makes", () => {
  expect(rewards([0, 0.5, 0.25])).toEqual([0.5, -0.25]);
});

it("a step without change borrows from the next change, halved for each step to it", () => {
  expect(rewards([0.5, 0.5, 0.5, 1])).toEqual([0.125, 0.25, 0.5]);
});

it("a change further ahead than may be looked is none", () => {
  expect(rewards([0, 0, 0, 1], 1)).toEqual([0, 0.5, 1]);
});

it("where no change comes before the end, the reward is -0 as in the released code", () => {
  expect(rewards([0.5, 0.5])).toEqual([-0]);
});

it("one step has nothing before it to be compared with", () => {
  expect(rewards([1])).toEqual([]);
});
