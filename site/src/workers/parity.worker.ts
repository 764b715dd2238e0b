import "./confined.ts";
import { loadKernels } from "@stepladder/wasm/host/browser.ts";
import type { Parity, ParityCase } from "@stepladder/wasm/host/parity.ts";
import { fromBlob } from "@stepladder/wasm/intake/source.ts";
import kernelsUrl from "@stepladder/wasm/kernels.wasm?url";
import { expose } from "comlink";

const modules = import.meta.glob<{ default: Parity }>("../../../data/tracks/*/parity.ts");

const api = {
  /** Compares a track with the official files given; names are below the track's data folder. */
  async compare(
    track: string,
    files: readonly (readonly [name: string, file: File])[],
    onCase: (done: ParityCase) => void,
  ): Promise<ParityCase[]> {
    const module = modules[`../../../data/tracks/${track}/parity.ts`];
    if (module === undefined) throw new Error(`track ${track} has no official outputs to compare with`);
    const { default: parity } = await module();
    const kernels = await loadKernels(kernelsUrl);
    const sources = new Map(files.map(([name, file]) => [name, fromBlob(name, file)]));
    const cases: ParityCase[] = [];
    for await (const one of parity.cases(sources, kernels)) {
      cases.push(one);
      onCase(one);
    }
    return cases;
  },
};

export type ParityApi = typeof api;
expose(api);
