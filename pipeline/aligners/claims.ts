import type { Claims } from "@stepladder/wasm/aligning/order/align.ts";
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
export function claimsOf(similarity: Similarity, sentences: number, order: OrderOfSteps, settings: Settings): Claims {
  const steps = similarity.length;
  const costs = costsOf(similarity, sentences, settings);
  const moves = typeof order === "string" ? movesOf({ steps, sentences, costs }, order, settings) : order;
  return { steps, sentences, costs, drops: new Float64Array(sentences), moves };
}

/** How fast the worth of the list's order falls where a video does not keep to it: with the fourth power it is a sixteenth at half. */
const FALL = 4;

type Costs = Pick<Claims, "steps" | "sentences" | "costs">;

/** What the order of the list is worth. The soft one is worth most where what each step is most like comes in that order, nothing where it does not. */
function movesOf(costs: Costs, order: Order, { list }: Settings): Float64Array {
  if (order === "none") return freeMoves(costs.steps);
  if (order === "strict") return listMoves(costs.steps, { ...list, back: Number.POSITIVE_INFINITY });
  const worth = concordance(costs) ** FALL;
  return listMoves(costs.steps, { skip: list.skip * worth, back: list.back * worth, again: list.again });
}

/**
 * How well the sentences that are most like each step come in the order of the list, 0 to 1: Kendall's tau, with two pairs more that are in
 * order, for a list that was written as one mostly is.
 */
export function concordance({ steps, sentences, costs }: Costs): number {
  const places: number[] = [];
  for (let step = 0; step < steps; step++) {
    let best = -1;
    let least = 0;
    for (let m = 0; m < sentences; m++) {
      const cost = costs[m * steps + step] as number;
      if (cost < least) [best, least] = [m, cost];
    }
    if (best >= 0) places.push(best);
  }
  let [kept, pairs] = [0, 0];
  for (const [i, place] of places.entries())
    for (const other of places.slice(i + 1)) {
      if (other === place) continue;
      pairs++;
      kept += Math.sign(other - place);
    }
  return Math.max(0, (kept + 2) / (pairs + 2));
}
