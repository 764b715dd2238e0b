import { type Anatomy, anatomyOf } from "@stepladder/wasm/host/anatomy.ts";
import type { Gold, JobOptions } from "@stepladder/wasm/host/gold.ts";
import type { AnyInsight } from "@stepladder/wasm/host/insight.ts";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { goldItems, type Said, saidOf } from "@stepladder/wasm/host/look-up.ts";
import type { AnyTrack } from "@stepladder/wasm/host/track.ts";
import type { Source } from "@stepladder/wasm/intake/source.ts";
import type { Measurer } from "@stepladder/wasm/metrics/contract.ts";
import type { ItemFailures, ItemList, LookedItem } from "./messages.ts";

/** Files up to so many bytes stay parsed once somebody looks into them; of larger ones the asked records are read again each time. */
const KEPT = 16 << 20;

/** What is looked into: gold that is open, and predictions, of which there may be none. */
export interface Looking {
  readonly track: AnyTrack;
  readonly insight: AnyInsight;
  readonly gold: Gold;
  readonly goldSources: readonly Source[];
  readonly predictions: readonly Source[];
  readonly kernels: Kernels;
}

/** The records behind a job, found again one by one as a person looks at them. */
export class Explorer {
  readonly #looking: Looking;
  #items: Promise<Map<number, unknown>> | undefined;
  #said: Promise<Map<number, Said[]>> | undefined;

  constructor(looking: Looking) {
    this.#looking = looking;
  }

  list(): ItemList {
    const { ids, lengths, slices } = this.#looking.gold;
    return { ids, lengths, slices };
  }

  /** An item by its place in gold's order: as gold has it, and with each record of it. */
  async look(at: number): Promise<LookedItem> {
    const { gold, insight, kernels } = this.#looking;
    const wanted = new Set([at]);
    const [items, said] = await Promise.all([this.#itemsOf(wanted), this.#saidOf(wanted)]);
    const item = items.get(at);
    const records = (said.get(at) ?? []).map(({ prediction, ...place }) => ({
      place,
      isReadable: prediction !== undefined,
      view: insight.view(item, prediction, kernels),
    }));
    return { id: gold.ids[at] as string, view: insight.view(item, undefined, kernels), records };
  }

  /** How every item fails. Reads all of gold and all predictions. */
  async failures(options: JobOptions): Promise<ItemFailures> {
    const { track, insight, gold, goldSources, predictions, kernels } = this.#looking;
    const [items, said] = await Promise.all([
      goldItems(track, gold, goldSources, undefined, options),
      saidOf(track, gold, predictions, undefined, options),
    ]);
    const first = new Int32Array(gold.ids.length).fill(-1);
    const shown = insight.failures.map(() => new Uint8Array(gold.ids.length));
    for (const [at, records] of said) {
      for (const { prediction } of records) {
        if (prediction === undefined) continue;
        for (const [k, kind] of insight.failures.entries()) {
          const failure = kind.find(prediction, items.get(at), kernels);
          if (failure === undefined) continue;
          (shown[k] as Uint8Array)[at] = 1;
          const step = failure.at ?? -1;
          if (step >= 0 && (first[at] === -1 || step < (first[at] as number))) first[at] = step;
        }
      }
    }
    return { kinds: insight.failures.map(({ id, title }) => ({ id, title })), shown, first };
  }

  /** Where the points went. Reads all of gold and all predictions. */
  async anatomy(measurer: Measurer<unknown>, options: JobOptions): Promise<Anatomy> {
    const { track, insight, gold, goldSources, predictions, kernels } = this.#looking;
    const items = await goldItems(track, gold, goldSources, undefined, options);
    const inOrder = gold.ids.map((_, at) => items.get(at));
    return anatomyOf({ track, insight, gold, items: inOrder, predictions, measurer, kernels, ...options });
  }

  #itemsOf(wanted: ReadonlySet<number>): Promise<Map<number, unknown>> {
    const { track, gold, goldSources } = this.#looking;
    if (bytesOf(goldSources) > KEPT) return goldItems(track, gold, goldSources, wanted);
    this.#items ??= goldItems(track, gold, goldSources);
    return this.#items;
  }

  #saidOf(wanted: ReadonlySet<number>): Promise<Map<number, Said[]>> {
    const { track, gold, predictions } = this.#looking;
    if (bytesOf(predictions) > KEPT) return saidOf(track, gold, predictions, wanted);
    this.#said ??= saidOf(track, gold, predictions);
    return this.#said;
  }
}

function bytesOf(sources: readonly Source[]): number {
  return sources.reduce((sum, { size }) => sum + size, 0);
}
