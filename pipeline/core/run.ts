import type { MiningReport } from "@stepladder/schema";
import type { Profile } from "../filters/index.ts";
import { CommandError } from "./errors.ts";
import type { Executor } from "./executor.ts";
import { gather } from "./gather.ts";
import { checkInputs, keepApart } from "./inputs.ts";
import type { Failure } from "./mining.ts";
import { miningProgress } from "./mining-progress.ts";
import { type Plan, readPlan, writePlan } from "./plan.ts";
import { testProcedures } from "./procedures.ts";
import { type MinedPage, readShard, type Shard, type Tally } from "./shard.ts";
import { Workspace } from "./workspace.ts";

export interface MiningOptions {
  readonly inputs: readonly string[];
  /** Folder of the results. */
  readonly out: string;
  /** Which filters judge what is found. `all` keeps everything, without a test set near-duplicates too. */
  readonly profile: Profile;
  /** Whether the text of pages without a procedure is kept, in unmined.jsonl. */
  readonly texts: boolean;
  /** File of procedures; what is like one of them is dropped. */
  readonly testSet: string | undefined;
  /** Look at no more pages than this, the first ones. */
  readonly limit: number | undefined;
}

/**
 * Mines pages into a folder of results. What is done is kept beside them, shard by shard: a run that ended early, however it ended, goes on
 * where it was, and gives the bytes of one that never stopped, for any executor and any number of workers.
 */
export async function mine(options: MiningOptions, open: () => Promise<Executor>, signal: AbortSignal): Promise<MiningReport> {
  const { out, profile, texts, limit } = options;
  const inputs = await checkInputs(options.inputs);
  keepApart(inputs, out);
  const test = options.testSet === undefined ? [] : await testProcedures(options.testSet);
  const workspace = await Workspace.open(out, signal);
  try {
    const plan = await writePlan(workspace.planPath, inputs, { profile, texts }, signal);
    if (plan.shards === 0) {
      await workspace.discard();
      throw noPages(options.inputs, plan);
    }
    await workShards(plan, workspace, limit, open, signal);
    const { passedOver } = plan;
    const facts = { passedOver, profile, texts, ...(limit === undefined ? {} : { limit }) };
    const report = await gather(() => outcomesOf(plan, workspace, limit, signal), out, facts, test);
    await workspace.tidy(readPlan(plan));
    return report;
  } catch (error) {
    throw full(error, out);
  } finally {
    workspace.close();
  }
}

/** Has all shards worked that an earlier run did not leave; with a limit, as many of the first ones as it takes. */
async function workShards(
  plan: Plan,
  workspace: Workspace,
  limit: number | undefined,
  open: () => Promise<Executor>,
  signal: AbortSignal,
): Promise<void> {
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const progress = miningProgress(plan, limit);
  const front = new Front();
  const running = new Map<number, Promise<void>>();
  let executor: Executor | undefined;
  try {
    let order = 0;
    for await (const shard of readPlan(plan)) {
      either.throwIfAborted();
      if (limit !== undefined && front.pages >= limit) break;
      const place = order++;
      const left = await workspace.readShard(shard);
      if (left !== undefined) {
        front.finish(place, left.tally);
        progress.done(shard, left.tally, true);
        continue;
      }
      executor ??= await open();
      const job = workShard(executor, shard, workspace, either).then((tally) => {
        running.delete(place);
        front.finish(place, tally);
        progress.done(shard, tally, false);
      });
      running.set(place, job);
      // It is heard when it is waited for, below.
      job.catch(() => {});
      if (running.size >= executor.width) await Promise.race(running.values());
    }
    await Promise.all(running.values());
  } finally {
    // One that failed ends the others: nothing is written once this function has returned.
    stop.abort();
    await Promise.allSettled(running.values());
    progress.end();
    await executor?.close();
  }
}

async function workShard(executor: Executor, shard: Shard, workspace: Workspace, signal: AbortSignal): Promise<Tally> {
  const bytes = await executor.work(shard, signal);
  const read = readShard(bytes, shard.key);
  if (read === undefined) throw new Error(`expected the file of shard ${shard.key}, found ${bytes.length} bytes of something else`);
  signal.throwIfAborted();
  await workspace.writeShard(shard, bytes);
  return read.tally;
}

/** How many pages are done without a gap from the first shard on. */
class Front {
  pages = 0;
  #next = 0;
  readonly #ahead = new Map<number, number>();

  finish(place: number, { pages, failures }: Tally): void {
    this.#ahead.set(place, pages + failures);
    for (let count = this.#ahead.get(this.#next); count !== undefined; count = this.#ahead.get(this.#next)) {
      this.#ahead.delete(this.#next++);
      this.pages += count;
    }
  }
}

/** What became of each page, in the order of the plan. */
async function* outcomesOf(
  plan: Plan,
  workspace: Workspace,
  limit: number | undefined,
  signal: AbortSignal,
): AsyncGenerator<MinedPage | Failure> {
  let left = limit ?? Number.POSITIVE_INFINITY;
  for await (const shard of readPlan(plan)) {
    signal.throwIfAborted();
    const read = await workspace.readShard(shard);
    if (read === undefined)
      throw new CommandError(`${workspace.out}: expected the shards of this run, found one gone or damaged; run again`);
    for (const outcome of read.outcomes()) {
      if (left-- <= 0) return;
      yield outcome;
    }
    if (left <= 0) return;
  }
}

function noPages(inputs: readonly string[], { passedOver }: Plan): CommandError {
  const others = Object.entries(passedOver).map(([extension, count]) => `${count} ${extension}`);
  return new CommandError(
    `${inputs.join(", ")}: expected pages, found ${others.length === 0 ? "none" : `only files that no reader takes (${others.join(", ")})`}; give folders, files or addresses of pages`,
  );
}

/** A disk that filled up ends a run; it goes on once there is room. */
function full(error: unknown, out: string): unknown {
  if ((error as NodeJS.ErrnoException).code !== "ENOSPC") return error;
  return new CommandError(
    `${out}: expected room for the results, found no space left on the disk; make room and run again, it goes on from here`,
    {
      cause: error,
    },
  );
}
