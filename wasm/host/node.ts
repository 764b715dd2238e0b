import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { AligningExports, AligningKernels } from "../aligning/kernels.ts";
import type { CreditExports, CreditKernels } from "../credit/kernels.ts";
import { instantiate, type Kernels, type ModuleExports } from "./kernels.ts";

/** The kernels on Node, from the built file. Rejects with ENOENT where `npm run build` has not run. */
export function loadKernels(): Promise<Kernels> {
  return load("kernels");
}

/** Those of stepwise credit, alike. */
export function loadCreditKernels(): Promise<CreditKernels> {
  return load<CreditExports>("credit");
}

/** Those that align steps, alike. */
export function loadAligningKernels(): Promise<AligningKernels> {
  return load<AligningExports>("align");
}

async function load<Exports extends ModuleExports>(name: string): Promise<Kernels<Exports>> {
  const bytes = await readFile(new URL(`../build/${name}.wasm`, import.meta.url));
  return instantiate(await WebAssembly.compile(bytes), createHash("sha256").update(bytes).digest("hex"));
}
