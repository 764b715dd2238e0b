import type { ItemsIndex } from "@stepladder/schema";
import type { Gold } from "./gold.ts";
import type { AnyTrack } from "./track.ts";

/** What a board must know of gold's items, from gold as it was loaded. */
export function itemsIndex(track: AnyTrack, { ids, lengths, clusters, slices, sha256 }: Gold): ItemsIndex {
  return {
    schema: "stepladder/items/1",
    track: track.id,
    items: sha256.items,
    ids: [...ids],
    lengths: [...lengths],
    ...(clusters === undefined ? {} : { clusters: [...clusters] }),
    slices: slices.map(({ id, values, of }) => ({ id, values: [...values], of: [...of] })),
  };
}
