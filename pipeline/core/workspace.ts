import { readdir, readFile, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Lock, lockFolder, namesIn } from "./lock.ts";
import { removePartials, writeWhole } from "./output.ts";
import { type ReadShard, readShard, type Shard } from "./shard.ts";

/** Where a run keeps its plan and the shards that are done, in its results' folder. */
const FOLDER = ".mine";

/** The folder of a run's results. One run at a time has it. */
export class Workspace {
  readonly out: string;
  readonly #lock: Lock;

  private constructor(out: string, lock: Lock) {
    this.out = out;
    this.#lock = lock;
  }

  /** Opens a new folder, an empty one, or one of an earlier run; waits while a run is writing to it. Throws CommandError where it holds other things. */
  static async open(out: string, signal: AbortSignal): Promise<Workspace> {
    return new Workspace(out, await lockFolder(out, FOLDER, signal));
  }

  get planPath(): string {
    return join(this.out, FOLDER, "plan.jsonl");
  }

  /** Leaves a folder as it was found by a run that had nothing to do. */
  async discard(): Promise<void> {
    if ((await namesIn(join(this.out, FOLDER, "shards"))).length === 0) await rm(join(this.out, FOLDER), { recursive: true });
    if ((await namesIn(this.out)).length === 0) await rmdir(this.out);
  }

  /** What an earlier run, or this one, left of a shard; `undefined` where that is nothing, or not whole. */
  async readShard({ key }: Shard): Promise<ReadShard | undefined> {
    const bytes = await readFile(this.#shardPath(key)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return undefined;
      throw error;
    });
    return bytes === undefined ? undefined : readShard(bytes, key);
  }

  async writeShard({ key }: Shard, bytes: Uint8Array): Promise<void> {
    await writeWhole(this.#shardPath(key), [bytes]);
  }

  /** Removes what no later run would take up: shards of other pages, options or code, those of the network, files of killed runs. */
  async tidy(shards: AsyncIterable<Shard>): Promise<void> {
    const kept = new Set<string>();
    for await (const { key, passing } of shards) if (!passing) kept.add(`${key}.jsonl`);
    const folder = join(this.out, FOLDER, "shards");
    for (const inner of await namesIn(folder))
      for (const name of await readdir(join(folder, inner))) if (!kept.has(name)) await rm(join(folder, inner, name));
    for (const place of [this.out, dirname(this.planPath)]) await removePartials(place);
  }

  close(): void {
    this.#lock.free();
  }

  #shardPath(key: string): string {
    return join(this.out, FOLDER, "shards", key.slice(0, 2), `${key}.jsonl`);
  }
}
