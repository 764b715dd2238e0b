import { allSteps, byTrajectory, column, depths, parents, visitsBefore } from "../columns.ts";
import { type Method, trajectoriesOf } from "../contract.ts";
import { pairs, puct, statistics } from "./abi.ts";

export const mctsDpo: Method = {
  id: "mcts-dpo",
  name: "MCTS-DPO, value of a search",
  paper: "mcts-dpo",
  source: "code",
  from: "mcts_rl/algorithms/mcts of the released code: mcts.py, search_config.py, trainer.py",
  about:
    "A step earns how much surer the model is after it than before, and what the search found behind it. At every choice on the path that the search takes, the best step is preferred to the worst, and the less so the more the worst one was visited.",
  formula: [
    "value = conf / max(t - 3, 1), and 2 R - 1 more at an end (the bonus where R = 1), t steps before it",
    "r = value - value of the step before; Q = r + γ · V",
    "V = Σ max(1, N) · Q / Σ max(1, N) over what follows",
    "PUCT = Q + w · prior · √N_before / (1 + N)",
    "label smoothing = min(1 - 1 / (1 + N_worst / max(1, N_best)), 0.5)",
  ],
  reads: ["confidence", "outcome", "visits", "prior"],
  settings: [
    { id: "gamma", name: "γ", value: 1, low: 0, high: 1, step: 0.05 },
    { id: "bonus", name: "bonus of a right answer", value: 1.25, low: 1, high: 1.25, step: 0.25 },
    { id: "c", name: "w", value: 1, low: 0, high: 3, step: 0.05 },
  ],
  run(kernels, tree, { gamma, bonus, c }) {
    const steps = allSteps(tree);
    const visits = column(tree, steps, "visits");
    const searched = {
      parents: parents(tree),
      depths: depths(tree),
      confidences: column(tree, steps, "confidence"),
      outcomes: column(tree, steps, "outcome"),
      visits,
    };
    const found = statistics(kernels, searched, { gamma: gamma as number, bonus: bonus as number });
    const nodes = { qs: found.qs, priors: column(tree, steps, "prior"), visits, before: visitsBefore(tree) };
    const marks = new Map(Array.from(puct(kernels, nodes, c as number), (key, step) => [step, `PUCT ${key.toFixed(2)}`]));
    const chosen = pairs(kernels, searched, found);
    for (const { preferred, rejected } of chosen) {
      marks.set(preferred, `preferred, ${marks.get(preferred)}`);
      marks.set(rejected, `rejected, ${marks.get(rejected)}`);
    }
    const facts = chosen.map(({ preferred, smoothing }) => ({
      name: `Label smoothing at step ${(searched.depths[preferred] as number) + 1}`,
      value: smoothing,
    }));
    return { values: byTrajectory(found.qs, trajectoriesOf(tree)), marks, facts };
  },
};
