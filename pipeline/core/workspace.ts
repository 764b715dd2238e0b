import { hash } from "node:crypto";
import { once } from "node:events";
import { readdir, readFile, realpath, rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
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
  readonly #lock: Server;

  private constructor(out: string, lock: Server) {
    this.out = out;
    this.#lock = lock;
  }

  /** Opens a new folder, an empty one, or one of an earlier run. Throws CommandError where it holds other things or a run has it. */
  static async open(out: string): Promise<Workspace> {
    const names = await namesIn(out);
    if (names.length > 0 && !names.includes(FOLDER))
      throw new CommandError(
        `${out}: expected an empty folder, or one with results of an earlier run, found ${names.sort()[0]}; choose another with --out`,
      );
    await makeFolder(join(out, FOLDER));
    return new Workspace(out, await lock(out));
  }

  get planPath(): string {
    return join(this.out, FOLDER, "plan.jsonl");
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

  async close(): Promise<void> {
    this.#lock.close();
    await once(this.#lock, "close");
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

/** Holds a name that the system frees when the process ends, however it ends. */
async function lock(out: string): Promise<Server> {
  const path = socketOf(await realpath(out));
  for (;;) {
    const server = createServer((socket) => socket.destroy());
    try {
      server.listen(path);
      await once(server, "listening");
      server.unref();
      return server;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
      if (await answers(path))
        throw new CommandError(
          `${out}: expected a folder that no run is writing to, found one at work; wait for it, or choose another folder`,
        );
      // The file of a run that was killed, on systems where a socket is a file.
      await rm(path, { force: true });
    }
  }
}

function socketOf(folder: string): string {
  const name = `stepladder-${hash("sha256", folder).slice(0, 32)}`;
  if (process.platform === "linux") return `\0${name}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

async function answers(path: string): Promise<boolean> {
  const socket = connect(path);
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
