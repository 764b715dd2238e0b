import { expect, it } from "vitest";
import { loadCreditKernels } from "../../host/node.ts";
import { renorm } from "./abi.ts";

const kernels = await loadCreditKernels();
const judged = (...pairs: [number, number][]) => ({
  scores: pairs.map(([score]) => score),
  maxima: pairs.map(([, maximum]) => maximum),
});

it("a perfect turn before a wrong answer gets nothing, and a worthless one before a right answer loses nothing", () => {
  expect([...renorm(kernels, judged([4, 4], [0, 4]), 0, 1)]).toEqual([0, -1, 0]);
  expect([...renorm(kernels, judged([4, 4], [0, 4]), 1, 1)]).toEqual([1, 0, 1]);
});

it("a score that cannot be one counts as 0", () => {
  expect([...renorm(kernels, judged([5, 4], [-1, 4], [2, 0], [Number.NaN, 4]), 1, 0.5)]).toEqual([0.5, 0.5, 0.5, 0.5, 1]);
});

it("a trajectory of one turn gets its outcome", () => {
  expect([...renorm(kernels, judged(), 0.25, 1)]).toEqual([0.25]);
});
