import type { Kernels } from "../host/kernels.ts";
import { ppr } from "./ppr/golden.ts";

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
  cases(official: unknown, kernels: Kernels): GoldenCase[];
}

/** Every official file that tells of credit. */
export const goldens: readonly Golden[] = [ppr];

/** Parts of the official files that are not about credit: the lab begins where they end. */
export const notCredit: readonly { readonly file: string; readonly part: string; readonly reason: string }[] = [
  { file: "ppr/golden/ppr.json", part: "judge_parse", reason: "reads the score out of a judge's text" },
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
