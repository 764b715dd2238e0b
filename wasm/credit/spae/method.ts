import { column, outcomes } from "../columns.ts";
import { type Credit, type Method, type Tree, trajectoriesOf } from "../contract.ts";
import type { CreditKernels } from "../kernels.ts";
import { potentialAdvantages, potentialsOf, saturation, solvedAt } from "./abi.ts";

const THRESHOLD = { id: "threshold", name: "threshold of Φ", value: 0.9, low: -1, high: 1, step: 0.05 };

export const spaePotential: Method = {
  id: "spae-potential",
  name: "SPAE, gain in potential",
  paper: "spae",
  source: "code",
  from: "inference/probe_mechanism_example.py of the released code",
  about:
    "The potential is high where probed answers are both right and sure, and low where they are sure and wrong; a step's credit is what it adds. Once the potential is above the threshold the question is solved, and what follows is checking.",
  formula: ["Φ = 1.5 · acc · conf + 0.5 · acc - conf", "ΔΦ_t = Φ_t - Φ_(t-1), 0 for the first step"],
  reads: ["accuracy", "confidence", "tokens", "outcome"],
  settings: [THRESHOLD],
  run(kernels, tree, { threshold }) {
    const probed = probedOf(kernels, tree);
    return { values: probed.map(({ gains }) => gains), ...solved(kernels, tree, probed, threshold as number) };
  },
};

export const spaeAdvantage: Method = {
  id: "spae-advantage",
  name: "SPAE, advantage",
  paper: "spae",
  source: "secondary",
  from: "A note about the paper; it leaves open what the scaling runs over, here all steps of all trajectories",
  about:
    "The trajectory's advantage in its group counts less the longer the question has been solved, and steps that raise the potential get more. Checking what is known already is thus neither paid for a right answer nor punished for a wrong one as much.",
  formula: [
    "A_t = (R - mean R) · f_t + ξ · g_t, then mean 0 and variance 1 over all steps",
    "f_t = 1 - α · (1 - exp(-C_t)), C_t steps before t with Φ above the threshold",
    "g_t = exp(ΔΦ_t scaled to 0 .. 1) - mean",
  ],
  reads: ["accuracy", "confidence", "outcome"],
  settings: [
    { id: "alpha", name: "α", value: 0.5, low: 0, high: 1, step: 0.05 },
    { id: "xi", name: "ξ", value: 0.5, low: 0, high: 2, step: 0.05 },
    THRESHOLD,
  ],
  run(kernels, tree, { alpha, xi, threshold }) {
    const ends = outcomes(tree, trajectoriesOf(tree));
    const group = probedOf(kernels, tree).map(({ potentials, gains }, t) => {
      const { factors } = saturation(kernels, potentials, { threshold: threshold as number, alpha: alpha as number });
      return { outcome: ends[t] as number, factors, gains };
    });
    return { values: potentialAdvantages(kernels, group, xi as number) };
  },
};

interface Potentials {
  readonly potentials: Float64Array;
  readonly gains: Float64Array;
}

function probedOf(kernels: CreditKernels, tree: Tree): Potentials[] {
  return trajectoriesOf(tree).map((steps) => {
    const probed = { accuracies: column(tree, steps, "accuracy"), confidences: column(tree, steps, "confidence") };
    return potentialsOf(kernels, probed);
  });
}

/** Where each trajectory is solved, and how long those with a right answer go on; wrong ones that were solved turned from right to wrong. */
function solved(kernels: CreditKernels, tree: Tree, probed: readonly Potentials[], threshold: number): Pick<Credit, "marks" | "facts"> {
  const trajectories = trajectoriesOf(tree);
  const ends = outcomes(tree, trajectories);
  const marks = new Map<number, string>();
  let [solving, checking, right, turned] = [0, 0, 0, 0];
  trajectories.forEach((steps, t) => {
    const at = solvedAt(kernels, (probed[t] as Potentials).potentials, threshold);
    if (at === undefined) return;
    if ((ends[t] as number) < 0.5) {
      turned++;
      return;
    }
    const tokens = column(tree, steps, "tokens");
    const sum = (part: Float64Array) => part.reduce((all, one) => all + one, 0);
    marks.set(steps[at] as number, "solved");
    solving += sum(tokens.subarray(0, at + 1));
    checking += sum(tokens.subarray(at + 1));
    right++;
  });
  const facts = [{ name: "Wrong trajectories that had been solved", value: turned }];
  if (right === 0) return { marks, facts };
  return {
    marks,
    facts: [
      { name: "Tokens until solved, mean over right trajectories", value: solving / right },
      { name: "Tokens of checking after that", value: checking / right },
      ...facts,
    ],
  };
}
