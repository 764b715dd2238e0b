import type { Claims } from "@stepladder/wasm/aligning/order/align.ts";
import { freeMoves, listMoves } from "@stepladder/wasm/aligning/order/moves.ts";
import type { Settings } from "./settings.ts";
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

/** All that the kernel is given. */
export function claimsOf(similarity: Similarity, sentences: number, settings: Settings, moves: Float64Array): Claims {
  const costs = costsOf(similarity, sentences, settings);
  return { steps: similarity.length, sentences, costs, drops: new Float64Array(sentences), moves };
}

/** What an order of the article is worth, as the kernel reads it. */
export function movesOf(steps: number, order: Settings["order"][keyof Settings["order"]]): Float64Array {
  return order === "free" ? freeMoves(steps) : listMoves(steps, order);
}
