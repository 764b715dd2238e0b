import type { Kernels, ModuleExports } from "../host/kernels.ts";

/**
 * Exports of the wasm module of stepwise credit: each takes numbers and pointers in the order that its kernel.as.ts names them. It is a
 * module of its own because results are compared only where the hash of the scoring kernels is the same, and credit is no part of that.
 */
export interface CreditExports extends ModuleExports {
  creditPpr(...given: number[]): void;
  creditSpaPaper(...given: number[]): void;
  creditSpaBaseline(...given: number[]): number;
  creditSpaCode(...given: number[]): void;
  creditVsrm(...given: number[]): void;
  creditSpaePotentials(...given: number[]): void;
  creditSpaeSolved(...given: number[]): number;
  creditSpaeFactors(...given: number[]): void;
  creditSpaeAdvantages(...given: number[]): void;
  creditSpareLabels(...given: number[]): void;
  creditSpareMean(...given: number[]): number;
  creditSparePreferred(...given: number[]): number;
  creditProrag(...given: number[]): void;
  creditSlateRewards(...given: number[]): void;
  creditSlateAdvantages(...given: number[]): void;
  creditSlateVariance(...given: number[]): number;
  creditPortoolRewards(...given: number[]): void;
  creditPortoolMean(...given: number[]): number;
  creditPortoolRelative(...given: number[]): void;
  creditMctsValues(...given: number[]): void;
  creditMctsPuct(...given: number[]): void;
  creditMctsPairs(...given: number[]): number;
  creditMctsSmoothing(...given: number[]): number;
  creditAlphamathMeans(...given: number[]): void;
  creditAlphamathPuct(...given: number[]): void;
  creditAlphamathBeam(...given: number[]): number;
}

export type CreditKernels = Kernels<CreditExports>;
