// What a worker thread runs: a shard in, its file out.
import { told } from "./errors.ts";
import { mineShard, type Place } from "./mine-shard.ts";
import type { Shard } from "./shard.ts";

/** What a thread is asked. */
export interface ShardTask {
  readonly shard: Shard;
  readonly place: Place;
}

/** What it answers: the shard's file, or what a person has to mend. The class of an error does not outlive the way between threads. */
export type ShardAnswer = { readonly bytes: Uint8Array } | { readonly told: string };

/** The run ends a thread from outside: nothing in here needs to hear of it. */
const { signal } = new AbortController();

export default async function work({ shard, place }: ShardTask): Promise<ShardAnswer> {
  try {
    return { bytes: await mineShard(shard, place, signal) };
  } catch (error) {
    const message = told(error);
    if (message === undefined) throw error;
    return { told: message };
  }
}
