import type { AligningKernels } from "@stepladder/wasm/aligning/kernels.ts";
import { NONE } from "@stepladder/wasm/aligning/order/abi.ts";
import { alignSteps } from "@stepladder/wasm/aligning/order/align.ts";
import { type ListOrder, listMoves } from "@stepladder/wasm/aligning/order/moves.ts";
import type { Features } from "./features.ts";

/** What decides which actions correspond: a weight for each feature, and what the order of the other recipe is worth. */
export interface Weighing {
  readonly weights: readonly number[];
  readonly order: ListOrder;
}

/** What all ten dishes of ARA teach (`npm run eval:align -- --set recipes --fit`), in the order of the features. */
export const WEIGHING: Weighing = {
  weights: [-2.763, 1.485, 0.52, 0.793, 0.464, 3.002, 0.815, 0.681, -1.907, 1.346],
  order: { skip: 0.1, back: 0.5, again: 0 },
};

/** For each action of the source the place of its counterpart in the target, -1 where it has none: the cheapest of all ways together. */
export function counterparts(kernels: AligningKernels, features: Features, { weights, order }: Weighing): Int32Array {
  const steps = features[0]?.length ?? 0;
  const costs = Float64Array.from(features.flat(), (own) => -weights.reduce((sum, weight, f) => sum + weight * (own[f] as number), 0));
  const sentences = features.length;
  if (steps === 0) return new Int32Array(sentences).fill(NONE);
  return alignSteps(kernels, { steps, sentences, costs, drops: new Float64Array(sentences), moves: listMoves(steps, order) }).path;
}
