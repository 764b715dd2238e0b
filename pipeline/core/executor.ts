import type { Shard } from "./shard.ts";

/** Who works the shards: threads of this machine, or workers on any. What comes back is the same bytes. */
export interface Executor {
  /** Shards that it can have at hand at a time. */
  readonly width: number;
  /** The file of a shard (shard.ts). Throws CommandError for what a person can mend. */
  work(shard: Shard, signal: AbortSignal): Promise<Uint8Array>;
  close(): Promise<void>;
}
