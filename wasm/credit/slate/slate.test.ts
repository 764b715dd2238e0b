import { expect, it } from "vitest";
import { loadCreditKernels } from "../../host/node.ts";
import { stepRewards, truncated, varianceOf } from "./abi.ts";

const kernels = await loadCreditKernels();

it("an answer is paid for the steps that it leaves, a search is not", () => {
  const candidates = { judged: [1, 1], ends: [1, 0], turn: 1 };
  expect([...stepRewards(kernels, candidates, { budget: 4, lambda: 0.5 })]).toEqual([1.375, 1]);
});

it("two candidates stand equally far from their mean, and the better is taken more often", () => {
  const { advantages, probabilities } = truncated(kernels, [2, 0], 0.5);
  const advantage = 1 / (Math.SQRT2 + 1e-6);
  expect(advantages[0]).toBeCloseTo(advantage, 12);
  expect(advantages[1]).toBeCloseTo(-advantage, 12);
  expect(probabilities[0]).toBeCloseTo(1 / (1 + Math.exp(-4 * advantage)), 12);
  expect(probabilities[1]).toBeCloseTo(1 - (probabilities[0] as number), 12);
});

it("candidates of the same reward have no advantage and the same chance", () => {
  const { advantages, probabilities } = truncated(kernels, [1, 1, 1, 1], 0.7);
  expect([...advantages]).toEqual([0, 0, 0, 0]);
  expect([...probabilities]).toEqual([0.25, 0.25, 0.25, 0.25]);
});

it("a temperature near 0 takes the best, and overflows nothing", () => {
  const { probabilities } = truncated(kernels, [-2, 2], 1e-9);
  expect(probabilities[0]).toBeCloseTo(0, 12);
  expect(probabilities[1]).toBe(1);
});

it("the variance is over n - 1", () => {
  expect(varianceOf(kernels, [1, 2, 3])).toBe(1);
});
