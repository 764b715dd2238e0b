import { hash } from "node:crypto";
import { once } from "node:events";
import { readdir, realpath, rm } from "node:fs/promises";
import { connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CommandError } from "./errors.ts";
import { makeFolder } from "./output.ts";

/**
 * Takes a folder for a run's results: a new one, an empty one, or one of an earlier run, known by the folder `mark` in it; waits while a run
 * is writing to it. Throws CommandError where it holds other things.
 */
export async function lockFolder(out: string, mark: string, signal: AbortSignal): Promise<Lock> {
  const names = await namesIn(out);
  if (names.length > 0 && !names.includes(mark))
    throw new CommandError(
      `${out}: expected an empty folder, or one with results of an earlier run, found ${names.sort()[0]}; choose another with --out`,
    );
  await makeFolder(join(out, mark));
  const onWait = (): void => void process.stderr.write(`${out}: another run is writing to it; waiting for its end\n`);
  return Lock.take(out, onWait, signal);
}

/** Names in a folder; none where it is not there. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** A name that the system frees when its process ends, however it ends. */
export class Lock {
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
