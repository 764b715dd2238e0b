import { expect, it } from "vitest";
import { loadCreditKernels } from "../../host/node.ts";
import { dualAdvantages } from "./abi.ts";

const kernels = await loadCreditKernels();

it("without weight for steps, a trajectory's advantage is that of its reward alone", () => {
  const group = [
    { reward: 2, scores: [0.1, 0.9], tokens: [5, 5] },
    { reward: 0, scores: [0.5], tokens: [7] },
  ];
  const advantage = 1 / (Math.SQRT2 + 1e-4);
  const [right, wrong] = dualAdvantages(kernels, group, 0);
  for (const value of right as Float64Array) expect(value).toBeCloseTo(advantage, 12);
  expect(wrong?.[0]).toBeCloseTo(-advantage, 12);
});

it("a step weighs as many tokens as it has: three of one score against one step of three tokens", () => {
  const short = [
    { reward: 1, scores: [1, 0, 0, 0], tokens: [1, 1, 1, 1] },
    { reward: 1, scores: [0.5], tokens: [2] },
  ];
  const long = [
    { reward: 1, scores: [1, 0], tokens: [1, 3] },
    { reward: 1, scores: [0.5], tokens: [2] },
  ];
  const [a, b] = [dualAdvantages(kernels, short, 1), dualAdvantages(kernels, long, 1)];
  expect(b[0]?.[0]).toBeCloseTo(a[0]?.[0] as number, 12);
  expect(b[0]?.[1]).toBeCloseTo(a[0]?.[3] as number, 12);
  expect(b[1]?.[0]).toBeCloseTo(a[1]?.[0] as number, 12);
});

it("a step without generated tokens has no part in the scores", () => {
  const group = [
    { reward: 1, scores: [1, 100], tokens: [2, 0] },
    { reward: 1, scores: [0], tokens: [2] },
  ];
  const [own] = dualAdvantages(kernels, group, 0.5);
  expect(own?.[0]).toBeCloseTo(0.5, 6);
  expect(own?.[1]).toBe(0);
});

it("one trajectory has nobody to be compared with", () => {
  expect(dualAdvantages(kernels, [{ reward: 1, scores: [1], tokens: [1] }], 1)[0]?.[0]).toBeNaN();
});
