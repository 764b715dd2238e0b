import type { Golden, GoldenCase } from "../golden.ts";
import { potentialsOf, saturation, solvedAt } from "./abi.ts";

interface Official {
  readonly grid: readonly { readonly acc: number; readonly conf: number; readonly phi: number }[];
  readonly traces: readonly Trace[];
}

interface Trace {
  readonly acc: readonly number[];
  readonly conf: readonly number[];
  readonly step_token_index: readonly number[];
  readonly think_end: number;
  readonly final_correct: boolean;
  readonly phi: readonly number[];
  readonly delta_phi: readonly number[];
  readonly solving_tokens: number;
  readonly checking_tokens: number;
  readonly right_to_wrong: boolean;
  readonly "c_sat_at_0.9": readonly number[];
  readonly "f_alpha0.5": readonly number[];
}

const THRESHOLD = 0.9;

export const spae: Golden = {
  unit: "spae",
  file: "spae/golden/spae.json",
  tolerance: 0,
  cases(official, kernels) {
    const { grid, traces } = official as Official;
    const points = grid.map(({ acc, conf, phi }): GoldenCase => {
      const { potentials } = potentialsOf(kernels, { accuracies: [acc], confidences: [conf] });
      return { name: `potential at ${acc}, ${conf}`, expected: [phi], actual: potentials };
    });
    const walked = traces.map((trace, i): GoldenCase => {
      const { potentials, gains } = potentialsOf(kernels, { accuracies: trace.acc, confidences: trace.conf });
      const { counts, factors } = saturation(kernels, potentials, { threshold: THRESHOLD, alpha: 0.5 });
      const solved = solvedAt(kernels, potentials, THRESHOLD);
      const known = solved === undefined || !trace.final_correct ? undefined : (trace.step_token_index[solved] as number);
      return {
        name: `trace ${i}`,
        expected: [
          ...[trace.phi, trace.delta_phi, trace["c_sat_at_0.9"], trace["f_alpha0.5"]].flat(),
          ...[trace.solving_tokens, trace.checking_tokens, Number(trace.right_to_wrong)],
        ],
        actual: [
          ...[potentials, gains, counts, factors].flatMap((part) => [...part]),
          ...[known ?? 0, known === undefined ? 0 : trace.think_end - known, Number(solved !== undefined && !trace.final_correct)],
        ],
      };
    });
    return [...points, ...walked];
  },
};
