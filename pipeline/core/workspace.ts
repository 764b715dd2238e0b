import { hash } from "node:crypto";
import { once } from "node:events";
import { readdir, readFile, realpath, rm, rmdir } from "node:fs/promises";
import { connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { CommandError } from "./errors.ts";
import { makeFolder, writeWhole } from "./output.ts";
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
    const names = await namesIn(out);
    if (names.length > 0 && !names.includes(FOLDER))
      throw new CommandError(
        `${out}: expected an empty folder, or one with results of an earlier run, found ${names.sort()[0]}; choose another with --out`,
      );
    await makeFolder(join(out, FOLDER));
    const onWait = (): void => void process.stderr.write(`${out}: another run is writing to it; waiting for its end\n`);
    return new Workspace(out, await Lock.take(out, onWait, signal));
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
    for (const place of [this.out, dirname(this.planPath)])
      for (const name of await readdir(place)) if (name.endsWith(".partial")) await rm(join(place, name));
  }

  close(): void {
    this.#lock.free();
  }

  #shardPath(key: string): string {
    return join(this.out, FOLDER, "shards", key.slice(0, 2), `${key}.jsonl`);
  }
}

/** Names in a folder; none where it is not there. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** A name that the system frees when its process ends, however it ends. */
class Lock {
  readonly #server: Server;
  readonly #waiting = new Set<Socket>();

  private constructor() {
    this.#server = createServer((socket) => {
      this.#waiting.add(socket);
      socket.on("error", () => {}).on("close", () => this.#waiting.delete(socket));
    });
  }

  /** Takes the name of a folder; where another process has it, once that has ended. */
  static async take(folder: string, onWait: () => void, signal: AbortSignal): Promise<Lock> {
    const path = socketOf(await realpath(folder));
    for (;;) {
      const lock = new Lock();
      if (await lock.#listen(path)) return lock;
      onWait();
      await ended(path, signal);
    }
  }

  free(): void {
    this.#server.close();
    for (const socket of this.#waiting) socket.destroy();
  }

  async #listen(path: string): Promise<boolean> {
    try {
      this.#server.listen(path);
      await once(this.#server, "listening");
      this.#server.unref();
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") return false;
      throw error;
    }
  }
}

function socketOf(folder: string): string {
  const name = `stepladder-${hash("sha256", folder).slice(0, 32)}`;
  if (process.platform === "linux") return `\0${name}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/** Waits until the process that listens there is gone. */
async function ended(path: string, signal: AbortSignal): Promise<void> {
  const socket = connect(path);
  try {
    await once(socket, "close", { signal });
  } catch {
    signal.throwIfAborted();
    // Nobody listens any more. Where a socket is a file, one that was killed left it.
    if (!path.startsWith("\0")) await rm(path, { force: true });
  } finally {
    socket.destroy();
  }
}
