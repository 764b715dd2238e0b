import { expect, it } from "vitest";
import { loadCreditKernels } from "../../host/node.ts";
import { labels, meanOf, preferred } from "./abi.ts";

const kernels = await loadCreditKernels();
const grade = (step: number, right: boolean) => ({ step, right });
const targets = { low: 0, high: 1 };

it("the outcome labels the last step, whatever its grade", () => {
  const grades = [grade(1, true), grade(2, false), grade(3, false)];
  expect([...labels(kernels, { steps: 3, grades, outcome: 1 }, targets)]).toEqual([1, 0, 1]);
  expect([...labels(kernels, { steps: 3, grades, outcome: 0.9 }, targets)]).toEqual([1, 0, 0]);
});

it("a step without a grade is wrong, or as right as the outcome; without any grade all are right", () => {
  const graded = { steps: 3, grades: [grade(1, true)], outcome: 1 };
  expect([...labels(kernels, graded, targets)]).toEqual([1, 0, 1]);
  expect([...labels(kernels, graded, { ...targets, missedAsOutcome: true })]).toEqual([1, 1, 1]);
  expect([...labels(kernels, { ...graded, grades: [] }, { low: -1, high: 1 })]).toEqual([1, 1, 1]);
});

it("the later of two grades counts, and a grade of a step that is not there does not", () => {
  const grades = [grade(1, true), grade(1, false), grade(0, true), grade(4, true)];
  expect([...labels(kernels, { steps: 2, grades, outcome: 0 }, { low: -1, high: 1 })]).toEqual([-1, -1]);
});

it("one is preferred that is nowhere worse and somewhere better", () => {
  expect(meanOf(kernels, [1, 0, 1, 0])).toBe(0.5);
  expect(preferred(kernels, [1, 0.5], [1, 0.25])).toBe(true);
  expect(preferred(kernels, [1, 0.5], [1, 0.25], true)).toBe(false);
  expect(preferred(kernels, [1, 0.25], [0, 0.5])).toBe(false);
  expect(preferred(kernels, [1, 1], [1, 1])).toBe(false);
  expect(preferred(kernels, [Number.NaN], [0])).toBe(false);
});
