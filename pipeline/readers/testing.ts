import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Failure, Page, Reader } from "../core/mining.ts";

const never = new AbortController().signal;

/** All pages and failures of an input, read as a run does. */
export async function readAll(reader: Reader, place: string, name: string, signal = never): Promise<(Page | Failure)[]> {
  const found: (Page | Failure)[] = [];
  for await (const unit of reader.split(place, name, signal)) found.push(...(await Array.fromAsync(reader.read(unit, signal))));
  return found;
}

/** Reads a file of this content. */
export async function readContent(reader: Reader, name: string, content: string | Uint8Array): Promise<(Page | Failure)[]> {
  const folder = await mkdtemp(join(tmpdir(), "reader-"));
  try {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    return await readAll(reader, path, name);
  } finally {
    await rm(folder, { recursive: true });
  }
}
