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

/**
 * Every official file that tells of credit. What else these folders hold is not about credit and has no kernel here: it reads scores out
 * of judges' texts, splits texts, compares answers (PPR's, SLATE's, SPARE's, ProRAG's, VSRM's, AlphaMath's, MCTS-DPO's), or is over rows
 * that are not all there (SPA-RL's progress estimator: 34 of 40).
 */
export const goldens: readonly Golden[] = [ppr, spaRl, vsrm, spae, spare, prorag, slate, alphamath];

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
