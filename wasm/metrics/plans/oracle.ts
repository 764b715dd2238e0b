import { BATCH } from "./batches.ts";
import type { Plan } from "./measure.ts";

/** Share of the actions of either set that both have. */
function iou(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const either = [...new Set([...a, ...b])];
  return either.filter((action) => a.has(action) && b.has(action)).length / either.length;
}

/** The row that the kernel must write, the slow and obvious way. */
export function plansOracle(gold: Plan, plan: Plan | undefined): number[] {
  if (gold.length === 0) return [0, 0, 0, 0, 0, 0, 0, 0];
  const told = plan ?? [];
  return [
    1,
    Number(plan !== undefined),
    gold.length,
    gold.filter((action, i) => told[i] === action).length,
    Number(gold.join() === told.join()),
    Number(told[0] === gold[0]),
    Number(told.at(-1) === gold.at(-1)),
    iou(new Set(gold), new Set(told)),
  ];
}

/** The figure of whole batches, the slow and obvious way. */
export function batchOracle(pairs: readonly { readonly gold: Plan; readonly plan: Plan }[]): number {
  let sum = 0;
  for (let start = 0; start < pairs.length; start += BATCH) {
    const batch = pairs.slice(start, start + BATCH);
    sum += batch.length * iou(new Set(batch.flatMap(({ gold }) => gold)), new Set(batch.flatMap(({ plan }) => plan)));
  }
  return sum / pairs.length;
}
