import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { instantiate, type Kernels } from "./kernels.ts";

const WASM = new URL("../build/kernels.wasm", import.meta.url);

/** The kernels on Node, from the built file. Rejects with ENOENT where `npm run build` has not run. */
export async function loadKernels(): Promise<Kernels> {
  const bytes = await readFile(WASM);
  return instantiate(await WebAssembly.compile(bytes), createHash("sha256").update(bytes).digest("hex"));
}
