import { root } from "astro:config/server";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { instantiate, type Kernels } from "@stepladder/wasm/host/kernels.ts";

/** The kernels at build time, when the code that is run lies elsewhere than the file that belongs to it. */
export async function buildKernels(): Promise<Kernels> {
  const bytes = await readFile(new URL("../wasm/build/kernels.wasm", root));
  return instantiate(await WebAssembly.compile(bytes), createHash("sha256").update(bytes).digest("hex"));
}
