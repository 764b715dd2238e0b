import { loadKernels } from "../../host/node.ts";
import type { Matrix } from "../contract.ts";
import { ROW } from "./abi.ts";
import { type CaptionTask, captions, stepCaptions } from "./measure.ts";
import type { Captioned } from "./oracle.ts";
import { type Caption, pairsOf } from "./pair.ts";

const kernels = await loadKernels();

/** An item with what is predicted of it, for tests; no references: it asks for something else. */
export interface Told {
  readonly references: readonly Caption[];
  readonly captions: readonly Caption[] | undefined;
}

/** Measured rows by item; predictions go to the kernel `batch` at a time. */
export function measured(items: readonly Told[], task: CaptionTask, batch = items.length): number[][] {
  const measure = captions<Told, Told>(task, { references: ({ references }) => references, captions: (told) => told.captions });
  const gold = measure.gold();
  for (const item of items) gold.add(item);
  const mark = kernels.arena.mark();
  const measurer = gold.measurer(kernels);
  const rows: number[] = [];
  for (const [i, item] of items.entries()) {
    measurer.add(i, item);
    if (measurer.queued === batch || i === items.length - 1) rows.push(...measurer.flush());
  }
  kernels.arena.release(mark);
  return items.map((_, i) => rows.slice(i * ROW, (i + 1) * ROW));
}

/** Items as the oracle takes them. */
export function paired(items: readonly Told[], { pairing }: CaptionTask): Captioned[] {
  return items.map((item) => ({ ...item, pairs: pairsOf(pairing, item.references, item.captions ?? []) }));
}

/** The matrix of measured rows. */
export function matrixOf(items: readonly Told[], task: CaptionTask = stepCaptions): Matrix {
  const rows = measured(items, task);
  const { statistics } = captions(task, { references: () => undefined, captions: () => undefined });
  return {
    items: items.length,
    columns: Object.fromEntries(statistics.map(({ id }, s) => [id, Float64Array.from(rows, (row) => row[s] as number)])),
  };
}
