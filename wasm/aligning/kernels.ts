import type { Kernels, ModuleExports } from "../host/kernels.ts";

/**
 * Exports of the wasm module of alignment: each takes numbers and pointers in the order that its kernel.as.ts names them. It is a module of
 * its own because results are compared only where the hash of the scoring kernels is the same, and what aligns is no part of that.
 */
export interface AligningExports extends ModuleExports {
  alignSteps(...given: number[]): number;
}

export type AligningKernels = Kernels<AligningExports>;
