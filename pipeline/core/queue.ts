import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { constants, gunzip, gzip } from "node:zlib";
import { type Job, Queue, QueueEvents, Worker } from "bullmq";
import { Redis } from "ioredis";
import { CommandError } from "./errors.ts";
import type { Executor } from "./executor.ts";
import { codeVersion } from "./plan.ts";
import type { Shard } from "./shard.ts";
import { Threads } from "./threads.ts";

/** Begins the names of all that lies on the server. */
const PREFIX = "stepladder";

/** A worker that is not heard of for so long has lost its shard: another takes it. */
const LOCK_MS = 5_000;
const STALLED_CHECK_MS = LOCK_MS / 2;
/** Workers that may die over a shard before the run gives up on it. */
const DEATHS = 5;

/** Shards that lie on the server at a time: enough for many workers, little for its memory. */
const WIDTH = 256;
/** Results that nobody fetches go away after this many seconds. */
const KEPT_S = 86_400;

/** How often the driver looks for itself: an event may be missed, a server may have forgotten. */
const LOOK_MS = 2_000;
/** How long a server may be away before a run or worker gives up. */
const AWAY_MS = 30_000;
const RETRY_MS = 500;

/** What a worker is handed. Where its result lies follows from the id of the job. */
interface ShardJob {
  readonly shard: Shard;
}

function resultKey(job: string): string {
  return `${PREFIX}:result:${job}`;
}

/** Workers of other code see other queues: what they would give is not what this run would. */
async function queueName(): Promise<string> {
  return `mine-${(await codeVersion()).slice(0, 16)}`;
}

/** A client of a server that answers now. Throws CommandError where none does. */
async function reach(url: string): Promise<Redis> {
  let reached = false;
  const client = new Redis(url, {
    lazyConnect: true,
    // BullMQ asks for this: a command waits until the server is back, or given up on.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (reached && times * RETRY_MS <= AWAY_MS ? RETRY_MS : null),
  });
  let cause: Error | undefined;
  client.on("error", (error: Error) => {
    cause = error;
  });
  try {
    await client.connect();
  } catch (error) {
    throw new CommandError(
      `${shown(url)}: expected a Redis or Valkey server, found ${(cause ?? (error as Error)).message}; start one, or give its address with --redis`,
      { cause: error },
    );
  }
  reached = true;
  return client;
}

/** An address without its password. */
function shown(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}

function serverGone(url: string): CommandError {
  return new CommandError(
    `${shown(url)}: expected the server to come back, found none for ${AWAY_MS / 1000} s; start it and run again, it goes on from here`,
  );
}

function deadly({ units }: Shard): string {
  return `${units[0]?.id} to ${units.at(-1)?.id}: expected pages that workers survive, found ${DEATHS} of them gone; look at these pages, or leave them out`;
}

/** Somebody who waits for a shard. */
interface Waiter {
  readonly shard: Shard;
  resolve(): void;
  reject(error: Error): void;
}

/** Hands shards to workers on any machine through a Redis or Valkey server, and brings the results home. */
export class QueueExecutor implements Executor {
  readonly width = WIDTH;
  readonly #url: string;
  /** Tells the jobs of this run from those of others; the same when it goes on after a kill. */
  readonly #run: string;
  readonly #client: Redis;
  readonly #queue: Queue<ShardJob>;
  readonly #events: QueueEvents;
  readonly #waiting = new Map<string, Waiter>();
  readonly #closed = new AbortController();
  readonly #own: QueueWorker | undefined;

  private constructor(url: string, run: string, name: string, client: Redis, own: QueueWorker | undefined) {
    this.#url = url;
    this.#run = run;
    this.#own = own;
    this.#client = client;
    this.#queue = new Queue(name, { connection: client, prefix: PREFIX });
    this.#events = new QueueEvents(name, { connection: client, prefix: PREFIX });
    // Errors of a connection that comes back need no word; one that does not ends.
    this.#queue.on("error", () => {});
    this.#events.on("error", () => {});
    this.#events.on("completed", ({ jobId }) => this.#waiting.get(jobId)?.resolve());
    this.#events.on("failed", ({ jobId, failedReason }) => this.#fail(jobId, failedReason));
    client.on("end", () => this.#endAll(serverGone(url)));
    this.#lookOften();
  }

  /** `run` names the run among all that share the server; `threads` of this machine work too, none where that is 0. */
  static async open(url: string, run: string, threads: number): Promise<QueueExecutor> {
    const client = await reach(url);
    const own = threads > 0 ? await QueueWorker.start(url, threads) : undefined;
    return new QueueExecutor(url, run, await queueName(), client, own);
  }

  async work(shard: Shard, signal: AbortSignal): Promise<Uint8Array> {
    const id = `${this.#run}-${shard.key}`;
    for (;;) {
      await this.#settled(id, shard, signal);
      const packed = await this.#client.getBuffer(resultKey(id));
      await this.#forget(id);
      // A server that forgot the result is asked again.
      if (packed !== null) return promisify(gunzip)(packed);
    }
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await this.#own?.close(false);
    if (this.#client.status === "ready") await Promise.allSettled([...this.#waiting.keys()].map((id) => this.#forget(id)));
    this.#client.removeAllListeners("end");
    await Promise.allSettled([this.#events.close(), this.#queue.close()]);
    this.#client.disconnect();
  }

  async #settled(id: string, shard: Shard, signal: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    promise.catch(() => {});
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    this.#waiting.set(id, { shard, resolve, reject });
    try {
      signal.throwIfAborted();
      await this.#lookAt(id, true);
      await promise;
    } finally {
      signal.removeEventListener("abort", onAbort);
    }
    this.#waiting.delete(id);
  }

  /** Puts a shard on the queue unless it is there, and hears of one that was done meanwhile, perhaps by an earlier run of ours. */
  async #lookAt(id: string, first: boolean): Promise<void> {
    const job = await this.#queue.getJob(id);
    const state = (await job?.getState()) ?? "unknown";
    const waiter = this.#waiting.get(id);
    if (state === "completed") waiter?.resolve();
    else if (state === "failed" && !first) this.#fail(id, job?.failedReason ?? "no reason given");
    else if (waiter !== undefined && (state === "failed" || state === "unknown")) await this.#put(id, waiter.shard);
  }

  async #put(id: string, shard: Shard): Promise<void> {
    await this.#forget(id);
    await this.#queue.add("shard", { shard }, { jobId: id, removeOnComplete: { age: KEPT_S }, removeOnFail: { age: KEPT_S } });
  }

  #fail(id: string, reason: string): void {
    const waiter = this.#waiting.get(id);
    waiter?.reject(new CommandError(reason.startsWith("job stalled") ? deadly(waiter.shard) : reason));
  }

  async #lookOften(): Promise<void> {
    let warned = false;
    while (!this.#closed.signal.aborted) {
      await setTimeout(LOOK_MS, undefined, { signal: this.#closed.signal }).catch(() => {});
      try {
        for (const id of [...this.#waiting.keys()]) await this.#lookAt(id, false);
        if (warned || this.#waiting.size === 0 || (await this.#queue.getWorkersCount()) > 0) continue;
        warned = true;
        process.stderr.write(`${shown(this.#url)}: no worker of this version is there; start some: stepladder mine-worker --redis <url>\n`);
      } catch {
        // The server is away: it comes back, or the client's end tells.
      }
    }
  }

  /** Takes a job and its result off the server; one that a worker holds goes by itself when it is done. */
  async #forget(id: string): Promise<void> {
    await this.#queue.remove(id).catch(() => {});
    await this.#client.del(resultKey(id));
  }

  #endAll(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
  }
}

/** Works shards of all runs that share the server, on threads of this machine. */
export class QueueWorker {
  /** Rejects where the server stays away. */
  readonly gone: Promise<never>;
  readonly #client: Redis;
  readonly #pool: Threads;
  readonly #worker: Worker<ShardJob>;

  private constructor(url: string, name: string, client: Redis, threads: number) {
    this.#client = client;
    this.#pool = new Threads(threads);
    this.#worker = new Worker<ShardJob>(name, (job) => this.#work(job), {
      connection: client,
      prefix: PREFIX,
      concurrency: threads,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_CHECK_MS,
      maxStalledCount: DEATHS,
    });
    this.#worker.on("error", () => {});
    const { promise, reject } = Promise.withResolvers<never>();
    promise.catch(() => {});
    client.on("end", () => reject(serverGone(url)));
    this.gone = promise;
  }

  static async start(url: string, threads: number): Promise<QueueWorker> {
    return new QueueWorker(url, await queueName(), await reach(url), threads);
  }

  /** Finishes what is at hand, or drops it: whoever handed it out asks another worker. */
  async close(finish: boolean): Promise<void> {
    if (!finish) await this.#pool.close();
    await this.#worker.close();
    await this.#pool.close();
    this.#client.removeAllListeners("end");
    this.#client.disconnect();
  }

  async #work({ id, data }: Job<ShardJob>): Promise<void> {
    const packed = await promisify(gzip)(await this.#pool.work(data.shard, NEVER), { level: constants.Z_BEST_SPEED });
    await this.#client.set(resultKey(id as string), packed, "EX", KEPT_S);
  }
}

/** A shard that a worker has taken is not called back. */
const NEVER = new AbortController().signal;
