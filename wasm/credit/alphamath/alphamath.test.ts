import { expect, it } from "vitest";
import { loadCreditKernels } from "../../host/node.ts";
import { meanRewards, puct, search } from "./abi.ts";

const kernels = await loadCreditKernels();

// The root's children 0 and 1; 0 leads to the ends 2 and 3, 1 to the end 4.
const parents = [-1, -1, 0, 0, 1];
const places = [0, 1, 0, 1, 0];
const answered = [false, false, true, true, true];
const beam = { width: 1, branching: 2, prune: false };

it("a node is worth the mean of its ends, each as often as it was visited", () => {
  const rewards = [Number.NaN, Number.NaN, 1, -1, -1];
  expect([...meanRewards(kernels, { parents, visits: [4, 2, 3, 1, 2] }, rewards)]).toEqual([0.5, -1, 1, -1, -1]);
  expect([...meanRewards(kernels, { parents, visits: [0, 0, 0, 0, 0] }, rewards)]).toEqual([0, 0, 0, 0, 0]);
});

it("a beam of one goes down by key, a wider one reaches an end that the first level ranks lower", () => {
  const keys = [0.9, 0.8, 0.1, 0.2, 0.7];
  const narrow = search(kernels, { parents, places, answered, keys }, beam);
  expect(narrow).toEqual({ kept: [true, false, false, true, false], chosen: 3 });
  const wide = search(kernels, { parents, places, answered, keys }, { ...beam, width: 2 });
  expect(wide).toEqual({ kept: [true, true, false, true, true], chosen: 4 });
});

it("of equal keys the first wins", () => {
  expect(search(kernels, { parents, places, answered, keys: [1, 1, 1, 1, 1] }, beam).chosen).toBe(2);
});

it("a dead end empties a beam of one, unless what leads nowhere is left out", () => {
  const dead = { parents, places, answered: [false, false, false, false, true], keys: [0.9, 0.8, 0.1, 0.2, 0.7] };
  expect(search(kernels, dead, beam).chosen).toBeUndefined();
  expect(search(kernels, dead, { ...beam, prune: true }).chosen).toBe(4);
});

it("children beyond those that were generated are not seen", () => {
  const keys = [0.1, 0.9, 0.1, 0.9, 0.9];
  expect(search(kernels, { parents, places, answered, keys }, { ...beam, branching: 1 })).toEqual({
    kept: [true, false, true, false, false],
    chosen: 2,
  });
});

it("PUCT adds what is little known, and takes an unvisited node to be worth 0", () => {
  const nodes = { parents: [-1, -1], priors: [0.5, 0.5], visits: [3, 0], before: [4, 4] };
  expect([...puct(kernels, nodes, [0.5, 9], 2)]).toEqual([0.5 + 2 / 4, 2]);
});
