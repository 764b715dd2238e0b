import { alphamath } from "./alphamath/golden.ts";
import type { CreditKernels } from "./kernels.ts";
import { ppr } from "./ppr/golden.ts";
import { prorag } from "./prorag/golden.ts";
import { slate } from "./slate/golden.ts";
import { spaRl } from "./spa-rl/golden.ts";
import { spae } from "./spae/golden.ts";
import { spare } from "./spare/golden.ts";
import { vsrm } from "./vsrm/golden.ts";

/** One official case: numbers that the official code or formula gives, and ours. */
export interface GoldenCase {
  readonly name: string;
  readonly expected: readonly number[];
  readonly actual: ArrayLike<number>;
}

/** How a unit of this folder is held against an official file. */
export interface Golden {
  /** Folder of the unit. */
  readonly unit: string;
  /** The file, below the folder of official data. */
  readonly file: string;
  /** How far a number may be off; 0 is the same double, and -0 is not 0. */
  readonly tolerance: number;
  /** @param official the file, parsed */
  cases(official: unknown, kernels: CreditKernels): GoldenCase[];
}

/** Every official file that tells of credit. */
export const goldens: readonly Golden[] = [ppr, spaRl, vsrm, spae, spare, prorag, slate, alphamath];

/** Parts of the official files that are not about credit: the lab begins where they end. */
export const notCredit: readonly { readonly file: string; readonly part: string; readonly reason: string }[] = [
  { file: "ppr/golden/ppr.json", part: "judge_parse", reason: "reads the score out of a judge's text" },
  { file: "sparl/golden/spa_rewards_golden.json", part: "progress_estimator", reason: "is over 40 rows, of which 34 are in the file" },
  { file: "vsrm/golden_split.json", part: "all", reason: "finds where a text is split" },
  { file: "spare/golden/spare.json", part: "extract_numeric, musique_em_f1", reason: "compare answers" },
  { file: "prorag/golden/prorag.json", part: "f1, rewards", reason: "compare answers and check a text's format" },
  { file: "slate/golden/slate.json", part: "em, compute_score, judge_extract_score", reason: "compare answers and read a judge's text" },
  { file: "alphamath/math_testset_annotation.json", part: "all", reason: "compares answers" },
  { file: "mcts-dpo/golden/csr_equal_csqa_zero_shot_cot.json", part: "all", reason: "compares answers" },
  { file: "mcts-dpo/golden/extract_answer_gsm8k_ps.json", part: "all", reason: "finds and compares answers" },
];

/** The names of the cases that differ. */
export function differing(cases: readonly GoldenCase[], tolerance: number): string[] {
  return cases.filter(({ expected, actual }) => !equal(expected, actual, tolerance)).map(({ name }) => name);
}

function equal(expected: readonly number[], actual: ArrayLike<number>, tolerance: number): boolean {
  if (expected.length !== actual.length) return false;
  return expected.every((number, i) => {
    const own = actual[i] as number;
    return Object.is(number, own) || (tolerance > 0 && Math.abs(number - own) <= tolerance);
  });
}
