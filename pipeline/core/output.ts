import { createHash, type Hash, randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createGzip } from "node:zlib";

/**
 * Writes a file whole or not at all: into a hidden neighbour first, then by rename. A name that ends in `.gz` is gzipped.
 * Gives the sha256 of what was written, before compression.
 */
export async function writeWhole(
  path: string,
  chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
  signal?: AbortSignal,
): Promise<string> {
  await makeFolder(dirname(path));
  const partial = partialOf(path);
  const hash = createHash("sha256");
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      signal?.throwIfAborted();
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
      hash.update(bytes);
      yield bytes;
    }
  }
  try {
    const out = createWriteStream(partial);
    if (path.endsWith(".gz")) await pipeline(Readable.from(batched(hashed())), createGzip({ level: constants.Z_BEST_COMPRESSION }), out);
    else await pipeline(Readable.from(batched(hashed())), out);
    await rename(partial, path);
    return hash.digest("hex");
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** A hidden neighbour under which a file grows; what a killed process leaves is known by its name. */
function partialOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.partial`);
}

/** Removes what killed processes left in a folder that no other process writes to. */
export async function removePartials(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (name.endsWith(".partial")) await rm(join(folder, name));
}

/** Text that is brought together before it is written. */
const BATCH = 1 << 16;

/** Files that are written side by side, piece by piece, and appear together once all are whole, or none of them. */
export class WholeFiles<Name extends string> {
  readonly #files: ReadonlyMap<Name, GrowingFile>;

  private constructor(files: ReadonlyMap<Name, GrowingFile>) {
    this.#files = files;
  }

  static async open<Name extends string>(folder: string, names: readonly Name[]): Promise<WholeFiles<Name>> {
    await makeFolder(folder);
    const files = new Map<Name, GrowingFile>();
    for (const name of names) {
      const path = join(folder, name);
      const partial = partialOf(path);
      files.set(name, { path, partial, handle: await open(partial, "wx"), hash: createHash("sha256"), held: [], size: 0 });
    }
    return new WholeFiles(files);
  }

  async write(name: Name, text: string): Promise<void> {
    const file = this.#files.get(name) as GrowingFile;
    file.held.push(text);
    file.size += text.length;
    if (file.size >= BATCH) await flush(file);
  }

  /** Puts the files in place, in the order of their names in `open`. Gives the sha256 of each, to `before` while none is in place yet. */
  async commit(before?: (hashes: Readonly<Record<Name, string>>) => Promise<void>): Promise<Record<Name, string>> {
    const hashes = {} as Record<Name, string>;
    for (const [name, file] of this.#files) {
      await flush(file);
      await file.handle.close();
      hashes[name] = file.hash.digest("hex");
    }
    await before?.(hashes);
    for (const { path, partial } of this.#files.values()) await rename(partial, path);
    return hashes;
  }

  /** Leaves nothing of files that were not committed. */
  async abandon(): Promise<void> {
    for (const { handle, partial } of this.#files.values()) {
      await handle.close();
      await rm(partial, { force: true });
    }
  }
}

interface GrowingFile {
  readonly path: string;
  readonly partial: string;
  readonly handle: FileHandle;
  readonly hash: Hash;
  held: string[];
  size: number;
}

async function flush(file: GrowingFile): Promise<void> {
  const bytes = Buffer.from(file.held.join(""));
  file.held = [];
  file.size = 0;
  file.hash.update(bytes);
  await file.handle.writeFile(bytes);
}

/** The folder and those above it. Node's own `recursive` never ends where a folder cannot be made, as in /proc. */
export async function makeFolder(path: string): Promise<void> {
  const stats = await stat(path).catch(() => undefined);
  if (stats?.isDirectory()) return;
  if (stats === undefined && dirname(path) !== path) await makeFolder(dirname(path));
  // It may have come to be meanwhile; a file of that name is in the way.
  await mkdir(path).catch(async (error) => {
    if (!(await stat(path).catch(() => undefined))?.isDirectory()) throw error;
  });
}

/** Short lines brought together: a stream costs per chunk. */
async function* batched(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size < 1 << 16) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}
