import type { Events, Value } from "../contract.ts";

/** Cases of a batch: what PDPP evaluates with where nothing else is said (utils/args.py, batch_size_val). */
export const BATCH = 1024;

/** The two sets of actions of a batch. */
interface Sets {
  readonly done: Set<number>;
  readonly planned: Set<number>;
}

/**
 * IoU of the set of all actions that are planned in a batch and the set of all that were done in it, averaged over batches, a batch as
 * often as it has cases. Batches are cut from the whole file in gold's order.
 */
export function batchIou({ items, classes, wanted }: Events, cases: number): Value {
  if (cases === 0) return { kind: "none", reason: "no items" };
  if (items.length === 0) return { kind: "none", reason: "no plan was predicted" };
  const batches = Array.from({ length: Math.ceil(cases / BATCH) }, (): Sets => ({ done: new Set(), planned: new Set() }));
  const batchOf = (item: number): Sets => batches[Math.floor(item / BATCH)] as Sets;
  for (const [i, item] of wanted.items.entries()) batchOf(item).done.add(wanted.classes[i] as number);
  for (const [i, item] of items.entries()) batchOf(item).planned.add(classes[i] as number);
  const sum = batches.reduce((total, { done, planned }, b) => {
    const size = Math.min(BATCH, cases - b * BATCH);
    const both = [...planned].filter((action) => done.has(action)).length;
    return total + (size * both) / (done.size + planned.size - both);
  }, 0);
  return { kind: "value", value: sum / cases };
}
