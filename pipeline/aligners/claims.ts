import type { AligningKernels } from "@stepladder/wasm/aligning/kernels.ts";
import { alignSteps, type Claims } from "@stepladder/wasm/aligning/order/align.ts";
import { freeMoves, listMoves } from "@stepladder/wasm/aligning/order/moves.ts";
import type { Order, Settings } from "./settings.ts";
import type { Similarity } from "./similarity.ts";

/** What it costs to say of each sentence that it tells of each step; to say that it tells of none costs nothing. */
export function costsOf(similarity: Similarity, sentences: number, { gain, least, contrast }: Settings): Float64Array {
  const steps = similarity.length;
  const costs = new Float64Array(steps * sentences);
  const ofStep = similarity.map((row) => row.reduce((most, value) => Math.max(most, value), 0));
  for (let m = 0; m < sentences; m++) {
    const ofSentence = similarity.reduce((most, row) => Math.max(most, row[m] as number), 0);
    for (const [step, row] of similarity.entries()) {
      const own = row[m] as number;
      const best = Math.max(ofSentence, ofStep[step] as number);
      // Nothing in common stays nothing, however little others have.
      const worth = own === 0 ? 0 : own * (1 - contrast + (contrast * own) / best);
      costs[m * steps + step] = gain * (least - worth);
    }
  }
  return costs;
}

/** What is known of the order of steps: that of the list, worth more or less, or moves that were learnt. */
export type OrderOfSteps = Order | Float64Array;

/** All that the kernel is given. */
export function claimsOf(
  kernels: AligningKernels,
  similarity: Similarity,
  sentences: number,
  order: OrderOfSteps,
  settings: Settings,
): Claims {
  const steps = similarity.length;
  const costs = costsOf(similarity, sentences, settings);
  const moves = typeof order === "string" ? movesOf(kernels, { steps, sentences, costs }, order, settings) : order;
  return { steps, sentences, costs, drops: new Float64Array(sentences), moves };
}

/** How fast the worth of the list's order falls where a video does not keep to it: with the fifth power it is a third where a fifth of the gain is lost. */
const FALL = 5;

type Costs = Pick<Claims, "steps" | "sentences" | "costs">;

/** What the order of the list is worth. The soft one is worth the more, the less is lost where it is always kept. */
function movesOf(kernels: AligningKernels, costs: Costs, order: Order, { list }: Settings): Float64Array {
  if (order === "none") return freeMoves(costs.steps);
  if (order === "strict") return listMoves(costs.steps, { ...list, back: Number.POSITIVE_INFINITY });
  const worth = kept(kernels, costs) ** FALL;
  return listMoves(costs.steps, { skip: list.skip * worth, back: list.back * worth, again: list.again });
}

/** How much of what sentences gain in any order stays where nobody may go back, 0 to 1. */
function kept(kernels: AligningKernels, costs: Costs): number {
  const drops = new Float64Array(costs.sentences);
  const gain = (moves: Float64Array): number => alignSteps(kernels, { ...costs, drops, moves }).cost;
  const free = gain(freeMoves(costs.steps));
  return free === 0 ? 1 : gain(listMoves(costs.steps, { skip: 0, back: Number.POSITIVE_INFINITY, again: 0 })) / free;
}
