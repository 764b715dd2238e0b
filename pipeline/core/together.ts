import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { finished } from "node:stream/promises";

/** A line for one of several files. */
export type LineOf<Name extends string> = readonly [file: Name, line: string];

/**
 * Writes lines to several files of a folder as they come: each file whole, and all of them or none. Until the end they
 * are hidden neighbours; a folder that was not there is made.
 */
export async function writeTogether<Name extends string>(
  folder: string,
  names: readonly Name[],
  lines: AsyncIterable<LineOf<Name>>,
  signal: AbortSignal,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const tag = randomBytes(6).toString("hex");
  const parts = new Map(names.map((name) => [name, new Part(join(folder, name), tag)]));
  try {
    for await (const [name, line] of lines) {
      signal.throwIfAborted();
      await (parts.get(name) as Part).write(line);
    }
    for (const part of parts.values()) await part.end();
    for (const part of parts.values()) await part.appear();
  } catch (error) {
    for (const part of parts.values()) await part.drop();
    throw error;
  }
}

class Part {
  readonly #path: string;
  readonly #partial: string;
  readonly #stream: WriteStream;

  constructor(path: string, tag: string) {
    this.#path = path;
    this.#partial = join(dirname(path), `.${basename(path)}.${tag}.partial`);
    this.#stream = createWriteStream(this.#partial);
    // A fault is told by the write that meets it, or by `end`.
    this.#stream.on("error", () => {});
  }

  async write(line: string): Promise<void> {
    if (this.#stream.errored !== null) throw this.#stream.errored;
    if (
      !this.#stream.write(`${line}
`)
    )
      await once(this.#stream, "drain");
  }

  async end(): Promise<void> {
    this.#stream.end();
    await finished(this.#stream);
  }

  appear(): Promise<void> {
    return rename(this.#partial, this.#path);
  }

  async drop(): Promise<void> {
    this.#stream.destroy();
    await rm(this.#partial, { force: true });
  }
}
