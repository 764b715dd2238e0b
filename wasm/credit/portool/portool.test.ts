import { expect, it } from "vitest";
import { loadCreditKernels } from "../../host/node.ts";
import { relative, stepRewards, trajectoryReward } from "./abi.ts";

const kernels = await loadCreditKernels();

it("a step is worth the mean of what it leads to, discounted for each step to the end, and its being carried out", () => {
  // A first step, followed by a right end and by a step that leads to a wrong end.
  const rolled = { parents: [-1, 0, 0, 2], outcomes: [Number.NaN, 1, Number.NaN, 0], executed: [1, 1, 0, 1] };
  expect([...stepRewards(kernels, rolled, { gamma: 0.5, weight: 2 })]).toEqual([0.25 + 2, 1 + 2, 0, 0 + 2]);
});

it("rewards against each other add up to 0, and one alone is 0", () => {
  const advantages = relative(kernels, [3, 1]);
  expect(advantages[0]).toBeCloseTo(1 / (Math.SQRT2 + 1e-6), 12);
  expect(advantages[1]).toBeCloseTo(-1 / (Math.SQRT2 + 1e-6), 12);
  expect([...relative(kernels, [3])]).toEqual([0]);
});

it("a trajectory is worth the mean of its steps", () => {
  expect(trajectoryReward(kernels, [1, 2, 6])).toBe(3);
});
