import { column, outcomes } from "../columns.ts";
import { type Method, trajectoriesOf } from "../contract.ts";
import { labels, meanOf, preferred } from "./abi.ts";

export const spare: Method = {
  id: "spare",
  name: "SPARE, graded steps",
  paper: "spare",
  source: "code",
  from: "spare-prm/data/rm_utils.py and preference_generator.py of the released code; a judge's score at or above the cut stands in for a grade",
  about:
    "Every step is labelled right or wrong by comparison with a reference, but the last one by the outcome alone. One trajectory is preferred to another where neither its answer nor the mean of its labels is worse and one of them is better.",
  formula: [
    "label_t = 1 where score_t ≥ cut, else low",
    "label_T = 1 where R = 1, else low",
    "x over y: (R, mean label) no worse, one better",
  ],
  reads: ["score", "outcome"],
  settings: [
    { id: "cut", name: "cut", value: 0.5, low: 0, high: 1, step: 0.05 },
    { id: "low", name: "label of a wrong step", value: 0, low: -1, high: 0, step: 1 },
  ],
  run(kernels, tree, { cut, low }) {
    const trajectories = trajectoriesOf(tree);
    const ends = outcomes(tree, trajectories);
    const values = trajectories.map((steps, t) => {
      const grades = Array.from(column(tree, steps, "score"), (score, s) => ({ step: s + 1, right: score >= (cut as number) }));
      return labels(kernels, { steps: steps.length, grades, outcome: ends[t] as number }, { low: low as number, high: 1 });
    });
    const aggregates = values.map((scores, t) => [ends[t] as number, meanOf(kernels, scores)]);
    const marks = new Map<number, string>();
    trajectories.forEach((steps, t) => {
      const worse = aggregates.flatMap((other, u) => (preferred(kernels, aggregates[t] as number[], other) ? [u + 1] : []));
      if (worse.length > 0) marks.set(steps.at(-1) as number, `preferred to trajectory ${worse.join(", ")}`);
    });
    const facts = aggregates.map(([, mean], t) => ({ name: `Mean label of trajectory ${t + 1}`, value: mean as number }));
    return { values, marks, facts };
  },
};
