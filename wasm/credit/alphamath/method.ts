import { allSteps, byTrajectory, column, parents, siblings, visitsBefore } from "../columns.ts";
import { type Method, trajectoriesOf } from "../contract.ts";
import { meanRewards, puct, search } from "./abi.ts";

export const alphamath: Method = {
  id: "alphamath",
  name: "AlphaMath, beam over a tree",
  paper: "alphamath",
  source: "code",
  from: "offline_inference.py of the released code, get_solution; Q is here the mean outcome of the ends and V the judge's score, both of which the code reads from its search",
  about:
    "A step is worth the mean outcome of all that a search tried after it, from -1 to 1. A beam then goes down the tree and keeps the best steps of each level; the best answer that it meets is chosen.",
  formula: [
    "Q = Σ N · (2 R - 1) / Σ N over the ends after a step",
    "V = 2 · score - 1",
    "PUCT = Q + c · prior · √N_before / (1 + N)",
    "beam: the b₁ greatest keys of a level, over at most b₁ · b₂ followers of each",
  ],
  reads: ["score", "visits", "prior", "outcome"],
  settings: [
    { id: "key", name: "key (0: Q, 1: V, 2: visits, 3: PUCT)", value: 0, low: 0, high: 3, step: 1 },
    { id: "width", name: "b₁", value: 1, low: 1, high: 5, step: 1 },
    { id: "branching", name: "b₂", value: 5, low: 1, high: 5, step: 1 },
    { id: "c", name: "c", value: 1.25, low: 0, high: 3, step: 0.05 },
  ],
  run(kernels, tree, { key, width, branching, c }) {
    const steps = allSteps(tree);
    const visits = column(tree, steps, "visits");
    const nodes = { parents: parents(tree), visits, before: visitsBefore(tree), priors: column(tree, steps, "prior") };
    const rewards = column(tree, steps, "outcome").map((outcome) => 2 * outcome - 1);
    const worths = meanRewards(kernels, nodes, rewards);
    const keys = [
      () => worths,
      () => column(tree, steps, "score").map((score) => 2 * score - 1),
      () => visits,
      () => puct(kernels, nodes, worths, c as number),
    ][key as number]?.() as Float64Array;
    const places: number[] = [];
    for (const list of siblings(tree)) for (const [place, step] of list.entries()) places[step] = place;
    const answered = tree.steps.map(({ outcome }) => outcome !== undefined);
    const beam = { width: width as number, branching: branching as number, prune: false };
    const { kept, chosen } = search(kernels, { parents: nodes.parents, places, answered, keys }, beam);
    const marks = new Map(steps.filter((step) => kept[step]).map((step) => [step, step === chosen ? "chosen" : "kept in the beam"]));
    return { values: byTrajectory(worths, trajectoriesOf(tree)), marks };
  },
};
