import type { Tree } from "@stepladder/wasm/credit/contract.ts";
import { methods } from "@stepladder/wasm/credit/index.ts";
import type { CreditExports } from "@stepladder/wasm/credit/kernels.ts";
import kernelsUrl from "@stepladder/wasm/credit.wasm?url";
import { loadKernels } from "@stepladder/wasm/host/browser.ts";
import { type Credits, plainCredit, valuesOf } from "./shown.ts";

// All that computing needs: the page loads it when something is first changed.

/** Computes the credit of a tree by some methods. */
export type CreditEngine = (
  ids: readonly string[],
  tree: Tree,
  settings: Readonly<Record<string, Readonly<Record<string, number>>>>,
) => Credits;

/** Rejects where the kernels cannot be fetched. */
export async function startEngine(): Promise<CreditEngine> {
  const kernels = await loadKernels<CreditExports>(kernelsUrl);
  return (ids, tree, settings) =>
    Object.fromEntries(
      methods
        .filter(({ id }) => ids.includes(id))
        .map((method) => [method.id, plainCredit(method.run(kernels, tree, valuesOf(method, settings[method.id])))]),
    );
}
