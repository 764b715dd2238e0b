import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import { CommandError } from "./errors.ts";
import type { Executor } from "./executor.ts";
import type { Shard } from "./shard.ts";
import type { ShardAnswer, ShardTask } from "./shard-thread.ts";

/** Memory that a thread may take, in MB: a page of ten million bytes fits, parsed, and a thread that would take more dies alone. */
const HEAP_MB = 2048;

/** Works shards on threads of this machine. */
export class Threads implements Executor {
  readonly width: number;
  readonly #pool: Piscina<ShardTask, ShardAnswer>;

  constructor(threads: number, heapMb = HEAP_MB) {
    // One more than there are threads: none of them waits for the next shard.
    this.width = threads + 1;
    this.#pool = new Piscina({
      filename: fileURLToPath(new URL("./shard-thread.ts", import.meta.url)),
      // A small job does not wait for threads that it has no work for; those that have started stay.
      minThreads: 1,
      maxThreads: threads,
      idleTimeout: Number.POSITIVE_INFINITY,
      atomics: "disabled",
      recordTiming: false,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
  }

  /** A page on which a thread dies is told as a failure, and the shard is worked again without it. */
  async work(shard: Shard, signal: AbortSignal): Promise<Uint8Array> {
    const fatal: number[] = [];
    for (;;) {
      const done = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      try {
        const answer = await this.#pool.run({ shard, place: { done, fatal } }, { signal });
        if ("told" in answer) throw new CommandError(answer.told);
        return answer.bytes;
      } catch (error) {
        signal.throwIfAborted();
        const page = done[0] as number;
        if ((error as NodeJS.ErrnoException).code !== "ERR_WORKER_OUT_OF_MEMORY" || fatal.includes(page)) throw error;
        fatal.push(page);
      }
    }
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
