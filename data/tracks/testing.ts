import { fileURLToPath } from "node:url";
import type { Scorecard } from "@stepladder/schema";
import { readGold } from "@stepladder/wasm/host/gold.ts";
import { loadKernels } from "@stepladder/wasm/host/node.ts";
import { scoreTrack } from "@stepladder/wasm/host/score.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import { openSources } from "@stepladder/wasm/intake/node.ts";
import { fromBlob, type Source } from "@stepladder/wasm/intake/source.ts";
import type { MetricId } from "@stepladder/wasm/metrics";

export { refusal } from "@stepladder/wasm/host/testing.ts";

/** A file of this content; what is no text is written as JSON. For tests. */
export function file(name: string, content: string | Uint8Array<ArrayBuffer> | ArrayBuffer | object): Source {
  const isBytes = content instanceof Uint8Array || content instanceof ArrayBuffer;
  return fromBlob(name, new Blob([typeof content === "string" || isBytes ? content : JSON.stringify(content)]));
}

/** Records as a file of lines. For tests. */
export function lines(...records: readonly unknown[]): Source {
  return file("p.jsonl", records.map((record) => `${JSON.stringify(record)}\n`).join(""));
}

const kernels = await loadKernels();

/** What the tests of a track share: `module` is the address of a module beside its fixtures, `gold` names those it is scored against. */
export function testing<Item>(
  track: AnyTrack,
  module: string,
  gold = "gold.jsonl",
): {
  /** Files below `fixtures`, as the command line opens them. */
  fixtures(...paths: string[]): Promise<Source[]>;
  /** The scorecard of predictions against gold, by default that of the fixtures. */
  score(predictions: readonly Source[], gold?: readonly Source[]): Promise<Scorecard>;
  /** All gold items of the sources. */
  goldItems(sources: readonly Source[]): Promise<Item[]>;
} {
  const fixtures = (...paths: string[]) => openSources(paths.map((path) => fileURLToPath(new URL(`fixtures/${path}`, module))));
  return {
    fixtures,
    async score(predictions, given) {
      const mark = kernels.arena.mark();
      try {
        return await scoreTrack({ track, gold: given ?? (await fixtures(gold)), predictions, kernels });
      } finally {
        kernels.arena.release(mark);
      }
    },
    async goldItems(sources) {
      const items: Item[] = [];
      for await (const { item } of readGold(track, sources, [])) items.push(item as Item);
      return items;
    },
  };
}

/** What tests of a track's prompt need of the track. */
export interface Prompted<Item> {
  /** Gold below `fixtures`, with the texts that the prompt needs. */
  readonly gold: string;
  /** The right answer to an item, in the form that the prompt asks for. */
  answer(item: Item): string;
  /** The same item with another right answer. */
  altered(item: Item): Item;
  /** What right answers score; the first of these tells them from others. */
  readonly full: Partial<Record<MetricId, number>>;
  /** The right answer with a step added that the item does not have, and what tells that the rest counts while the step costs. */
  readonly strayed?: { answer(item: Item): string; readonly metric: MetricId };
  /** Official gold, where it is at hand: its folders, which of their files, and how many items are asked. */
  readonly official?: { readonly folders: readonly string[]; readonly files: RegExp; readonly items: number };
}
