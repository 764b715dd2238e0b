import { expect, it } from "vitest";
import { loadCreditKernels } from "../../host/node.ts";
import { baselined, codeRewards, paperRewards } from "./abi.ts";

const kernels = await loadCreditKernels();

it("the paper shares the outcome out by score, and pays for what was carried out", () => {
  const judged = { scores: [0.25, 0.75], executed: [1, 0] };
  expect([...paperRewards(kernels, judged, 1, { alpha: 1, beta: 0.5 })]).toEqual([0.75, 0.75]);
  expect([...paperRewards(kernels, judged, 0, { alpha: 1, beta: 0.5 })]).toEqual([0.5, 0]);
});

it("steps without any score share alike", () => {
  expect([...paperRewards(kernels, { scores: [0, 0], executed: [0, 0] }, 1, { alpha: 2, beta: 1 })]).toEqual([1, 1]);
});

it("the code's baseline is the mean of the others, or none where there is no other", () => {
  expect(baselined(kernels, [1, 0, 0.5], 1)).toBe(0.75);
  expect(baselined(kernels, [1, 0, 0.5], 0)).toBe(-0.75);
  expect(baselined(kernels, [0.5], 0.5)).toBe(0.5);
});

it("the code takes the last step as carried out, and its trainer takes all its credit away", () => {
  expect([...codeRewards(kernels, [1, 0, 0], 0.25, { beta: 0.5, weighted: false })]).toEqual([0.75, 0.25, 0.75]);
  expect([...codeRewards(kernels, [1, 0, 0], 0.25, { beta: 0.5, weighted: true })]).toEqual([1.5, 0.25, 0]);
});
