import { matrixOf } from "@stepladder/wasm/host/combine.ts";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import type { Track } from "@stepladder/wasm/host/track.ts";
import type { Matrix } from "@stepladder/wasm/metrics/contract.ts";

/** The official kernels' rows of predictions, one for each item, as columns. */
export function measured<Item, Prediction>(
  kernels: Kernels,
  track: Pick<Track<Item, Prediction>, "measure" | "itemId">,
  items: readonly Item[],
  predict: (item: Item) => Prediction,
): Matrix {
  const mark = kernels.arena.mark();
  try {
    const columns = track.measure.gold();
    for (const item of items) columns.add(item);
    const measurer = columns.measurer(kernels);
    for (const [place, item] of items.entries()) measurer.add(place, predict(item));
    return matrixOf(track, { ids: items.map(track.itemId) }, { rows: measurer.flush(), events: {} });
  } finally {
    kernels.arena.release(mark);
  }
}
