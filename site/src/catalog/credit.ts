import type { Method } from "@stepladder/wasm/credit/contract.ts";
import { example } from "@stepladder/wasm/credit/example.ts";
import { methods } from "@stepladder/wasm/credit/index.ts";
import { plainCredit, type ToldMethod, valuesOf } from "../features/credit/shown.ts";
import { inWalkOrder } from "../features/credit/tree.ts";
import type { Built } from "../features/credit/use-credits.ts";
import { buildCreditKernels } from "./kernels.ts";

/** Methods that the lab compares at first. */
export const FIRST_COMPARED: readonly string[] = ["ppr-renorm", "spa-rl-paper", "vsrm", "portool-fork"];

/** A method as the islands take it. */
export function toldMethod({ id, name, source, reads, settings }: Method): ToldMethod {
  return { id, name, source, reads, settings };
}

/** The example with the credit that the kernels give it now, by every method or by those asked for. */
export async function builtCredits(asked: readonly Method[] = methods): Promise<Built> {
  const kernels = await buildCreditKernels();
  const tree = inWalkOrder(example);
  return {
    tree,
    credits: Object.fromEntries(asked.map((method) => [method.id, plainCredit(method.run(kernels, tree, valuesOf(method)))])),
  };
}
