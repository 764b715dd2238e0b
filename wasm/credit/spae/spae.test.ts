import { expect, it } from "vitest";
import { loadCreditKernels } from "../../host/node.ts";
import { potentialAdvantages, potentialsOf, saturation, solvedAt } from "./abi.ts";

const kernels = await loadCreditKernels();

it("the potential is 1 where all is right and sure, -1 where all is wrong and sure, and counts from the second step", () => {
  const { potentials, gains } = potentialsOf(kernels, { accuracies: [0, 1, 0.5], confidences: [1, 1, 0] });
  expect([...potentials]).toEqual([-1, 1, 0.25]);
  expect([...gains]).toEqual([0, 2, -0.75]);
});

it("steps after the first that solves count less the more have solved before them", () => {
  const potentials = [0, 0.95, 0.95, 0];
  expect(solvedAt(kernels, potentials, 0.9)).toBe(1);
  expect(solvedAt(kernels, [0.9], 0.9)).toBeUndefined();
  const { counts, factors } = saturation(kernels, potentials, { threshold: 0.9, alpha: 0.5 });
  expect([...counts]).toEqual([0, 0, 1, 2]);
  expect(factors[2]).toBeCloseTo(0.5 + 0.5 / Math.E, 12);
});

it("of two trajectories alike in all but their outcome, the steps of the right one get what those of the wrong one lose", () => {
  const shaped = (outcome: number) => ({ outcome, factors: [1, 1], gains: [0, 0] });
  const [right, wrong] = potentialAdvantages(kernels, [shaped(1), shaped(0)], 0.5);
  // Two of 0.5 and two of -0.5 have the variance 1 / 3 over n - 1.
  for (const value of right as Float64Array) expect(value).toBeCloseTo(0.5 * Math.sqrt(3), 6);
  for (const value of wrong as Float64Array) expect(value).toBeCloseTo(-0.5 * Math.sqrt(3), 6);
});

it("a step that gains more gets more", () => {
  const [steps] = potentialAdvantages(kernels, [{ outcome: 1, factors: [1, 1, 1], gains: [0, 1, 0.5] }], 1);
  expect([...(steps as Float64Array).keys()].sort((a, b) => (steps?.[a] as number) - (steps?.[b] as number))).toEqual([0, 2, 1]);
});

it("gains that are equal but for their last bits give no step more than another", () => {
  const { gains } = potentialsOf(kernels, { accuracies: [0, 0.4, 0.4], confidences: [0.1, 0.75, 0.75] });
  const [steps] = potentialAdvantages(kernels, [{ outcome: 1, factors: [1, 1, 1], gains: [...gains] }], 0.5);
  expect([...(steps as Float64Array)]).toEqual([0, 0, 0]);
});
