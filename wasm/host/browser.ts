import { fileHasher } from "../intake/hash.ts";
import { instantiate, type KernelExports, type Kernels, type ModuleExports } from "./kernels.ts";

/** The compiled kernels and their hash: both can be posted to other workers, which need not fetch again. */
export interface KernelModule {
  readonly module: WebAssembly.Module;
  readonly sha256: string;
}

/** Fetches and compiles the kernels. Any MIME type will do: the bytes are hashed, so they are at hand anyway. */
export async function fetchKernels(url: URL | string): Promise<KernelModule> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`kernels at ${response.url}: expected the wasm file, received HTTP ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const hash = await fileHasher();
  hash.update(bytes);
  return { module: await WebAssembly.compile(bytes), sha256: hash.digest() };
}

/** An instance of the kernels in a browser or worker: of those that score, or of another module where its exports are named. */
export async function loadKernels<Exports extends ModuleExports = KernelExports>(
  from: URL | string | KernelModule,
): Promise<Kernels<Exports>> {
  const { module, sha256 } = from instanceof URL || typeof from === "string" ? await fetchKernels(from) : from;
  return instantiate(module, sha256);
}
