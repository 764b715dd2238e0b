import { createHash, randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
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
  const partial = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.partial`);
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

/** The folder and those above it. Node's own `recursive` never ends where a folder cannot be made, as in /proc. */
async function makeFolder(path: string): Promise<void> {
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
