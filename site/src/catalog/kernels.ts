import { root } from "astro:config/server";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { CreditExports, CreditKernels } from "@stepladder/wasm/credit/kernels.ts";
import { instantiate, type Kernels, type ModuleExports } from "@stepladder/wasm/host/kernels.ts";

/** The kernels at build time, when the code that is run lies elsewhere than the file that belongs to it. */
export function buildKernels(): Promise<Kernels> {
  return built("kernels");
}

/** Those of stepwise credit, alike. */
export function buildCreditKernels(): Promise<CreditKernels> {
  return built<CreditExports>("credit");
}

async function built<Exports extends ModuleExports>(name: string): Promise<Kernels<Exports>> {
  const bytes = await readFile(new URL(`../wasm/build/${name}.wasm`, root));
  return instantiate(await WebAssembly.compile(bytes), createHash("sha256").update(bytes).digest("hex"));
}
